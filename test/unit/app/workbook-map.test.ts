import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../src/model/observation.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import type { BookSheet, MappedCell } from '../../../src/model/workbook-map.ts';
import { Totals } from '../../../src/app/totals.ts';
import {
  cellNamed,
  filledCells,
  labelOf,
  openCells,
  pasteable,
  readCellName,
} from '../../../src/app/workbook-map.ts';
import { inCell } from '../../../src/template/in-cell.ts';

const SHEET: BookSheet = {
  name: 'RIIA',
  rows: [
    ['Return', '', ''],
    ['Item', 'This quarter', 'Year'],
    ['Referrals', '', ''],
    ['Repeat', '', ''],
    ['', '', ''],
    ['Enquiries', '', '4'],
  ],
  formulas: ['B4'],
  covered: [],
};
const EH: BookSheet = { ...SHEET, name: 'Early Help', formulas: [] };

const mapped = (cell: string, rest: Partial<MappedCell> = {}): MappedCell => ({
  ...{ sheet: 'RIIA', cell, label: labelOf(SHEET, cell), measure: 'riia-02', figure: 'referrals' },
  ...{ of: null, part: 'value', period: 'quarter' },
  ...rest,
});

const observed = (
  period: Observation['period'],
  outcome: Outcome,
  rest: Partial<Observation> = {},
): Observation => ({
  ...{ measure: 'riia-02', figure: 'referrals', version: 1, period, area: '000', cell: null },
  ...{ outcome, origin: 'extract', denominatorFrom: null },
  ...rest,
});
const Q1 = '2025-26 Q1';
const count = (value: number): Outcome => ({ kind: 'count', value });

describe('a cell that is typed', () => {
  it.each([
    ['RIIA!B7', { sheet: 'RIIA', cell: 'B7' }],
    [" 'early help'!$c$12 ", { sheet: 'Early Help', cell: 'C12' }],
    ['b7', { sheet: 'Early Help', cell: 'B7' }],
    ['Gone!B7', null],
    ['7B', null],
    ['', null],
  ])('%s', (typed, place) => {
    expect(readCellName(typed, [SHEET, EH], 'Early Help')).toEqual(place);
  });

  it('is named as the workbook names it', () => {
    expect([cellNamed(0, 0), cellNamed(25, 8), cellNamed(26, 9), cellNamed(701, 0)]).toEqual([
      ...['A1', 'Z9', 'AA10', 'ZZ1'],
    ]);
  });
});

describe('what goes into a collator’s workbook', () => {
  const sendable = [
    new Totals([
      observed(Q1, count(120)),
      observed(`year to ${Q1}`, { kind: 'withheld' }),
      observed(
        Q1,
        { kind: 'ratio', numerator: 24, denominator: 125, scale: 100 },
        {
          ...{ measure: 'riia-04', figure: 'repeat' },
        },
      ),
      observed(Q1, count(70), { cell: { by: 'sex', cell: 'female' } }),
    ]),
    new Totals([observed('2024-25 Q4', count(99))]),
  ];
  const values = (...cells: MappedCell[]) =>
    filledCells(cells, Q1, sendable, inCell, [SHEET, EH]).map(({ value, remark }) => [
      value,
      remark,
    ]);

  it('is the number, its parts, its share, a cell, another period, or the symbol of the return', () => {
    const repeat = { measure: 'riia-04', figure: 'repeat' } as const;
    expect(
      values(
        mapped('B3'),
        mapped('C3', { period: 'year' }),
        mapped('B6', { of: { by: 'sex', cell: 'female' } }),
        mapped('C6', { period: 'quarter before' }),
        mapped('A3', { ...repeat, part: 'numerator' }),
        mapped('A4', { ...repeat, part: 'denominator' }),
        mapped('A6', { ...repeat, part: 'value' }),
        mapped('A1', { ...repeat, part: 'share' }),
      ),
    ).toEqual([120, 'c', 70, 99, 24, 125, 19.2, 0.192].map((value) => [value, null]));
  });

  it('is nothing where the return holds none, and that is said', () => {
    expect(values(mapped('B3', { period: 'year before' }))).toEqual([
      [null, 'The return holds no such number for year before.'],
    ]);
  });

  it('is told where the template has changed, or takes nothing', () => {
    const [moved] = values(mapped('B3', { label: 'Contacts, This quarter' }));
    expect(moved?.[0]).toBe(120);
    expect(moved?.[1]).toMatch(/beside it stood “Contacts, .*and stands “Referrals, This quarter”/);
    expect(values(mapped('B4'))[0]?.[1]).toMatch(/formula/);
    expect(values(mapped('B3', { sheet: 'Gone' }))[0]?.[1]).toMatch(/no such sheet/);
  });

  it('leaves cells open that a person may have forgotten', () => {
    expect(openCells([SHEET, EH], [mapped('B3'), mapped('C3')])).toEqual([
      { sheet: 'RIIA', cell: 'C4', label: 'Repeat, Year' },
      { sheet: 'RIIA', cell: 'B6', label: 'Enquiries, This quarter' },
    ]);
  });

  it('is a column in the template’s order, whatever the order it was mapped in', () => {
    const filled = filledCells(
      [mapped('C3', { period: 'year' }), mapped('B3'), mapped('B6', { period: 'year before' })],
      Q1,
      sendable,
      inCell,
      [SHEET],
    );
    expect(pasteable(filled, [SHEET])).toBe('120\n\nc');
  });
});
