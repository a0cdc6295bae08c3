import type { DefinedFigure, Definition } from '../../model/return-document.ts';
import { type CellOf, type RawRow, type RawTable, cellsOf } from './raw-table.ts';
import { COLLECTIONS, KINDS, PERIODS, POLARITIES } from './read-definitions.ts';
import { oneOf, quarter, refusal } from './shape.ts';

/** Takes the table of measures as it was read; gives the definitions it holds, a row a figure. Throws a Problem where one cannot be read. */
export function definitionsOf(table: RawTable): Definition[] {
  const cell = cellsOf(table);
  const rows = new Map<string, RawRow[]>();
  for (const row of table.rows) {
    const id = cell(row, 'measure');
    rows.set(id, [...(rows.get(id) ?? []), row]);
  }
  return [...rows.values()].flatMap((own) => {
    const [first] = own;
    return first ? [definitionOf(first, own, cell)] : [];
  });
}

function definitionOf(row: RawRow, own: readonly RawRow[], cell: CellOf): Definition {
  const version = Number(cell(row, 'definition_version'));
  if (!Number.isSafeInteger(version) || version < 1) {
    throw refusal(`${row.place} of the measures`, 'has no version of the definition');
  }
  const at = (column: string) => `‘${column}’ in ${row.place} of the measures`;
  const of = cell(row, 'breakdown_of');
  return {
    id: cell(row, 'measure'),
    title: cell(row, 'title'),
    collection: oneOf(...COLLECTIONS)(cell(row, 'collection'), at('collection')),
    theme: cell(row, 'theme'),
    version,
    validFrom: quarter(cell(row, 'valid_from'), at('valid_from')),
    period: oneOf(...PERIODS)(cell(row, 'period'), at('period')),
    polarity: oneOf(...POLARITIES)(cell(row, 'polarity'), at('polarity')),
    breakdownOf: of === '' ? null : { measure: of, by: cell(row, 'breakdown_by') },
    figures: own.map((each) => figureOf(each, cell)),
    counts: linesOf(cell(row, 'counts')),
    leavesOut: linesOf(cell(row, 'leaves_out')),
    differs: linesOf(cell(row, 'differs')),
    source: cell(row, 'source'),
    notes: linesOf(cell(row, 'notes')),
  };
}

function figureOf(row: RawRow, cell: CellOf): DefinedFigure {
  const kind = oneOf(...KINDS)(cell(row, 'kind'), `‘kind’ in ${row.place} of the measures`);
  return {
    id: cell(row, 'figure'),
    title: cell(row, 'figure_title'),
    headline: cell(row, 'headline').toLowerCase() === 'true',
    kind,
    unit: cell(row, 'unit'),
    numerator: kind === 'count' ? null : cell(row, 'numerator'),
    denominator: kind === 'count' ? null : cell(row, 'denominator'),
  };
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
