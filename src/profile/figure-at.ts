import type { Breakdown, Figure, FormMeasure, Measure, RecordsMeasure } from '../model/measure.ts';
import type { BreakdownCell } from '../model/observation.ts';
import { membersOf, quoted, refusal, textOf } from './written.ts';

const CELL_MEMBERS = ['by', 'cell'] as const;

/** Takes the ids of a measure and of a figure as they were read; gives both. Throws a Problem where there is none such. */
export function readFigure(
  measureRead: unknown,
  figureRead: unknown,
  where: string,
  measures: readonly Measure[],
): { readonly measure: RecordsMeasure | FormMeasure; readonly figure: Figure } {
  const id = textOf(measureRead, `‘measure’ in ${where}`);
  const measure = measures.find((one) => one.id === id);
  if (!measure || measure.kind === 'breakdown')
    throw refusal(
      where,
      `names ${quoted(id)}, which has no figures`,
      'Write an id such as riia-02.',
    );
  const name = textOf(figureRead, `‘figure’ in ${where}`);
  const figure = measure.figures.find((one) => one.id === name);
  if (!figure)
    throw refusal(
      where,
      `names ${quoted(name)}, which is no figure of ${id}`,
      `Write one of ${measure.figures.map((one) => one.id).join(', ')}.`,
    );
  return { measure, figure };
}

/** Takes the cell of a breakdown as it was read, null for the whole; gives it. Throws a Problem where there is none such. */
export function readCell(
  read: unknown,
  where: string,
  measure: RecordsMeasure | FormMeasure,
  breakdowns: readonly Breakdown[],
): BreakdownCell | null {
  if (read === null) return null;
  const members = membersOf(read, where, CELL_MEMBERS);
  const by = textOf(members.get('by'), `‘by’ in ${where}`);
  const cell = textOf(members.get('cell'), `‘cell’ in ${where}`);
  const known = measure.kind === 'records' && measure.breakdowns.includes(by);
  const breakdown = known ? breakdowns.find(({ id }) => id === by) : undefined;
  if (!breakdown)
    throw refusal(
      where,
      `names ${quoted(by)}, by which ${measure.id} is not broken down`,
      'Take it out.',
    );
  if (!breakdown.cells.some(({ id }) => id === cell))
    throw refusal(
      where,
      `names ${quoted(cell)}, which is no cell of ${by}`,
      `Write one of ${breakdown.cells.map(({ id }) => id).join(', ')}.`,
    );
  return { by, cell };
}

/** Takes properties; gives the JSON Schema of an object that has all of them and no other. */
export function only(properties: Readonly<Record<string, object>>) {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  } as const;
}

/** Takes the breakdowns; gives what JSON Schema can say of a cell, or null for the whole. */
export function cellSchema(breakdowns: readonly Breakdown[]) {
  return {
    oneOf: [
      { type: 'null' },
      ...breakdowns.map(({ id, cells }) =>
        only({ by: { const: id }, cell: { enum: cells.map((cell) => cell.id) } }),
      ),
    ],
  };
}

/** Takes the measures; gives the ids that JSON Schema may name. */
export function figureSchemas(measures: readonly Measure[]) {
  const own = measures.filter((measure) => measure.kind !== 'breakdown');
  return {
    measure: { enum: own.map(({ id }) => id) },
    figure: { enum: [...new Set(own.flatMap(({ figures }) => figures.map(({ id }) => id)))] },
  };
}
