import { describe, expect, it } from 'vitest';
import { DRAFT } from '../../../src/return/draft.ts';
import {
  OBSERVATION_COLUMNS,
  SCHEMA_VERSION,
  observationRows,
} from '../../../src/return/observation-rows.ts';
import { symbolKey } from '../../../src/return/symbols.ts';
import {
  OBSERVATIONS,
  POLICY,
  QUARTER,
  TERMS,
  YEAR,
  cellOf,
  count,
  inPeriod,
  observed,
  percentage,
  returnOf,
} from './observations.ts';
import { SCHEMA, breaches } from './schema.ts';

const rows = observationRows(returnOf(), TERMS);

describe('the tidy table', () => {
  it('has the columns of the published schema, in its order', () => {
    const named = SCHEMA.fields.map(({ name }) => name);
    expect(OBSERVATION_COLUMNS).toEqual(named);
    expect(rows.map((row) => Object.keys(row))).toEqual(rows.map(() => named));
    expect(SCHEMA_VERSION).toBe(SCHEMA.version);
  });

  it('keeps to the schema, and the schema finds what does not', () => {
    const texts = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')])),
    );
    expect(breaches(texts)).toEqual([]);
    const spoilt = texts.map((row) => ({ ...row, measure: 'pupils', value: 'NaN', area_name: '' }));
    expect(breaches(spoilt.slice(0, 1))).toHaveLength(3);
    expect(breaches([...texts, ...texts.slice(0, 1)])).toHaveLength(1);
  });

  it('has a key to its symbols that the writers use', () => {
    expect(symbolKey(POLICY)).toEqual(SCHEMA.symbols);
    const symbols = SCHEMA.fields.find(({ name }) => name === 'symbol')?.constraints.enum;
    expect(symbols).toEqual(SCHEMA.symbols.map(({ symbol }) => symbol));
  });

  it('has one row for each observation, as a draft', () => {
    expect(rows).toHaveLength(OBSERVATIONS.length);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set([DRAFT]));
  });
});

describe('its order', () => {
  it('is that of the definitions, figures, periods, breakdowns and cells', () => {
    expect(rows.map((row) => [row.measure, row.figure, row.period, row.breakdown_cell])).toEqual([
      ['riia-02', 'referrals', QUARTER, 'total'],
      ['riia-02', 'referrals', QUARTER, 'under_1'],
      ['riia-02', 'referrals', QUARTER, '1_to_4'],
      ['riia-02', 'referrals', QUARTER, 'unknown'],
      ['riia-02', 'referrals', QUARTER, 'police'],
      ['riia-02', 'referrals', QUARTER, 'unknown'],
      ['riia-02', 'referrals', YEAR, 'total'],
      ['riia-02', 'rate', QUARTER, 'total'],
      ['riia-02', 'rate', YEAR, 'total'],
      ['riia-04', 'repeat', QUARTER, 'total'],
      ['riia-04', 'repeat', QUARTER, 'under_1'],
      ['riia-04', 'repeat', QUARTER, '1_to_4'],
      ['riia-04', 'repeat', QUARTER, 'unknown'],
      ['riia-04', 'repeat', YEAR, 'total'],
      ['riia-24', 'children', QUARTER, 'total'],
      ['eh-6', 'either', QUARTER, 'total'],
      ['eh-6', 'either', YEAR, 'total'],
    ]);
  });

  it('does not hang on the order given', () => {
    expect(observationRows(returnOf([...OBSERVATIONS].reverse()), TERMS)).toStrictEqual(rows);
  });

  it('has older periods first, and a quarter before the year that ends with it', () => {
    const periods = [YEAR, 'year to 2024-25 Q4', QUARTER, '2024-25 Q4'] as const;
    const given = periods.map((p) => observed('riia-02', 'referrals', count(9), inPeriod(p)));
    const ordered = observationRows(returnOf(given), TERMS).map(({ period }) => period);
    expect(ordered).toEqual(['2024-25 Q4', 'year to 2024-25 Q4', QUARTER, YEAR]);
  });

  it.each([
    observed('riia-99', 'referrals', count(9)),
    observed('riia-02', 'repeat', count(9)),
    observed('riia-02', 'referrals', count(9), cellOf('age', 'over_90')),
  ])('refuses what nothing defines: $measure $figure $cell.cell', (undefined_) => {
    expect(() => observationRows(returnOf([undefined_]), TERMS)).toThrow('nothing defines');
  });
});

describe('a row', () => {
  const rowOf = (...given: Parameters<typeof observed>) =>
    observationRows(returnOf([observed(...given)]), TERMS)[0];

  it('names the days of a quarter and of a year', () => {
    expect(rowOf('riia-02', 'referrals', count(9))).toMatchObject({
      period_first_day: '2025-04-01',
      period_last_day: '2025-06-30',
      period_kind: 'quarter',
    });
    expect(rowOf('riia-02', 'referrals', count(9), inPeriod(YEAR))).toMatchObject({
      period_first_day: '2024-07-01',
      period_last_day: '2025-06-30',
      period_kind: 'year',
    });
  });

  it('holds a count as a whole number, without parts', () => {
    expect(rowOf('riia-02', 'referrals', count(1204))).toMatchObject({
      outcome: 'count',
      value: 1204,
      numerator: null,
      denominator: null,
      scale: null,
      symbol: null,
      reason: null,
    });
  });

  it('holds a ratio to one decimal, halves away from zero, and its parts whole', () => {
    expect(rowOf('riia-04', 'repeat', percentage(77, 400))).toMatchObject({
      outcome: 'ratio',
      value: 19.3,
      numerator: 77,
      denominator: 400,
      scale: 100,
    });
  });

  it('says why there is no figure', () => {
    const reason = 'SSD holds none';
    const outcomes = ['missing', 'not applicable', 'not available'] as const;
    const said = outcomes.map((kind) => rowOf('riia-24', 'children', { kind, reason }));
    expect(said.map((row) => [row?.symbol, row?.outcome, row?.reason, row?.value])).toEqual([
      ['m', 'missing', reason, null],
      ['z', 'not applicable', reason, null],
      ['x', 'not available', reason, null],
    ]);
  });
});

describe('withheld rows', () => {
  it('are the same in all but what they are of', () => {
    const outcomes = [count(1), count(5), percentage(3, 90), percentage(88, 90), percentage(0, 2)];
    const cells = ['under_1', '1_to_4', 'unknown'].map((cell) => cellOf('age', cell));
    const whole = { cell: null };
    const given = outcomes.map((outcome, i) =>
      observed('riia-04', 'repeat', outcome, {
        ...(cells[i] ?? whole),
        ...(i > 3 && { period: YEAR }),
      }),
    );
    const found = observationRows(returnOf(given), TERMS).map((row) => {
      const { period, period_first_day, period_kind, breakdown, breakdown_cell, ...rest } = row;
      expect([period, period_first_day, period_kind, breakdown, breakdown_cell]).not.toContain(
        null,
      );
      return rest;
    });
    expect(found).toHaveLength(outcomes.length);
    expect(found[0]).toMatchObject({
      outcome: 'withheld',
      value: null,
      numerator: null,
      denominator: null,
      scale: null,
      symbol: 'c',
      reason: 'Withheld to protect children',
    });
    found.forEach((row) => {
      expect(row).toStrictEqual(found[0]);
    });
  });
});
