import type { PackRemark } from '../../model/benchmark-pack.ts';
import type { AreaTotal, RemarkRule } from '../../model/collation.ts';
import type { ObservationAt } from '../../model/disclosure.ts';
import type { ObservationColumns } from '../../model/observation-columns.ts';
import { WHOLE } from '../observation-rows.ts';
import { type CellOf, type RawRow, type RawTable, cellsOf } from './raw-table.ts';
import { oneOf, period, refusal } from './shape.ts';

const RULES = [
  'history',
  'published year',
  'others',
  'sum',
  'identity',
  'older version',
] as const satisfies readonly RemarkRule[];

/** Takes the table of totals and the observations; gives the totals. Throws a Problem where one is of no observation, or is no number. */
export function totalsOf(table: RawTable, observations: ObservationColumns): AreaTotal[] {
  const cell = cellsOf(table);
  return table.rows.map((row) => {
    const at = placeOf(row, cell, 'totals');
    const area = cell(row, 'area_code');
    const observation = observations.find(area, at);
    if (!observation) throw refusal(`${row.place} of the totals`, 'is of no observation');
    const number = (column: string) => numberIn(row, cell, column);
    const count = (column: string) => number(column) ?? 0;
    const [least, mean] = [number('least'), number('mean')];
    const { version, outcome, denominatorFrom } = observation;
    return {
      ...{ area, at, version, outcome, denominatorFrom },
      range: least === null ? null : { least, most: number('most') },
      coverage: {
        ...{ of: count('members'), shown: count('shown'), withheld: count('withheld') },
        ...{ without: count('without'), otherVersion: count('other_version') },
      },
      spread:
        mean === null
          ? null
          : {
              ...{ n: count('n'), mean, lowerQuartile: count('lower_quartile') },
              ...{ median: count('median'), upperQuartile: count('upper_quartile') },
            },
    };
  });
}

/** Takes the table of remarks; gives them. Throws a Problem where one cannot be read. */
export function remarksOf(table: RawTable): PackRemark[] {
  const cell = cellsOf(table);
  return table.rows.map((row) => ({
    id: cell(row, 'id'),
    rule: oneOf(...RULES)(cell(row, 'rule'), `‘rule’ in ${row.place} of the remarks`),
    area: cell(row, 'area_code'),
    ...placeOf(row, cell, 'remarks'),
    says: cell(row, 'says'),
    note: cell(row, 'note'),
  }));
}

function placeOf(row: RawRow, cell: CellOf, table: string): ObservationAt {
  const [by, of] = [cell(row, 'breakdown'), cell(row, 'breakdown_cell')];
  return {
    measure: cell(row, 'measure'),
    figure: cell(row, 'figure'),
    period: period(cell(row, 'period'), `‘period’ in ${row.place} of the ${table}`),
    cell: by === WHOLE ? null : { by, cell: of },
  };
}

function numberIn(row: RawRow, cell: CellOf, column: string): number | null {
  const text = cell(row, column);
  if (text === '') return null;
  const value = Number(text);
  if (!Number.isFinite(value)) throw refusal(`‘${column}’ in ${row.place}`, 'is not a number');
  return value;
}
