import { sha256 } from '../files/sha256.ts';
import { type ZipContent, writeZip } from '../files/write-zip.ts';
import { periodInWords } from '../model/period.ts';
import type { ReturnDocument } from '../model/return-document.ts';
import type { ReturnStandard, TableSchema } from '../model/table-schema.ts';
import { type Seal, aboutOf } from './about.ts';
import { csvText } from './csv-text.ts';
import { nameOf } from './file-name.ts';
import { MEASURE_COLUMNS, measureRows } from './measure-rows.ts';
import { OBSERVATION_COLUMNS, observationRows } from './observation-rows.ts';
import { rowsAbout } from './status.ts';

/** A table of a package: its schema, its CSV, and the SHA-256 of that. */
export interface PackageTable {
  readonly schema: TableSchema;
  readonly content: ZipContent;
  readonly hash: string;
}

/** Takes a document, its seal and the tables' schemas; gives it as a Data Package: a zip with its descriptor and two tables. */
export async function writePackage(
  document: ReturnDocument,
  seal: Seal,
  standard: ReturnStandard,
): Promise<Uint8Array<ArrayBuffer>> {
  const rows = observationRows(document.observations, rowsAbout(document));
  const tables = [
    await tableOf(standard.observations, csvText(OBSERVATION_COLUMNS, rows)),
    await tableOf(standard.measures, csvText(MEASURE_COLUMNS, measureRows(document.definitions))),
  ];
  const { authority, quarter, made } = document;
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: ['quarterlight', ...nameOf(document)].join('-').toLowerCase().replaceAll('_', '-'),
    title: `${titleOf(document)}: ${authority.name}, ${periodInWords(quarter)}`,
    created: made,
    resources: tables.map(resourceOf),
    quarterlight: { ...aboutOf(document), seal },
  };
  return zipOf(descriptor, tables, made);
}

/** Takes a descriptor, its tables and a moment; gives the zip. */
export function zipOf(
  descriptor: object,
  tables: readonly PackageTable[],
  made: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const json = new TextEncoder().encode(`${JSON.stringify(descriptor, null, 1)}\n`);
  return writeZip(
    [
      ['datapackage.json', json],
      ...tables.map(({ schema, content }) => [`${schema.name}.csv`, content] as const),
    ],
    made,
  );
}

/** Takes a schema and a table's CSV; gives the table of a package, in UTF-8 without a mark. */
async function tableOf(schema: TableSchema, text: string): Promise<PackageTable> {
  const content = new TextEncoder().encode(text);
  return { schema, content, hash: await sha256(content) };
}

/** Takes a table; gives what the descriptor says of it. */
export function resourceOf({ schema, content, hash }: PackageTable) {
  return {
    name: schema.name,
    type: 'table',
    // What version 1 of the standard called it: programs by either know that it is a table.
    profile: 'tabular-data-resource',
    path: `${schema.name}.csv`,
    title: schema.title,
    description: schema.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: 'pieces' in content ? content.size : content.length,
    hash: `sha256:${hash}`,
    schema,
  };
}

function titleOf({ treatment, signedOff }: ReturnDocument): string {
  const kind =
    treatment.kind === 'shareable'
      ? 'Shareable return'
      : 'Collator’s return, NEVER TO BE PUBLISHED';
  return signedOff ? kind : `DRAFT. ${kind}`;
}
