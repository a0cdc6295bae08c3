import type { BenchmarkPack } from '../model/benchmark-pack.ts';
import type { Observation, Observations } from '../model/observation.ts';
import { type Outcome, inFull } from '../model/outcome.ts';
import type { ReturnDocument } from '../model/return-document.ts';
import type { Content, FigureColumns, FigureSource, SourceArea } from './columns.ts';
import { ColumnsBuilder } from './columns-builder.ts';

/** Whose own figures they are, and what it counts as early help. */
interface OwnAuthority {
  readonly code: string;
  readonly name: string;
  readonly synthetic: boolean;
  readonly earlyHelp: Readonly<Record<string, string>>;
}

/** In milliseconds: after so long others have their turn. */
const STEP = 20;

/**
 * Takes an authority's own observations, whole and on its own machine, and what waits between two steps; gives them in columns.
 * They are many, and are taken on the page's own thread: nothing holds it up for long.
 */
export async function ownColumns(
  observations: readonly Observation[],
  own: OwnAuthority,
  pause: () => Promise<void>,
): Promise<FigureColumns> {
  const source: FigureSource = {
    ...{ id: 'own', kind: 'own', title: 'Your own figures', licence: null, removable: false },
    ...{ synthetic: own.synthetic, made: null, provisional: false },
  };
  const builder = new ColumnsBuilder(source, [authorityOf(own)]);
  let begun = performance.now();
  for (const { outcome, ...row } of observations) {
    if (row.area === own.code) builder.add({ ...row, content: contentOf(outcome) });
    if (performance.now() - begun < STEP) continue;
    await pause();
    begun = performance.now();
  }
  await pause();
  return builder.build();
}

/** Takes a benchmark pack and an id for it; gives its figures in columns. */
export function packColumns(pack: BenchmarkPack, id: string): FigureColumns {
  const { title, made, areas, observations } = pack;
  const synthetic = areas.every((area) => area.synthetic);
  const source: FigureSource = {
    ...{
      id,
      kind: 'pack',
      title,
      licence: null,
      synthetic,
      made,
      provisional: false,
      removable: true,
    },
  };
  const told = areas.map((area): SourceArea =>
    area.kind === 'authority'
      ? { ...area, members: [] }
      : { ...area, region: null, earlyHelp: null },
  );
  return columnsOf(source, told, observations);
}

/** Takes a return as it was read, an id for it, and whether its authority is made up; gives its figures in columns. */
export function returnColumns(
  document: ReturnDocument,
  id: string,
  synthetic: boolean,
): FigureColumns {
  const { authority, quarter, made, signedOff, observations } = document;
  const source: FigureSource = {
    ...{ id, kind: 'return', title: `Return of ${authority.name}, ${quarter}`, licence: null },
    removable: true,
    ...{ synthetic, made, provisional: signedOff === null },
  };
  const earlyHelp = Object.fromEntries(
    document.earlyHelp.flatMap(({ id: question, answer }) =>
      answer ? [[question, answer.id]] : [],
    ),
  );
  return columnsOf(source, [authorityOf({ ...authority, synthetic, earlyHelp })], observations);
}

function authorityOf({ code, name, synthetic, earlyHelp }: OwnAuthority): SourceArea {
  const told = Object.keys(earlyHelp).length > 0 ? earlyHelp : null;
  return { code, name, kind: 'authority', region: null, members: [], synthetic, earlyHelp: told };
}

function columnsOf(
  source: FigureSource,
  areas: readonly SourceArea[],
  observations: Observations,
): FigureColumns {
  const builder = new ColumnsBuilder(source, areas);
  const known = new Set(areas.map(({ code }) => code));
  for (const { outcome, ...row } of observations) {
    if (known.has(row.area)) builder.add({ ...row, content: contentOf(outcome) });
  }
  return builder.build();
}

/** The symbols that a return has in place of a figure. */
const SYMBOLS = {
  withheld: 'c',
  'not applicable': 'z',
  'not available': 'x',
  missing: 'm',
} as const;

function contentOf(outcome: Outcome): Content {
  switch (outcome.kind) {
    case 'count':
    case 'amount':
    case 'ratio':
      return { ...outcome, flag: null };
    case 'withheld':
    case 'not applicable':
    case 'not available':
    case 'missing':
      return { kind: 'symbol', symbol: SYMBOLS[outcome.kind], says: inFull(outcome) };
  }
}
