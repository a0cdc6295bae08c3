import { z } from 'zod';
import type { ReturnStandard, TableSchema } from '../../model/table-schema.ts';
import { readYaml, specFile } from './files.ts';
import { SpecProblem } from './problem.ts';
import { name, sentence } from './shapes.ts';

const field = z.strictObject({
  name,
  type: z.enum(['string', 'integer', 'number', 'date', 'boolean']),
  title: sentence,
  description: sentence,
  constraints: z
    .strictObject({
      required: z.boolean().optional(),
      enum: z.array(z.string()).optional(),
      pattern: z.string().optional(),
      minimum: z.number().optional(),
    })
    .optional(),
});

const tableSchema = z.strictObject({
  $schema: z.url(),
  name,
  title: sentence,
  description: sentence,
  version: z.int().positive(),
  primaryKey: z.array(name).min(1),
  missingValues: z.array(z.string()).min(1),
  symbols: z.array(z.strictObject({ symbol: z.string(), means: sentence })).optional(),
  fields: z.array(field).min(1),
});

/** Takes the project's root; gives the tables of the return and the pack. Throws a SpecProblem that names the file. */
export function readReturnStandard(root: string): ReturnStandard {
  return {
    observations: readTable(root, 'observations'),
    measures: readTable(root, 'measures'),
    authorities: readTable(root, 'authorities'),
    provenance: readTable(root, 'provenance'),
    totals: readTable(root, 'totals'),
    remarks: readTable(root, 'remarks'),
  };
}

function readTable(root: string, table: keyof ReturnStandard): TableSchema {
  const file = specFile(root, `spec/return/${table}.yaml`);
  const schema = readYaml(file, tableSchema);
  const names = schema.fields.map((each) => each.name);
  const missing = schema.primaryKey.find((key) => !names.includes(key));
  if (missing) throw new SpecProblem(file.path, `primaryKey: there is no field ${missing}`);
  if (new Set(names).size < names.length) {
    throw new SpecProblem(file.path, 'fields: a name is there twice');
  }
  const means = schema.symbols?.map(({ symbol }) => symbol) ?? [];
  if (schema.missingValues.join(' ') !== ['', ...means].join(' ')) {
    throw new SpecProblem(file.path, 'symbols: not those of missingValues, in their order');
  }
  return schema;
}
