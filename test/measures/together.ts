import { spec } from '../../src/spec/spec.ts';
import type { Row, Tables } from './case.ts';

const ids = new Set(
  spec.tables.flatMap(({ columns }) =>
    columns.filter(({ type }) => type === 'id').map(({ name }) => name),
  ),
);

/** Takes extracts; gives them as one, in which no child and no key of one is met in another. */
export function together(extracts: readonly Tables[]): Tables {
  const names = new Set(extracts.flatMap((tables) => Object.keys(tables)));
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      extracts.flatMap((tables, nth) => (tables[name] ?? []).map((row) => apart(row, nth))),
    ]),
  );
}

function apart(row: Row, nth: number): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      ids.has(column) && value !== null ? `${nth} ${value}` : value,
    ]),
  );
}
