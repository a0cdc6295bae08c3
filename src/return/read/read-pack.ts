import type {
  BenchmarkPack,
  PackArea,
  PackSource,
  PackTreatment,
  ReadPack,
} from '../../model/benchmark-pack.ts';
import { visibleName } from '../../model/shown-text.ts';
import type { ObservationColumns } from '../../model/observation-columns.ts';
import type { Seal } from '../about.ts';
import { AREA_KINDS, type NamedArea } from '../observation-rows.ts';
import { sealOfPack } from '../pack.ts';
import { checkKnown } from './check-known.ts';
import type { KnownTerms } from './known.ts';
import { definitionsOf } from './measure-table.ts';
import { type PackTables, openPack } from './open-pack.ts';
import { type RawTable, cellsOf } from './raw-table.ts';
import { breakdown, knownVersion, policy, seal, symbol } from './read-about.ts';
import { remarksOf, totalsOf } from './read-pack-tables.ts';
import { readPackRows } from './read-pack-rows.ts';
import type { Remarks } from './remarks.ts';
import { type Members, listOf, oneOf, orNull, quarter, quoted, refusal, text } from './shape.ts';

/**
 * Takes a file, its name and what it is held against (and the same file as a Blob, where there is one that was looked into before);
 * gives the benchmark pack that it holds. Throws a Problem where it is none.
 */
export async function readPack(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  known: KnownTerms,
  content: Blob = new Blob([bytes]),
): Promise<ReadPack> {
  const childColumns = new Set(known.childColumns);
  const files = await openPack({ name, content, childColumns });
  const about = await files.about();
  const said = readAboutPack(about);
  const was = about.of('seal', seal);
  about.done();
  const areas = areasOf(await files.table('authorities'));
  const definitions = definitionsOf(await files.table('measures'));
  const of = { definitions, breakdowns: said.breakdowns };
  const codes = new Set(areas.map(({ code }) => code));
  const { observations, remarks } = await readPackRows(files, { ...of, areas: codes });
  const pack: BenchmarkPack = {
    ...said,
    areas,
    ...(await besideIn(files, observations)),
    provenance: sourcesOf(await files.table('provenance')),
    definitions,
    observations,
  };
  const same = await checkSeal(pack, was, remarks);
  checkKnown(pack, known, remarks);
  return {
    name,
    pack,
    asWritten: same && !remarks.has('not read', 'changed'),
    remarks: remarks.all(),
  };
}

async function checkSeal(pack: BenchmarkPack, was: Seal, remarks: Remarks): Promise<boolean> {
  const now = await sealOfPack(pack);
  const same = now.observations === was.observations && now.rest === was.rest;
  if (!same) {
    const says = 'The pack is not as it was written.';
    remarks.add('changed', says, 'Ask whoever sent it for the file as Quarterlight wrote it.');
  }
  return same;
}

/** The tables that a pack may do without. */
async function besideIn(
  files: PackTables,
  observations: ObservationColumns,
): Promise<Pick<BenchmarkPack, 'totals' | 'remarks'>> {
  return {
    totals: files.has('totals') ? totalsOf(await files.table('totals'), observations) : [],
    remarks: files.has('remarks') ? remarksOf(await files.table('remarks')) : [],
  };
}

function readAboutPack(
  members: Members,
): Pick<BenchmarkPack, 'appVersion' | 'title' | 'made' | 'treatment' | 'breakdowns'> {
  const said = {
    appVersion: members.of('quarterlight', knownVersion('pack')),
    title: members.of('title', text),
    made: members.of('made', text),
    treatment: treatmentOf(members),
    breakdowns: members.of('breakdowns', listOf(breakdown)),
  };
  members.of('symbols', listOf(symbol));
  return said;
}

/** A pack without a policy is complete, and names its agreement. */
function treatmentOf(members: Members): PackTreatment {
  const found = members.of('policy', orNull(policy));
  return found
    ? { kind: 'shareable', policy: found }
    : { kind: 'full', agreement: members.of('agreement', text) };
}

function areasOf(table: RawTable): PackArea[] {
  const cell = cellsOf(table);
  return table.rows.map((row): PackArea => {
    const at = `‘area_kind’ in ${row.place} of the authorities`;
    const kind: NamedArea['kind'] = oneOf(...AREA_KINDS)(cell(row, 'area_kind'), at);
    const named = {
      code: cell(row, 'area_code'),
      name: visibleName(cell(row, 'area_name')),
      synthetic: cell(row, 'synthetic').toLowerCase() === 'true',
    };
    if (kind === 'authority')
      return {
        ...named,
        kind,
        region: cell(row, 'region'),
        earlyHelp: answersIn(cell(row, 'early_help'), row.place),
      };
    return { ...named, kind, members: cell(row, 'members').split(' ') };
  });
}

/** Empty where the authority does not tell; a pair that is none is a wrong file. */
function answersIn(told: string, place: string): Readonly<Record<string, string>> | null {
  if (told === '') return null;
  return Object.fromEntries(
    told.split(' ').map((pair) => {
      const [, question, answer] = /^([a-z][a-z0-9_]*)=([a-z][a-z0-9_]*)$/.exec(pair) ?? [];
      if (question === undefined || answer === undefined) {
        throw refusal(
          `‘early_help’ in ${place} of the authorities`,
          `has ${quoted(pair)}, which is no question with its answer`,
        );
      }
      return [question, answer];
    }),
  );
}

function sourcesOf(table: RawTable): PackSource[] {
  const cell = cellsOf(table);
  return table.rows.map((row) => ({
    area: cell(row, 'area_code'),
    quarter: quarter(cell(row, 'quarter'), `‘quarter’ in ${row.place} of the provenance`),
    version: Number(cell(row, 'return_version')),
    appVersion: cell(row, 'app_version'),
    sha256: cell(row, 'sha256'),
  }));
}
