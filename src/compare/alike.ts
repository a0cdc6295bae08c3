import type { ComparedUnit } from '../model/comparison.ts';

/** Takes two numbers; tells whether they are the same but for a binary fraction's last places. */
export function same(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
}

/** Takes a unit; gives what a numerator over its denominator is multiplied by. */
export function scaleOf(unit: ComparedUnit): number {
  switch (unit.kind) {
    case 'percent':
      return 100;
    case 'rate':
      return unit.per;
    case 'amount':
      return 1;
  }
}
