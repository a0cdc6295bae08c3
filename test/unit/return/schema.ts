import type { TableField, TableSchema } from '../../../src/model/table-schema.ts';
import { spec } from '../../../src/spec/spec.ts';

const TYPES = {
  string: /^[\s\S]*$/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  boolean: /^(true|false)$/,
} as const;

/** Takes rows of text by column, and a schema; gives every breach of it, as a sentence. */
export function breaches(
  rows: readonly Readonly<Record<string, string>>[],
  schema: TableSchema = spec.returnStandard.observations,
): string[] {
  const keys = rows.map((row) => schema.primaryKey.map((column) => row[column]).join('|'));
  const doubled = keys.filter((key, place) => keys.indexOf(key) !== place);
  return [
    ...doubled.map((key) => `${key} is in it twice`),
    ...rows.flatMap((row, place) =>
      schema.fields.flatMap((field) => {
        const value = row[field.name] ?? '';
        const wrong = schema.missingValues.includes(value)
          ? field.constraints?.required === true
          : !fits(value, field);
        return wrong ? [`row ${place}, ${field.name}: “${value}”`] : [];
      }),
    ),
  ];
}

function fits(value: string, { type, constraints }: TableField): boolean {
  const { pattern, minimum, enum: allowed } = constraints ?? {};
  return (
    TYPES[type].test(value) &&
    (allowed?.includes(value) ?? true) &&
    (pattern === undefined || new RegExp(`^(?:${pattern})$`).test(value)) &&
    (minimum === undefined || Number(value) >= minimum)
  );
}
