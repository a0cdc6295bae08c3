import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const shape = z.object({
  version: z.int(),
  primaryKey: z.array(z.string()),
  symbols: z.array(z.object({ symbol: z.string(), means: z.string() })),
  fields: z.array(
    z.object({
      name: z.string(),
      type: z.enum(['string', 'integer', 'number', 'date']),
      title: z.string().min(1),
      description: z.string().min(1),
      constraints: z
        .strictObject({
          required: z.boolean().optional(),
          enum: z.array(z.string()).optional(),
          pattern: z.string().optional(),
          minimum: z.number().optional(),
        })
        .default({}),
    }),
  ),
});

/** The Table Schema in spec/return/observations.yaml. */
export const SCHEMA = shape.parse(parse(readFileSync('spec/return/observations.yaml', 'utf8')));

const TYPES = {
  string: /^[\s\S]*$/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
} as const;

/** Takes rows of text by column; gives every breach of the schema, as a sentence. */
export function breaches(rows: readonly Readonly<Record<string, string>>[]): string[] {
  const keys = rows.map((row) => SCHEMA.primaryKey.map((column) => row[column]).join('|'));
  const doubled = keys.filter((key, place) => keys.indexOf(key) !== place);
  return [
    ...doubled.map((key) => `${key} is in it twice`),
    ...rows.flatMap((row, place) =>
      SCHEMA.fields.flatMap((field) => {
        const value = row[field.name] ?? '';
        const wrong = value === '' ? field.constraints.required === true : !fits(value, field);
        return wrong ? [`row ${place}, ${field.name}: “${value}”`] : [];
      }),
    ),
  ];
}

function fits(value: string, { type, constraints }: (typeof SCHEMA)['fields'][number]): boolean {
  const { pattern, minimum } = constraints;
  return (
    TYPES[type].test(value) &&
    (constraints.enum?.includes(value) ?? true) &&
    (pattern === undefined || new RegExp(`^(?:${pattern})$`).test(value)) &&
    (minimum === undefined || Number(value) >= minimum)
  );
}
