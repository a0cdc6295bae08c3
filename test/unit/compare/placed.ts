import type {
  ComparedUnit,
  Peers,
  Placed,
  PlacedNumber,
  Shown,
} from '../../../src/model/comparison.ts';
import { intervalOf } from '../../../src/compare/intervals.ts';

export const PERCENT: ComparedUnit = { kind: 'percent' };
export const RATE: ComparedUnit = { kind: 'rate', per: 10_000 };
export const AMOUNT: ComparedUnit = { kind: 'amount' };

/** Takes parts and a unit; gives what an area shows of them. */
export function shownOf(
  numerator: number,
  denominator: number,
  unit: ComparedUnit,
  estimated = false,
): Extract<Shown, { kind: 'number' }> {
  const scale = unit.kind === 'rate' ? unit.per : unit.kind === 'percent' ? 100 : 1;
  const value = (numerator / denominator) * scale;
  return { kind: 'number', value, parts: { numerator, denominator, estimated }, flag: null };
}

/** Takes a value; gives it as shown without parts. */
export function bare(value: number): Extract<Shown, { kind: 'number' }> {
  return { kind: 'number', value, parts: null, flag: null };
}

/** Takes a code and what it shows; gives it placed, named by its code. */
export function placed(area: string, shown: Shown, kind: 'own' | 'published' = 'own'): Placed {
  return {
    ...{ area, name: `Area ${area}`, shown, denominatorFrom: null },
    source: {
      id: kind,
      kind,
      title: 'Some figures',
      licence: null,
      synthetic: true,
      removable: false,
    },
  };
}

/** Takes a code, what it shows and the unit; gives the number with its interval. */
export function numberOf(
  area: string,
  shown: Extract<Shown, { kind: 'number' }>,
  unit: ComparedUnit,
): PlacedNumber {
  return { ...placed(area, shown), shown, interval: intervalOf(shown, unit) };
}

/** Takes codes; gives peers of them, England's. */
export function peersOf(members: readonly string[], over: Partial<Peers> = {}): Peers {
  return { set: { kind: 'england' }, title: 'England', members, says: null, ...over };
}
