import { type Authority, whyNotThere } from '../model/authority.ts';
import { type Period, lastDay } from '../model/period.ts';
import type { Collation } from './collate.ts';
import type { CollateKnown } from './known.ts';

/** An area that adds others up. */
export interface TotalArea {
  readonly kind: 'region' | 'england' | 'group';
  readonly code: string;
  readonly name: string;
  /** Codes, in order. */
  readonly members: readonly string[];
  readonly synthetic: boolean;
}

const ENGLAND = 'E92000001';

/**
 * Takes a collation and what is known; gives the areas that it has totals of: each region of which anyone sent a return,
 * England where someone of every region did, the regions of made-up authorities, and the groups that were chosen.
 */
export function totalAreas(
  { figures, standing, groups }: Collation,
  known: CollateKnown,
): TotalArea[] {
  const there = new Set(figures.areas);
  const real = known.authorities.filter(({ code }) => code !== known.sampleAuthority);
  const regions = known.regions.flatMap(({ code, name }): TotalArea[] => {
    const members = codesOf(real.filter(({ region }) => region === name));
    if (!members.some((member) => there.has(member))) return [];
    return [{ kind: 'region', code, name, members, synthetic: false }];
  });
  const madeUp = new Map<string, Set<string>>();
  for (const { stands } of standing) {
    if (!stands?.place?.synthetic || stands.place.region === '') continue;
    const own = madeUp.get(stands.place.region) ?? new Set();
    madeUp.set(stands.place.region, own.add(stands.area));
  }
  return [
    ...regions,
    ...(known.regions.length > 0 && regions.length === known.regions.length
      ? [england(codesOf(real))]
      : []),
    ...[...madeUp].map(([name, members]): TotalArea => ({
      ...{ kind: 'region', code: slugOf(name), name, members: [...members].sort() },
      synthetic: true,
    })),
    ...groups.map(({ code, name, members }): TotalArea => ({
      ...{ kind: 'group', code, name, members: [...new Set(members)].sort() },
      synthetic: members.every((member) => !real.some((one) => one.code === member)),
    })),
  ];
}

function england(members: readonly string[]): TotalArea {
  return { kind: 'england', code: ENGLAND, name: 'England', members, synthetic: false };
}

/** Takes a total's area, a period and the authorities; gives those of its members that there were on the period's last day. */
export function membersIn(
  { members }: Pick<TotalArea, 'members'>,
  period: Period,
  authorities: ReadonlyMap<string, Authority>,
): string[] {
  const day = lastDay(period);
  return members.filter((code) => {
    const authority = authorities.get(code);
    return !authority || whyNotThere(authority, day) === null;
  });
}

function codesOf(authorities: readonly Authority[]): string[] {
  return authorities.map(({ code }) => code).sort();
}

/** Takes a name; gives a code for a total of that name. */
function slugOf(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return plain.replaceAll(/^[^a-z]+|-$/g, '') || 'group';
}
