import type { PackArea } from '../../src/model/benchmark-pack.ts';
import type { DisclosurePolicy } from '../../src/model/disclosure.ts';
import type { Observation } from '../../src/model/observation.ts';
import { type Known, knownFrom } from './known.ts';
import { type Counted, type Definitions, type NameOf, naming, partsOf } from './numbers.ts';
import { type Range, type Relation, addsUp } from './relation.ts';
import type { Rows } from './seen.ts';

/** What a reader of a whole pack has before them. */
export interface PackView {
  readonly areas: readonly PackArea[];
  readonly observations: Rows;
  /** Takes an authority's code; gives how its small numbers were treated. */
  readonly policyOf: (area: string) => DisclosurePolicy;
  readonly definitions: Definitions;
  /** By authority its true numbers, for what holds only where they agree; none where a reader is told nothing of it. */
  readonly truths: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** What a pack says that a withheld total can be, by its area and row; null where it says nothing. */
  readonly rangeOf?: (total: Observation) => Range | null;
}

type Total = Extract<PackArea, { members: readonly string[] }>;
const ANY: Range = { least: 0, most: Infinity };

/** Takes an authority's code and a number's name; gives the number's name among all authorities'. */
export function nameIn(area: string, name: string): string {
  return `${area}: ${name}`;
}

/** Takes a view; gives what a reader knows of every authority by its own rows alone, each name with its authority's code. */
export function knownAlone(view: PackView): Known {
  const each = view.areas.flatMap(({ kind, code }) => {
    if (kind !== 'authority') return [];
    const rows = view.observations.filter(({ area }) => area === code);
    const truth = view.truths.get(code) ?? new Map<string, number>();
    const policy = view.policyOf(code);
    return [
      { code, known: knownFrom({ files: [rows], policy, definitions: view.definitions, truth }) },
    ];
  });
  const names = each.flatMap(({ code, known }) =>
    [...known.noughtOrAbove.names].map((name) => nameIn(code, name)),
  );
  return {
    ranges: new Map(
      each.flatMap(({ code, known }) =>
        [...known.ranges].map(([name, range]) => [nameIn(code, name), range] as const),
      ),
    ),
    relations: each.flatMap(({ code, known }) => known.relations.map((one) => named(one, code))),
    // Of several policies the least that all of them say.
    noughtOrAbove: {
      names: new Set(names),
      above: Math.min(...each.map(({ known }) => known.noughtOrAbove.above)),
    },
  };
}

/** Takes a view; gives what a reader knows by all of it: a total adds up those of its members that have the figure in the pack. */
export function knownFromPack(view: PackView): Known {
  const alone = knownAlone(view);
  const sums = sumsIn(view);
  const ranges = new Map(alone.ranges);
  for (const { name, range } of sums) ranges.set(name, range);
  return {
    ...alone,
    ranges,
    relations: [
      ...alone.relations,
      ...sums.map(({ name, parts }) => addsUp(name, parts)),
      ...sumsOfSums(sums),
    ],
  };
}

function named({ terms, sum }: Relation, code: string): Relation {
  return { terms: terms.map(({ name, times }) => ({ name: nameIn(code, name), times })), sum };
}

/** One number of a total, and the numbers that it adds up. */
interface Sum {
  readonly name: string;
  readonly range: Range;
  readonly parts: readonly string[];
  /** What it is of, whichever total it is in. */
  readonly of: string;
}

function sumsIn(view: PackView): Sum[] {
  const rows = new Map<string, Observation>();
  for (const row of view.observations) rows.set(`${row.area} ${seriesOf(row)}`, row);
  const nameOf = naming(view.definitions);
  const totals = new Map(
    view.areas.flatMap((area) => (area.kind === 'authority' ? [] : [[area.code, area]])),
  );
  return view.observations.flatMap((row) => {
    const total = totals.get(row.area);
    if (!total) return [];
    const adding = contributorsOf(row, total, rows, view.definitions);
    return countedIn(row, view.definitions).map(({ part, counted, shown }) => ({
      of: `${seriesOf(row)} ${part}`,
      name: `${total.code}: ${seriesOf(row)} ${part}`,
      range: rangeOf(row, shown, adding, view),
      parts: adding.map(({ area }) => placedIn(area, counted, row, nameOf)),
    }));
  });
}

