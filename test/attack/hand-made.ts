import type { DisclosurePolicy, Identity, NumberNamed } from '../../src/model/disclosure.ts';
import type { Breakdown, Figure, RecordsMeasure } from '../../src/model/measure.ts';
import type { BreakdownCell, Observation } from '../../src/model/observation.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { Period } from '../../src/model/period.ts';
import type { Definitions } from './numbers.ts';

export const NOW = '2025-26 Q1';
export const YEAR: Period = 'year to 2025-26 Q1';

/** Takes the most that is withheld, and what the rest is rounded to; gives the policy. */
export function policyOf(withheldTo: number, roundedTo: number | null = null): DisclosurePolicy {
  const words = { id: 'policy', title: 'Policy', symbol: 'c', words: 'Withheld', says: 'Says.' };
  return { ...words, withheldFrom: 1, withheldTo, roundedTo };
}

/** Three sexes, two colours: a breakdown that stays, and one that may change. */
const BREAKDOWNS: readonly Breakdown[] = [
  { id: 'sex', title: 'Sex', cells: ['f', 'm', 'u'].map((id) => ({ id, title: id })) },
  { id: 'word', title: 'Word', cells: ['a', 'b'].map((id) => ({ id, title: id })) },
];

/** A figure as `plans: all`, `share: again of all`: its id and its conditions. */
type Written = string;

/** Takes an id, figures and what differs from a measure of events in a period; gives the measure. */
export function measureOf(
  id: string,
  figures: readonly Written[],
  differs: Partial<RecordsMeasure> & { readonly unit?: string } = {},
): RecordsMeasure {
  const { unit = 'event', ...rest } = differs;
  const texts = { title: id, theme: '', file: '', source: '', collection: 'riia' } as const;
  const lists = { example: [], notes: [], counts: [], leavesOut: [], differs: [], reads: [] };
  const none = { needs: [], refines: [], settings: [], parts: [], lookback: null, instead: null };
  return {
    ...{ ...texts, ...lists, ...none, id, kind: 'records', version: 1, validFrom: '2020-21 Q1' },
    ...{
      polarity: 'neutral',
      period: 'activity',
      sql: '',
      yearsAddUp: { firsts: [] },
      asAtExtract: false,
    },
    rules: { of: '', record: '', day: null, ids: null, rows: [], keep: [], once: null, parts: {} },
    breakdowns: ['sex', 'word'],
    figures: figures.map((written) => figureOf(written, unit)),
    ...rest,
  };
}

function figureOf(written: Written, unit: string): Figure {
  const [id = '', says = ''] = written.split(': ');
  const [where = '', of] = says.split(' of ');
  const texts = { id, title: id, headline: true, sentence: '', needs: [], unsure: null };
  const common = { ...texts, unit: [unit, `${unit}s`] as const };
  if (of === undefined) return { ...common, kind: 'count', where };
  return { ...common, kind: 'ratio', where, of, scale: 100, numerator: '', denominator: '' };
}

/** Takes measures and identities; gives definitions with the two breakdowns. */
export function defined(
  measures: readonly RecordsMeasure[],
  identities: readonly Identity[] = [],
): Definitions {
  return { measures, breakdowns: BREAKDOWNS, identities };
}

/** Takes a measure, a figure, and which of its numbers; gives the number as an identity names it. */
export function numberOf(
  measure: string,
  figure: string,
  part: NumberNamed['part'] = 'count',
): NumberNamed {
  return { measure, figure, part, cell: null };
}

/**
 * Takes a measure, a figure and a period, and by place (`whole`, `sex f`) what is shown there: a count, `2 of 9`, `c` where it is
 * withheld, `z` where it does not apply; gives the rows.
 */
export function rowsOf(
  [measure, figure, period]: readonly [measure: string, figure: string, period: Period],
  shown: Readonly<Record<string, number | string>>,
): Observation[] {
  return Object.entries(shown).map(([place, value]) => ({
    ...{ measure, figure, period, version: 1, area: '000', origin: 'extract' },
    ...{ denominatorFrom: null, cell: cellAt(place), outcome: outcomeOf(value) },
  }));
}

function cellAt(place: string): BreakdownCell | null {
  const [by = '', cell] = place.split(' ');
  return cell === undefined ? null : { by, cell };
}

function outcomeOf(value: number | string): Outcome {
  if (typeof value === 'number') return { kind: 'count', value };
  if (value === 'c') return { kind: 'withheld' };
  if (value === 'z') return { kind: 'not applicable', reason: 'over none' };
  const [numerator = 0, denominator = 0] = value.split(' of ').map(Number);
  return { kind: 'ratio', numerator, denominator, scale: 100 };
}
