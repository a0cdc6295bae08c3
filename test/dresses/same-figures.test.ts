import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DRESSES } from '../../fixtures/dress/dresses.ts';
import { EXCEPTIONS } from '../../fixtures/dress/exceptions.ts';
import {
  type MeasureResult,
  type Observation,
  observationKey,
} from '../../src/model/observation.ts';
import { inFull } from '../../src/model/outcome.ts';
import { type Worn, wear } from './dressed.ts';

let clean: Worn;

beforeAll(async () => {
  clean = await wear();
});
afterAll(() => clean.database.close());

describe('the clean extract', () => {
  it('has something to get wrong: a figure above zero of every measure that it can hold', () => {
    const held = clean.worn.answer.results.filter(({ observations }) =>
      observations.every(({ origin }) => origin === 'extract'),
    );
    expect(held.length).toBe(31);
    const without = held.filter(({ observations }) => !observations.some(isAboveZero));
    expect(without.map(({ measure }) => measure)).toEqual([]);
  });
});

describe.each(Object.values(DRESSES))('the same authority in $title', (dress) => {
  let dressed: Worn;

  beforeAll(async () => {
    dressed = await wear(dress);
  });
  afterAll(() => dressed.database.close());

  const exceptions = EXCEPTIONS.filter((one) => one.dress === dress.id);

  it('gives the figures of the clean extract, in twelve quarters and their years, whole and in every cell', () => {
    const excepted = new Set(exceptions.flatMap(({ measures }) => measures));
    const differing = differencesIn(clean.worn.answer.results, dressed.worn.answer.results);
    expect(inBrief(differing.filter(({ measure }) => !excepted.has(measure)))).toEqual([]);
  });

  it.each(exceptions)(
    'but for $measures, beside each of which it is said why: $told',
    ({ measures, told }) => {
      const differing = differencesIn(clean.worn.answer.results, dressed.worn.answer.results);
      for (const measure of measures) {
        const result = resultOf(dressed, measure);
        // An exception that is not needed any more does not stay.
        expect(
          differing.map((one) => one.measure),
          measure,
        ).toContain(measure);
        expect(saidBeside(result), measure).toContain(told);
      }
    },
  );

  it('leaves no line, no date and no table unread', () => {
    const { report } = dressed.worn;
    expect(report.unsettled).toEqual([]);
    expect(report.tables.filter(({ rejected }) => rejected > 0)).toEqual([]);
    expect(report.tables.flatMap(({ unreadDates }) => unreadDates)).toEqual([]);
    const rows = (worn: Worn) =>
      worn.worn.report.tables.map(({ table, rows: number }) => `${table}: ${number}`);
    expect(rows(dressed)).toEqual(rows(clean));
  });
});

interface Difference {
  readonly measure: string;
  /** The measure, its figure and the breakdown. */
  readonly of: string;
  readonly says: string;
}

/** Takes the results of two extracts; gives each observation that has another figure in the second, or is in one alone. */
function differencesIn(
  these: readonly MeasureResult[],
  others: readonly MeasureResult[],
): Difference[] {
  const [left, right] = [figuresIn(these), figuresIn(others)];
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((key) => left.get(key) !== right.get(key))
    .map((key) => ({
      measure: key.split(' ')[0] ?? '',
      of: key.replace(/\|[^|]*\|([^|]*)\|.*/, ' $1'),
      says: `${key}: ${left.get(key) ?? 'none'}, and ${right.get(key) ?? 'none'} in the dress`,
    }));
}

/** A line for each figure and breakdown: how many differ, and the first of them. */
function inBrief(differences: readonly Difference[]): string[] {
  const groups = new Map<string, string[]>();
  for (const { of, says } of differences) groups.set(of, [...(groups.get(of) ?? []), says]);
  return [...groups.values()].map((says) => `${says.length}: ${says[0]}`);
}

function figuresIn(results: readonly MeasureResult[]) {
  return new Map(
    results.flatMap(({ measure, observations, failed }) =>
      failed
        ? [[measure, failed] as const]
        : observations.map((one) => [keyOf(one), figureOf(one)] as const),
    ),
  );
}

function keyOf({ measure, figure, period, cell }: Observation): string {
  return `${measure} ${observationKey(figure, period, cell)}`;
}

/** The parts of a ratio, and not its value; of what is not available not why, which may be another reason. */
function figureOf({ outcome }: Observation): string {
  if (outcome.kind === 'ratio') return `${outcome.numerator} of ${outcome.denominator}`;
  return outcome.kind === 'not available' ? outcome.kind : inFull(outcome);
}

function isAboveZero({ outcome }: Observation): boolean {
  if (outcome.kind === 'ratio') return outcome.numerator > 0;
  return outcome.kind === 'count' && outcome.value > 0;
}

function resultOf({ worn }: Worn, id: string): MeasureResult | undefined {
  return worn.answer.results.find(({ measure }) => measure === id);
}

function saidBeside(result: MeasureResult | undefined): string {
  const reasons = (result?.observations ?? []).map(({ outcome }) => inFull(outcome));
  return [...(result?.caveats ?? []).map(({ says }) => says), ...new Set(reasons)].join('\n');
}
