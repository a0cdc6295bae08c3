import { type Authority, type Neighbour, whyNotThere } from '../model/authority.ts';
import type { PeerSet, Peers } from '../model/comparison.ts';
import type { Day } from '../model/day.ts';
import type { EarlyHelpQuestion, PeerGroup } from '../model/profile.ts';
import type { PublishedTerms } from '../model/published.ts';
import type { SourceArea } from './columns.ts';

/** What peers are known by. */
export interface PeersKnown {
  readonly authorities: readonly Authority[];
  readonly sampleAuthority: string;
  readonly neighbours: Readonly<Record<string, readonly Neighbour[]>>;
  readonly earlyHelpQuestions: readonly EarlyHelpQuestion[];
  /** The authority's own groups. */
  readonly groups: readonly PeerGroup[];
  readonly published: Pick<PublishedTerms, 'regions'>;
}

/** An authority that figures may be of: one that there is, or a made-up one of a pack. */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly region: string | null;
  readonly synthetic: boolean;
  /** Null where it is no authority of the list, and was always there. */
  readonly dates: Authority | null;
}

/** Takes the authorities that are known and the areas of all sources; gives every authority, each once. */
export function placesOf(known: PeersKnown, areas: readonly SourceArea[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const dates of known.authorities) {
    const { code, name, region } = dates;
    const synthetic = code === known.sampleAuthority;
    places.set(code, { code, name, region: synthetic ? null : region, synthetic, dates });
  }
  for (const { kind, code, name, region, synthetic } of areas) {
    if (kind !== 'authority' || places.has(code)) continue;
    places.set(code, { code, name, region, synthetic, dates: null });
  }
  return places;
}

/** Whom an authority is set beside, on which day, among which places, and what each counts as early help. */
export interface PeersAsked {
  readonly area: string | null;
  readonly day: Day;
  readonly places: ReadonlyMap<string, Place>;
  readonly answers: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** Takes a set of peers, what is asked and what is known; gives its members. Made-up authorities are never beside real ones. */
export function peersIn(set: PeerSet, asked: PeersAsked, known: PeersKnown): Peers {
  const own = asked.area === null ? null : (asked.places.get(asked.area) ?? null);
  switch (set.kind) {
    case 'england':
      return england(set, asked, own);
    case 'region':
      return region(set, asked, own, known);
    case 'neighbours':
      return neighbours(set, own, known);
    case 'group':
      return group(set, own, known);
    case 'alike':
      return alike(set, asked, own, known);
  }
}

function england(set: PeerSet, asked: PeersAsked, own: Place | null): Peers {
  const members = everyone(asked, own?.synthetic ?? false).map(({ code }) => code);
  if (!own?.synthetic) return { set, title: 'England', members, says: null };
  const says =
    members.length > 1
      ? `${own.name} is set beside the made-up authorities alone.`
      : `${own.name} is made up, and can be set beside made-up authorities alone: load the made-up pack.`;
  return { set, title: 'the made-up authorities', members, says };
}

function region(set: PeerSet, asked: PeersAsked, own: Place | null, known: PeersKnown): Peers {
  if (own === null) return none(set, 'the region', NOBODY);
  if (own.region === null) return none(set, 'its region', `${own.name} lies in no region.`);
  const members = everyone(asked, own.synthetic).filter((one) => one.region === own.region);
  const told = known.published.regions.find(({ name }) => name === own.region);
  return {
    set,
    title: told?.inSentence ?? own.region,
    members: members.map(({ code }) => code),
    says: null,
  };
}

function neighbours(set: PeerSet, own: Place | null, known: PeersKnown): Peers {
  if (own === null) return none(set, 'the statistical neighbours', NOBODY);
  // The code of an area of a pack may be any text, also one that every object has a member for.
  const near = Object.hasOwn(known.neighbours, own.code) ? known.neighbours[own.code] : [];
  const members = (near ?? []).map(({ code }) => code);
  const title = `its ${members.length === 10 ? 'ten ' : ''}statistical neighbours`;
  return members.length > 0
    ? { set, title, members, says: null }
    : none(set, title, `No statistical neighbours of ${own.name} are known.`);
}

function group(
  set: Extract<PeerSet, { kind: 'group' }>,
  own: Place | null,
  known: PeersKnown,
): Peers {
  const title = `the group ${set.name}`;
  const found = known.groups.find(({ name }) => name === set.name);
  if (!found) return none(set, title, `There is no group named ${set.name}.`);
  if (own?.synthetic && found.authorities.some((code) => code !== own.code)) {
    return none(set, title, `${own.name} is made up, and is set beside made-up authorities alone.`);
  }
  return { set, title, members: found.authorities, says: null };
}

function alike(set: PeerSet, asked: PeersAsked, own: Place | null, known: PeersKnown): Peers {
  const questions = known.earlyHelpQuestions.map(({ id }) => id);
  const title = `authorities with the same answers to all ${questions.length} questions on early help`;
  if (own === null) return none(set, title, NOBODY);
  const answers = asked.answers.get(own.code);
  if (!answers || questions.some((id) => answers[id] === undefined)) {
    const says = `What ${own.name} counts as early help is not told for all ${questions.length} questions. Answer them in the profile.`;
    return none(set, title, says);
  }
  const members = everyone(asked, own.synthetic).filter(({ code }) => {
    const told = asked.answers.get(code);
    return code !== own.code && told && questions.every((id) => told[id] === answers[id]);
  });
  return members.length > 0
    ? { set, title, members: members.map(({ code }) => code), says: null }
    : none(set, title, 'No authority in a pack or a return has the same answers.');
}

const NOBODY = 'No authority is chosen.';

function none(set: PeerSet, title: string, says: string): Peers {
  return { set, title, members: [], says };
}

/** Every authority that was there on the day, real or made up. */
function everyone({ places, day }: PeersAsked, synthetic: boolean): Place[] {
  return [...places.values()].filter(
    (one) => one.synthetic === synthetic && !(one.dates && whyNotThere(one.dates, day)),
  );
}
