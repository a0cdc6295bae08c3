import type { Placed, Shown, ShownParts } from '../model/comparison.ts';
import type { Period } from '../model/period.ts';
import type { Candidate } from './candidates.ts';
import type { Basis } from './compared.ts';
import { type Populations, yearPublishedFor } from './populations.ts';

/** What figures are made alike by. */
export interface Ground {
  readonly basis: Basis;
  readonly period: Period;
  readonly populations: Populations;
  /** The year of the estimate that all rates are over; null where there is none. */
  readonly year: string | null;
  /** What a symbol beside a number says. */
  readonly says: (symbol: string) => string;
}

/** Takes what an area has and what figures are made alike by; gives it as it is shown, or the sentence why it cannot be. */
export function place(candidate: Candidate, ground: Ground): Placed | string {
  const { area, source, has } = candidate;
  const at = { area: area.code, name: area.name, source };
  if (has.kind === 'symbol') {
    const { symbol, says } = has;
    return { ...at, shown: { kind: 'symbol', symbol, says }, denominatorFrom: null };
  }
  if (ground.basis.kind === 'rate') return asRate(candidate, ground);
  const flag = flagOf(has.flag, ground);
  if (has.kind === 'count') {
    return { ...at, shown: numberOf(has.count, null, flag), denominatorFrom: null };
  }
  if (has.kind === 'bare') {
    return { ...at, shown: numberOf(has.value, null, flag), denominatorFrom: null };
  }
  const { numerator, denominator, scale } = has;
  const value = (numerator / denominator) * scale;
  const parts = { numerator, denominator, estimated: false };
  return { ...at, shown: numberOf(value, parts, flag), denominatorFrom: null };
}

function asRate({ area, source, has }: Candidate, ground: Ground): Placed | string {
  const { basis, period, populations, year } = ground;
  if (basis.kind !== 'rate' || has.kind === 'symbol' || has.kind === 'parts')
    return 'It is no rate.';
  const at = { area: area.code, name: area.name, source };
  const flag = flagOf(has.flag, ground);
  const children = year === null ? null : populations.of(area.code, year, area.members);
  const from = year === null || children === null ? null : `mid-${year}`;
  if (has.kind === 'count') {
    if (year === null || children === null) return noEstimate(year);
    const parts = { numerator: has.count, denominator: children, estimated: false };
    const value = (has.count / children) * basis.per;
    return { ...at, shown: numberOf(value, parts, flag), denominatorFrom: from };
  }
  const over = yearPublishedFor(period);
  const published = (has.value * basis.per) / has.scale;
  const then = populations.of(area.code, over, area.members);
  if (then === null || children === null) {
    // Nothing to work a count out from: the rate stands as it is, where the others are over the same year.
    if (year !== null && year !== over) return noEstimate(year);
    return { ...at, shown: numberOf(published, null, flag), denominatorFrom: `mid-${over}` };
  }
  const numerator = Math.round((has.value * then) / has.scale);
  const parts = { numerator, denominator: children, estimated: true };
  const value = year === over ? published : (numerator / children) * basis.per;
  return { ...at, shown: numberOf(value, parts, flag), denominatorFrom: from };
}

function noEstimate(year: string | null): string {
  return year === null
    ? 'no estimate of its children is held for that year'
    : `no estimate of its children in mid-${year} is held`;
}

type Flag = Extract<Shown, { kind: 'number' }>['flag'];

function flagOf(symbol: string | null, { says }: Ground): Flag {
  return symbol === null ? null : { symbol, says: says(symbol) };
}

function numberOf(value: number, parts: ShownParts | null, flag: Flag): Shown {
  return { kind: 'number', value, parts, flag };
}
