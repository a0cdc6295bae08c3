import { type Day, formatDay } from './day.ts';

/** An upper-tier local authority of England, one that has ended, or the made-up one that the sample belongs to. */
export interface Authority {
  /** DfE's three-digit code. */
  readonly code: string;
  readonly name: string;
  readonly region: string;
  /** Its first day, where it began after the list of authorities does; else null. */
  readonly validFrom: Day | null;
  /** Its last day; null where it has not ended. */
  readonly validTo: Day | null;
  /** The codes of those that took its place; none where it has not ended. */
  readonly successors: readonly string[];
  /** Children aged 0 to 17 by year of the mid-year estimate (30 June). */
  readonly children: Readonly<Record<string, number>>;
}

/** An authority that is like another, and how like, in DfE's words. */
export interface Neighbour {
  readonly code: string;
  readonly closeness: string;
}

/** Takes an authority and a day; tells why it was not there on that day, or null where it was. */
export function whyNotThere({ name, validFrom, validTo }: Authority, day: Day): string | null {
  if (validFrom !== null && day < validFrom) return `${name} began on ${formatDay(validFrom)}`;
  if (validTo !== null && day > validTo) return `${name} ended on ${formatDay(validTo)}`;
  return null;
}

/** Takes an authority and all of them; gives those that took its place. */
export function successorsOf({ successors }: Authority, all: readonly Authority[]): Authority[] {
  return all.filter(({ code }) => successors.includes(code));
}

/** Takes an authority and all of them; gives those whose place it took, in whole or in part. */
export function predecessorsOf({ code }: Authority, all: readonly Authority[]): Authority[] {
  return all.filter(({ successors }) => successors.includes(code));
}
