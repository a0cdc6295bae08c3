import type { FormMeasure, Measure, RecordsMeasure } from '../model/measure.ts';
import { type Quarter, parseQuarter } from '../model/period.ts';
import type { HandEntry } from '../model/question.ts';
import { itemsOf, membersOf, numberOf, quoted, refusal, textOf } from './written.ts';

const MEMBERS = ['measure', 'quarter', 'parts'] as const;

/** Takes the section `by_hand` as it was read and the measures; gives the entries. Throws a Problem that says which is wrong. */
export function readByHand(read: unknown, measures: readonly Measure[]): HandEntry[] {
  const seen = new Set<string>();
  return itemsOf(read, '‘by_hand’').map((item, index) => {
    const entry = readEntry(item, `entry ${index + 1} of ‘by_hand’`, measures);
    const name = `${entry.measure}, ${entry.quarter}`;
    if (seen.has(name))
      throw refusal(
        `entry ${index + 1} of ‘by_hand’`,
        `is for ${name}, which an earlier entry has`,
        'Keep one of the two.',
      );
    seen.add(name);
    return entry;
  });
}

function readEntry(read: unknown, where: string, measures: readonly Measure[]): HandEntry {
  const members = membersOf(read, where, MEMBERS);
  const measure = readMeasure(members.get('measure'), where, measures);
  const quarter = readQuarter(members.get('quarter'), where);
  const place = `${where} (${measure.id}, ${quarter})`;
  const ids = measure.parts.map(({ id }) => id);
  const parts = membersOf(members.get('parts'), `‘parts’ in ${place}`, ids);
  return {
    measure: measure.id,
    quarter,
    parts: Object.fromEntries(
      measure.parts.map(({ id, max, whole }) => [
        id,
        numberOf(parts.get(id), `${quoted(id)} in ${place}`, { min: 0, max, whole }),
      ]),
    ),
  };
}

function readMeasure(
  read: unknown,
  where: string,
  measures: readonly Measure[],
): FormMeasure | RecordsMeasure {
  const id = textOf(read, `‘measure’ in ${where}`);
  const measure = measures.find((candidate) => candidate.id === id);
  if (!measure)
    throw refusal(
      where,
      `names ${quoted(id)}, which is no measure`,
      'Write an id such as riia-24.',
    );
  if (measure.kind === 'breakdown' || measure.parts.length === 0)
    throw refusal(
      where,
      `names ${id}, which is never entered by hand`,
      'Take the entry out: this measure comes from the extract.',
    );
  return measure;
}

function readQuarter(read: unknown, where: string): Quarter {
  const text = textOf(read, `‘quarter’ in ${where}`);
  const quarter = parseQuarter(text);
  if (quarter === null)
    throw refusal(where, `is for ${quoted(text)}, which is no quarter`, 'Write it as 2025-26 Q1.');
  return quarter;
}

/** Takes the measures; gives what JSON Schema can say of the section: all but that no entry may come twice. */
export function byHandSchema(measures: readonly Measure[]) {
  const entered = measures.filter(
    (measure) => measure.kind !== 'breakdown' && measure.parts.length > 0,
  );
  return { type: 'array', items: { oneOf: entered.map(entrySchema) } } as const;
}

function entrySchema(measure: Measure) {
  const parts = measure.kind === 'breakdown' ? [] : measure.parts;
  return {
    title: measure.title,
    type: 'object',
    properties: {
      measure: { const: measure.id },
      quarter: { type: 'string', pattern: '^\\d{4}-\\d{2} Q[1-4]$' },
      parts: {
        type: 'object',
        properties: Object.fromEntries(
          parts.map(({ id, label, whole, max }) => [
            id,
            { title: label, type: whole ? 'integer' : 'number', minimum: 0, maximum: max },
          ]),
        ),
        required: parts.map(({ id }) => id),
        additionalProperties: false,
      },
    },
    required: [...MEMBERS],
    additionalProperties: false,
  };
}
