import { describe, expect, it } from 'vitest';
import { definitions } from '../../../src/return/definitions.ts';
import { MEASURE_COLUMNS, measureRows } from '../../../src/return/measure-rows.ts';
import {
  OBSERVATION_COLUMNS,
  SCHEMA_VERSION,
  observationRows,
} from '../../../src/return/observation-rows.ts';
import { rowsAbout } from '../../../src/return/status.ts';
import { SYMBOLS } from '../../../src/return/symbols.ts';
import { spec } from '../../../src/spec/spec.ts';
import {
  OBSERVATIONS,
  QUARTER,
  TERMS,
  YEAR,
  cellOf,
  count,
  documentFor,
  inPeriod,
  observed,
  percentage,
} from './observations.ts';
import { breaches } from './schema.ts';

const SCHEMA = spec.returnStandard.observations;
const rowsIn = (...given: Parameters<typeof documentFor>) => {
  const document = documentFor(...given);
  return observationRows(document.observations, rowsAbout(document));
};
const rows = rowsIn();

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

  it('has a key to its symbols that the writers use, and every policy has', () => {
    expect(SYMBOLS).toEqual(SCHEMA.symbols);
    const [withheld] = SYMBOLS;
    for (const { symbol, words } of spec.disclosure.policies) {
      expect({ symbol, means: words }).toEqual(withheld);
    }
  });

  it('has no name that is a symbol, which would be read as nothing', () => {
    const names = [
      ...spec.breakdowns.flatMap(({ id, cells }) => [id, ...cells.map((cell) => cell.id)]),
      ...spec.measures.flatMap((m) => (m.kind === 'breakdown' ? [] : m.figures.map((f) => f.id))),
    ];
    expect(names.filter((name) => SCHEMA.missingValues.includes(name))).toEqual([]);
  });

  it('has one row for each observation, as what the whole is', () => {
    expect(rows).toHaveLength(OBSERVATIONS.length);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['DRAFT']));
    const signedOff = { role: 'Head of performance', on: '2025-07-20' } as const;
    expect(rowsIn(undefined, { signedOff })[0]?.status).toBe('SIGNED OFF');
  });

  it('has the table of measures beside it, by its own schema', () => {
    const schema = spec.returnStandard.measures;
    expect(MEASURE_COLUMNS).toEqual(schema.fields.map(({ name }) => name));
    const real = { ...TERMS, measures: spec.measures, breakdowns: spec.breakdowns };
    const texts = measureRows(definitions(real)).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')])),
    );
    expect(breaches(texts, schema)).toEqual([]);
    expect(new Set(texts.map(({ measure }) => measure)).size).toBe(spec.measures.length);
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
    expect(rowsIn([...OBSERVATIONS].reverse())).toStrictEqual(rows);
  });

  it('has older periods first, and a quarter before the year that ends with it', () => {
    const periods = [YEAR, 'year to 2024-25 Q4', QUARTER, '2024-25 Q4'] as const;
    const given = periods.map((p) => observed('riia-02', 'referrals', count(9), inPeriod(p)));
    const ordered = rowsIn(given).map(({ period }) => period);
    expect(ordered).toEqual(['2024-25 Q4', 'year to 2024-25 Q4', QUARTER, YEAR]);
  });
});

describe('a row', () => {
  const rowOf = (...given: Parameters<typeof observed>) => rowsIn([observed(...given)])[0];

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
    expect(said.map((row) => [row?.value, row?.outcome, row?.reason])).toEqual([
      ['m', 'missing', reason],
      ['z', 'not applicable', reason],
      ['x', 'not available', reason],
    ]);
  });

  it('shows a ratio above nought that rounds to nought as low, with its parts; nought as nought', () => {
    expect(rowOf('riia-04', 'repeat', percentage(7, 100_000))).toMatchObject({
      ...{ outcome: 'ratio', value: 'low', numerator: 7, denominator: 100_000, scale: 100 },
    });
    expect(rowOf('riia-04', 'repeat', percentage(50, 100_000))?.value).toBe(0.1);
    expect(rowOf('riia-04', 'repeat', percentage(0, 100_000))?.value).toBe(0);
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
    const found = rowsIn(given).map((row) => {
      const { period, period_first_day, period_kind, breakdown, breakdown_cell, ...rest } = row;
      expect([period, period_first_day, period_kind, breakdown, breakdown_cell]).not.toContain(
        null,
      );
      return rest;
    });
    expect(found).toHaveLength(outcomes.length);
    expect(found[0]).toMatchObject({
      outcome: 'withheld',
      value: 'c',
      numerator: 'c',
      denominator: 'c',
      scale: null,
      reason: 'Withheld to protect children',
    });
    found.forEach((row) => {
      expect(row).toStrictEqual(found[0]);
    });
  });
});
