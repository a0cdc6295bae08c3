import { canonicalJson, sha256 } from '../files/sha256.ts';
import { Sha256Stream } from '../files/sha256-stream.ts';
import type { BenchmarkPack, PackArea } from '../model/benchmark-pack.ts';
import { kindPlace } from '../model/outcome-columns.ts';
import type { ReturnStandard, TableSchema } from '../model/table-schema.ts';
import type { Seal } from './about.ts';
import { csvLines } from './csv-text.ts';
import { MEASURE_COLUMNS, measureRows } from './measure-rows.ts';
import { observationLines } from './observation-lines.ts';
import { type RowsAbout, SCHEMA_VERSION } from './observation-rows.ts';
import { digestOfColumns } from './pack-digest.ts';
import { REMARK_COLUMNS, TOTAL_COLUMNS, remarkRow, totalRow } from './pack-tables.ts';
import { type PackageTable, resourceOf, zipOf } from './package.ts';
import { inColumns } from './reading-order.ts';
import { ratiosOf } from './status.ts';
import { SYMBOLS } from './symbols.ts';

/** About how many characters are made bytes at a time. */
const PIECE = 250_000;

/** What a pack's descriptor is named. */
export const PACK_NAME = 'quarterlight-benchmark-pack';

/** The columns of the table of authorities, in their order. Source: spec/return/authorities.yaml. */
export const AUTHORITY_COLUMNS = [
  'area_kind',
  'area_code',
  'area_name',
  'region',
  'members',
  'synthetic',
  'early_help',
] as const;

/** The columns of the table of provenance, in their order. Source: spec/return/provenance.yaml. */
export const PROVENANCE_COLUMNS = [
  'area_code',
  'quarter',
  'return_version',
  'app_version',
  'sha256',
] as const;

/**
 * Takes a pack and the tables' schemas; gives it as a Data Package, the same bytes for the same pack. Its large tables are made line
 * by line, once for what the descriptor says of them and once more for the zip: they are never in memory as a whole.
 */
export async function writePack(
  pack: BenchmarkPack,
  standard: ReturnStandard,
): Promise<Uint8Array<ArrayBuffer>> {
  const observations = inColumns(pack.observations, pack);
  const tables = [
    tableOf(standard.observations, () => observationLines(observations, rowsAboutPack(pack))),
    tableOf(standard.measures, () =>
      inPieces(csvLines(MEASURE_COLUMNS, measureRows(pack.definitions))),
    ),
    tableOf(standard.authorities, () =>
      inPieces(csvLines(AUTHORITY_COLUMNS, pack.areas.map(areaRow))),
    ),
    tableOf(standard.provenance, () =>
      inPieces(csvLines(PROVENANCE_COLUMNS, provenanceRows(pack))),
    ),
    ...(pack.totals.length > 0 ? [tableOf(standard.totals, () => inPieces(totalLines(pack)))] : []),
    ...(pack.remarks.length > 0
      ? [
          tableOf(standard.remarks, () =>
            inPieces(csvLines(REMARK_COLUMNS, pack.remarks.map(remarkRow))),
          ),
        ]
      : []),
  ];
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: PACK_NAME,
    title: pack.title,
    created: pack.made,
    resources: tables.map(resourceOf),
    quarterlight: { ...aboutPack(pack), seal: await sealOfPack({ ...pack, observations }) },
  };
  return zipOf(descriptor, tables, pack.made);
}

/** A table whose bytes are made as often as they are asked for. */
function tableOf(
  schema: TableSchema,
  pieces: () => Iterable<Uint8Array<ArrayBuffer>>,
): PackageTable {
  const digest = new Sha256Stream();
  for (const piece of pieces()) digest.take(piece);
  return { schema, content: { size: digest.length, pieces }, hash: digest.digest() };
}

/** Lines as bytes in UTF-8, some of them together. */
function* inPieces(lines: Iterable<string>): Iterable<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length < PIECE) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}

function totalLines({ totals }: BenchmarkPack): Iterable<string> {
  return csvLines(TOTAL_COLUMNS, mapped(totals, totalRow));
}

function* mapped<T, U>(all: Iterable<T>, made: (one: T) => U): Iterable<U> {
  for (const one of all) yield made(one);
}

/** Takes a pack; gives what its descriptor says beside its tables, keys always in one order. */
export function aboutPack({ appVersion, title, made, treatment, breakdowns }: BenchmarkPack) {
  return {
    quarterlight: { version: appVersion, schemaVersion: SCHEMA_VERSION, holds: 'pack' },
    title,
    made,
    ...(treatment.kind === 'shareable'
      ? { policy: treatment.policy }
      : { policy: null, agreement: treatment.agreement }),
    symbols: SYMBOLS,
    breakdowns,
  };
}

/**
 * Takes a pack; gives its seal, the same whatever the order its rows stand in. It proves no sender, only that nothing changed.
 */
export async function sealOfPack(pack: BenchmarkPack): Promise<Seal> {
  const columns = inColumns(pack.observations, pack);
  const beside = [digestOfLines(totalLines(pack)), pack.remarks.map(remarkRow)];
  const rest = [
    ...[aboutPack(pack), pack.areas.map(areaRow), provenanceRows(pack), pack.definitions],
    ...(pack.totals.length + pack.remarks.length > 0 ? beside : []),
  ];
  const withheld = kindPlace('withheld');
  return {
    withheld: columns.outcomes.kind.reduce((count, kind) => count + Number(kind === withheld), 0),
    observations: digestOfColumns(columns),
    rest: await sha256(canonicalJson(rest)),
  };
}

function digestOfLines(lines: Iterable<string>): string {
  const digest = new Sha256Stream();
  for (const piece of inPieces(lines)) digest.take(piece);
  return digest.digest();
}

/** Takes a pack; gives what each row of it says of the whole. */
export function rowsAboutPack(pack: Omit<BenchmarkPack, 'observations'>): RowsAbout {
  return {
    status: 'SIGNED OFF',
    release: pack.treatment.kind === 'shareable' ? 'SHAREABLE' : 'NEVER TO BE PUBLISHED',
    areas: pack.areas,
    ratios: ratiosOf(pack),
  };
}

/** Takes an area; gives its row. */
export function areaRow(area: PackArea) {
  return {
    area_kind: area.kind,
    area_code: area.code,
    area_name: area.name,
    region: area.kind === 'authority' ? area.region : null,
    members: area.kind === 'authority' ? null : area.members.join(' '),
    synthetic: area.synthetic,
    early_help: area.kind === 'authority' ? answersInText(area.earlyHelp) : null,
  };
}

/** Pairs by the question's name, so that the same answers are the same text. */
function answersInText(answers: Readonly<Record<string, string>> | null): string | null {
  if (answers === null) return null;
  const pairs = Object.entries(answers).map(([question, answer]) => `${question}=${answer}`);
  return pairs.sort().join(' ');
}

/** Takes a pack; gives the returns that it was made from as rows. */
export function provenanceRows({ provenance }: BenchmarkPack) {
  return provenance.map(({ area, quarter, version, appVersion, sha256: digest }) => ({
    area_code: area,
    quarter,
    return_version: version,
    app_version: appVersion,
    sha256: digest,
  }));
}
