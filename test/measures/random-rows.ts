import fc from 'fast-check';
import type { Row } from './case.ts';
import type { Days } from './random-days.ts';

type Cell = fc.Arbitrary<string | null>;
export type Rows = fc.Arbitrary<Row[]>;

/** The days that one random extract is drawn from. */
export interface Drawn {
  readonly certain: fc.Arbitrary<string>;
  /** Mostly there. */
  readonly day: Days;
  /** There as often as not quite. */
  readonly end: Days;
}

/** Mostly of one child, so that what happened meets; now and then of nobody. */
export const child: Cell = fc.option(fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c'), { freq: 20 });

export const flag: Cell = fc.constantFrom('Y', 'N', null);

/** Keys are few, so that some rows share one, and some have none. */
export function key(prefix: string, few = 30): Cell {
  return fc.option(
    fc.integer({ min: 1, max: few }).map((n) => `${prefix}${n}`),
    { freq: 20 },
  );
}

/** Takes the cells of a row and how many rows there are at most; gives half as many or more. */
export function rows(row: Record<string, Cell>, most: number): Rows {
  return fc.array(fc.record(row), { minLength: Math.ceil(most / 2), maxLength: most });
}

/** Takes tables of the same kind; gives their rows in one. */
export function joined(...tables: readonly Rows[]): Rows {
  return fc.tuple(...tables).map((groups) => groups.flat());
}