/** Members that have a number there, shown or withheld, by the version of the definition that the total has. */
function contributorsOf(
  row: Observation,
  { members }: Total,
  rows: ReadonlyMap<string, Observation>,
  definitions: Definitions,
): Observation[] {
  const count = countOfRate(row, definitions);
  return members.flatMap((member) => {
    const told = rows.get(`${member} ${seriesOf(row)}`);
    // Without names a pack has no rates but of totals: these add up the counts all the same.
    const own = told && count && isLeftOut(told) ? rows.get(`${member} ${seriesOf(count)}`) : told;
    const has = own && ['count', 'ratio', 'withheld', 'not applicable'].includes(own.outcome.kind);
    return has && own.version === row.version ? [own] : [];
  });
}

/** The place of the count that a rate is of. */
function countOfRate(row: Observation, { measures }: Definitions): Observation | null {
  const measure = measures.find(({ id }) => id === row.measure);
  if (!measure || measure.kind === 'breakdown') return null;
  const figure = measure.figures.find(({ id }) => id === row.figure);
  return figure?.kind === 'rate' ? { ...row, figure: figure.of } : null;
}

function isLeftOut({ outcome }: Observation): boolean {
  return outcome.kind === 'not available' && /would name the authority/.test(outcome.reason);
}

/** A total of rounded numbers is off by as much as they may be together. */
function rangeOf(
  row: Observation,
  shown: number | null,
  adding: readonly Observation[],
  view: PackView,
): Range {
  if (shown === null) return view.rangeOf?.(row) ?? ANY;
  const off = adding.reduce((sum, { area }) => {
    return sum + Math.floor((view.policyOf(area).roundedTo ?? 0) / 2);
  }, 0);
  return { least: Math.max(0, shown - off), most: shown + off };
}

function placedIn(
  area: string,
  counted: Counted,
  { period, cell }: Observation,
  nameOf: NameOf,
): string {
  return nameIn(area, nameOf(counted, period, cell));
}

/** The numbers that a total's row is about; a population is none. */
function countedIn(
  { measure, figure, outcome, denominatorFrom }: Observation,
  definitions: Definitions,
) {
  const parts = partsOf(definitions, measure, figure);
  if (!parts || ['missing', 'not available'].includes(outcome.kind)) return [];
  const { numerator, denominator } =
    outcome.kind === 'ratio'
      ? outcome
      : { numerator: noneIn(outcome), denominator: noneIn(outcome) };
  if (parts.kind === 'count') {
    const shown = outcome.kind === 'count' ? outcome.value : numerator;
    // Without its own row, a rate's numerator is told by the count beside it.
    return [{ part: denominatorFrom === null ? 'count' : 'of rate', counted: parts.count, shown }];
  }
  return [
    { part: 'numerator', counted: parts.numerator, shown: numerator },
    { part: 'denominator', counted: parts.denominator, shown: denominator },
  ];
}

function noneIn({ kind }: Observation['outcome']): number | null {
  return kind === 'not applicable' ? 0 : null;
}

/** Totals that share no member, and together have all that a larger one has, add up to it. */
function sumsOfSums(sums: readonly Sum[]): Relation[] {
  const bySeries = new Map<string, Sum[]>();
  for (const sum of sums) bySeries.set(sum.of, [...(bySeries.get(sum.of) ?? []), sum]);
  return [...bySeries.values()].flatMap((same) =>
    same.flatMap((whole) => {
      const parts = disjointIn(whole, same);
      return parts.length > 1 ? [addsUp(whole.name, parts)] : [];
    }),
  );
}

/** The names of totals within a total, larger ones first, and of what they leave of it. */
function disjointIn(whole: Sum, others: readonly Sum[]): string[] {
  const left = new Set(whole.parts);
  const within = others
    .filter(({ name, parts }) => name !== whole.name && parts.length < whole.parts.length)
    .sort((a, b) => b.parts.length - a.parts.length);
  const taken = within.filter(({ parts }) => {
    const fits = parts.length > 0 && parts.every((part) => left.has(part));
    if (fits) for (const part of parts) left.delete(part);
    return fits;
  });
  return taken.length > 0 ? [...taken.map(({ name }) => name), ...left] : [];
}

function seriesOf({ measure, figure, period, cell }: Observation): string {
  return [measure, figure, period, cell?.by ?? '', cell?.cell ?? ''].join(' | ');
}
