import { z } from 'zod';
import type { SpecificationTable } from '../types.ts';
import { readCsv, specFile } from './files.ts';
import { SpecProblem } from './problem.ts';

const ORDER = 'spec/ssd/order.csv';

const row = z.strictObject({
  table: z.string().min(1),
  column: z.string().min(1),
  holds: z.enum(['key', 'id', 'day', 'flag', 'number', 'text']),
});

/** Takes the project's root; gives the specification's tables, each with all its columns in order. Throws a SpecProblem. */
export function readSpecification(root: string): SpecificationTable[] {
  const tables = new Map<string, SpecificationTable['columns'][number][]>();
  for (const [place, cells] of readCsv(specFile(root, ORDER)).entries()) {
    const read = row.safeParse(cells);
    if (!read.success) throw new SpecProblem(ORDER, `line ${place + 2}: ${read.error.message}`);
    const { table, column, holds } = read.data;
    tables.set(table, [...(tables.get(table) ?? []), { name: column, holds }]);
  }
  return [...tables].map(([name, columns]) => ({ name, columns }));
}
