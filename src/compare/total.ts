import { whyNotThere } from '../model/authority.ts';
import type { Peers, Placed } from '../model/comparison.ts';
import { lastDay } from '../model/period.ts';
import type { Candidate } from './candidates.ts';
import { ENGLAND } from './from-published.ts';
import type { Place } from './peers.ts';
import { type Ground, place } from './place.ts';
import type { FieldAsked } from './request.ts';

/** What a total is placed by. */
interface TotalGround {
  readonly ground: Ground;
  readonly version: number | null;
  readonly places: ReadonlyMap<string, Place>;
}

/**
 * Takes what is asked, its peers and what every source has; gives what is published or stated for the peers as one area. Of
 * several, the one whose members they are.
 */
export function totalOf(
  { set, area: of, compared }: FieldAsked,
  peers: Peers,
  all: ReadonlyMap<string, Candidate>,
  { ground, version, places }: TotalGround,
): Placed | null {
  if ((set.kind !== 'england' && set.kind !== 'region') || compared.basis.kind === 'alone') {
    return null;
  }
  const members = new Set(peers.members);
  const own = of === null ? null : (places.get(of) ?? null);
  const day = lastDay(ground.period);
  // A total that stands for many periods names those as well that were not there in this one.
  const isThere = (code: string) => {
    const dates = places.get(code)?.dates;
    return !dates || whyNotThere(dates, day) === null;
  };
  const found = [...all.values()].filter(
    (one) =>
      one.area.kind !== 'authority' &&
      (one.version === null || one.version === version) &&
      isOf(one, members, { kind: set.kind, own, isThere }),
  );
  for (const { area, ...rest } of found) {
    const inside = area.members.length > 0 ? area.members : peers.members;
    const year = ground.year ?? ground.populations.yearFor(inside, ground.period);
    const placed = place({ ...rest, area: { ...area, members: inside } }, { ...ground, year });
    if (typeof placed !== 'string' && placed.shown.kind === 'number') return placed;
  }
  return null;
}

interface PeersOf {
  readonly kind: 'england' | 'region';
  readonly own: Place | null;
  readonly isThere: (code: string) => boolean;
}

function isOf(
  { area }: Candidate,
  members: ReadonlySet<string>,
  { kind, own, isThere }: PeersOf,
): boolean {
  if (area.members.length > 0) {
    const there = area.members.filter(isThere);
    // The authority itself may stand beside a pack that it is no part of.
    return there.every((code) => members.has(code)) && there.length >= members.size - 1;
  }
  if (own?.synthetic) return false;
  return kind === 'england'
    ? area.code === ENGLAND
    : area.kind === 'region' && area.name === own?.region;
}
