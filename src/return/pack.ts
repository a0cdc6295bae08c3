import { canonicalJson, sha256 } from '../files/sha256.ts';
import type { BenchmarkPack, PackArea } from '../model/benchmark-pack.ts';
import type { ReturnStandard } from '../model/table-schema.ts';
import type { Seal } from './about.ts';
import { csvText } from './csv-text.ts';
import { MEASURE_COLUMNS, measureRows } from './measure-rows.ts';
import {
  OBSERVATION_COLUMNS,
  type ObservationRow,
  type RowsAbout,
  SCHEMA_VERSION,
  observationRows,
} from './observation-rows.ts';
import { resourceOf, tableOf, zipOf } from './package.ts';
import { REMARK_COLUMNS, TOTAL_COLUMNS, remarkRow, totalRow } from './pack-tables.ts';
import { digestOf } from './seal.ts';
import { ratiosOf } from './status.ts';
import { SYMBOLS } from './symbols.ts';

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

/** Takes a pack and the tables' schemas; gives it as a Data Package, the same bytes for the same pack. */
export async function writePack(
  pack: BenchmarkPack,
  standard: ReturnStandard,
): Promise<Uint8Array<ArrayBuffer>> {
  const tables = [
    tableOf(standard.observations, csvText(OBSERVATION_COLUMNS, packRows(pack))),
    tableOf(standard.measures, csvText(MEASURE_COLUMNS, measureRows(pack.definitions))),
    tableOf(standard.authorities, csvText(AUTHORITY_COLUMNS, pack.areas.map(areaRow))),
    tableOf(standard.provenance, csvText(PROVENANCE_COLUMNS, provenanceRows(pack))),
    ...(pack.totals.length > 0
      ? [tableOf(standard.totals, csvText(TOTAL_COLUMNS, pack.totals.map(totalRow)))]
      : []),
    ...(pack.remarks.length > 0
      ? [tableOf(standard.remarks, csvText(REMARK_COLUMNS, pack.remarks.map(remarkRow)))]
      : []),
  ];
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: PACK_NAME,
    title: pack.title,
    created: pack.made,
    resources: await Promise.all(tables.map(resourceOf)),
    quarterlight: { ...aboutPack(pack), seal: await sealOfPack(pack) },
  };
  return zipOf(descriptor, tables, pack.made);
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

/** Takes a pack; gives its seal. It proves no sender, only that nothing changed. */
export async function sealOfPack(pack: BenchmarkPack): Promise<Seal> {
  const rows = packRows(pack);
  const beside = [pack.totals.map(totalRow), pack.remarks.map(remarkRow)];
  const rest = [
    ...[aboutPack(pack), pack.areas.map(areaRow), provenanceRows(pack), pack.definitions],
    ...(beside.some((table) => table.length > 0) ? beside : []),
  ];
  return {
    withheld: rows.filter(({ outcome }) => outcome === 'withheld').length,
    observations: await digestOf(rows),
    rest: await sha256(canonicalJson(rest)),
  };
}

/** Takes a pack; gives its observations as rows of the tidy table. */
function packRows(pack: BenchmarkPack): readonly ObservationRow[] {
  return observationRows(pack.observations, rowsAboutPack(pack));
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
