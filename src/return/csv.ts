import type { ReturnDocument } from '../model/return-document.ts';
import { type Seal, aboutOf } from './about.ts';
import { csvText } from './csv-text.ts';
import { OBSERVATION_COLUMNS, SCHEMA_VERSION, observationRows } from './observation-rows.ts';
import { rowsAbout } from './status.ts';

/** What the single file says of the whole in every row, after the columns of the tidy table. */
const COLUMNS_ABOUT = [
  'schema_version',
  'app_version',
  'return_quarter',
  'return_version',
  'made',
  'signed_off_by',
  'signed_off_on',
  'extract_date',
  'extract_from',
  'extract_to',
  'disclosure_policy',
  'agreement',
] as const;

/** The rest, and the definitions: JSON in parts, each in a row of its own from the first on. */
export const ABOUT_COLUMN = 'about';

/** A cell of Excel holds 32,767 characters. */
const LONGEST_PART = 30_000;

/** Takes a document and its seal; gives it as one CSV, UTF-8 with a byte order mark for Excel. */
export function writeCsv(document: ReturnDocument, seal: Seal): Uint8Array<ArrayBuffer> {
  const rows = observationRows(document.observations, rowsAbout(document));
  const about = columnsAbout(document);
  const parts = partsOf(
    { ...aboutOf(document), seal, measures: document.definitions },
    rows.length,
  );
  const columns = [...OBSERVATION_COLUMNS, ...COLUMNS_ABOUT, ABOUT_COLUMN] as const;
  const text = csvText(
    columns,
    rows.map((row, place) => ({ ...row, ...about, [ABOUT_COLUMN]: parts[place] ?? null })),
  );
  return new TextEncoder().encode(`\uFEFF${text}`);
}

/** Takes what is to be said and how many rows there are to say it in; gives its JSON in parts. Each is named by its place at both ends, so that a part that was cut is known. */
export function partsOf(about: object, rows: number): string[] {
  const json = JSON.stringify(about);
  const length = Math.max(LONGEST_PART, Math.ceil(json.length / Math.max(rows, 1)));
  const count = Math.ceil(json.length / length);
  return Array.from({ length: count }, (_, place) => {
    const name = `${place + 1} of ${count}`;
    return `${name}: ${json.slice(place * length, (place + 1) * length)} :${name}`;
  });
}

function columnsAbout(document: ReturnDocument) {
  const { signedOff, extract, treatment } = document;
  return {
    schema_version: SCHEMA_VERSION,
    app_version: document.appVersion,
    return_quarter: document.quarter,
    return_version: document.version,
    made: document.made,
    signed_off_by: signedOff?.role ?? null,
    signed_off_on: signedOff?.on ?? null,
    extract_date: extract?.date ?? null,
    extract_from: extract?.from ?? null,
    extract_to: extract?.to ?? null,
    disclosure_policy: treatment.kind === 'shareable' ? treatment.policy.id : null,
    agreement: treatment.kind === 'collator' ? treatment.agreement : null,
  } satisfies Record<(typeof COLUMNS_ABOUT)[number], string | number | null>;
}
