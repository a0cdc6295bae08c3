import type { ComparedUnit, Interval, Shown } from '../model/comparison.ts';
import { poissonLimits } from './poisson.ts';

/** The standard normal's 0.975: 1.959964, with the places that figures of six places need. */
export const Z_95 = 1.959963984540054;
/** The standard normal's 0.999: two-sided 99.8 %. */
export const Z_998 = 3.090232306167813;

/** Byar's limits are close enough from here on: below, exact ones stand. Source: OHID, Fingertips. */
const EXACT_BELOW = 10;

/**
 * Takes what an area shows and its unit; gives the 95 % interval at the figure's scale: Wilson's for a percentage, Byar's or the exact
 * one for a rate. Null where parts are not known, where they are no part of a whole, and for an amount.
 */
export function intervalOf(shown: Shown, unit: ComparedUnit): Interval | null {
  if (shown.kind === 'symbol' || shown.parts === null) return null;
  const { numerator, denominator } = shown.parts;
  if (!(denominator > 0) || !(numerator >= 0)) return null;
  switch (unit.kind) {
    case 'percent':
      if (numerator > denominator) return null;
      return scaled(wilson(numerator / denominator, denominator, Z_95), 100);
    case 'rate':
      return scaled(countLimits(numerator), unit.per / denominator);
    case 'amount':
      return null;
  }
}

// Small counts come again in every quarter of every authority, and their limits are the slow ones.
const exact = new Map<number, Interval>();

function countLimits(count: number): Interval {
  if (count >= EXACT_BELOW) return byars(count, Z_95);
  const limits = exact.get(count) ?? poissonLimits(count, 0.025);
  if (Number.isInteger(count)) exact.set(count, limits);
  return limits;
}

/** Takes a proportion, of how many, and z; gives the limits of Wilson's score interval. */
export function wilson(p: number, n: number, z: number): Interval {
  const reach = z * Math.sqrt(z * z + 4 * n * p * (1 - p));
  const middle = 2 * n * p + z * z;
  const all = 2 * (n + z * z);
  return {
    low: Math.max(0, (middle - reach) / all),
    high: Math.min(1, (middle + reach) / all),
  };
}

/** Takes a count above 0 and z; gives Byar's limits of it. */
export function byars(count: number, z: number): Interval {
  const side = (events: number, sign: number) =>
    events * (1 - 1 / (9 * events) + (sign * z) / (3 * Math.sqrt(events))) ** 3;
  return { low: side(count, -1), high: side(count + 1, 1) };
}

function scaled({ low, high }: Interval, scale: number): Interval {
  return { low: low * scale, high: high * scale };
}
