import { type Child, type Weights, children, drawn } from './child.ts';
import type { Chance } from './random.ts';

/** Something of a child that starts in a quarter and ends in that or a later one. What is over at once ends in the same. */
export interface Story {
  readonly child: Child;
  readonly starts: number;
  readonly ends: number;
  /** By breakdown, the cell it is in by a word of its own: a source, a category. */
  readonly words: Readonly<Record<string, string>>;
  readonly flags: ReadonlySet<string>;
}

/** What stories of a kind are like. */
interface Kind {
  /** How many start in a quarter, for each hundred referrals that are usual. */
  readonly share: number;
  /** How many quarters they last, on average. */
  readonly lasts: number;
  /** How likely each flag is; of one that is within another, where that other is. */
  readonly flags: Readonly<Record<string, readonly [likely: number, within?: string]>>;
  readonly words: Readonly<Record<string, Weights>>;
}

const SOURCES: Weights = [
  ...['individual', 'schools', 'health', 'police'].map((cell) => [cell, 18] as const),
  ...['education', 'housing', 'la-services', 'other-legal'].map((cell) => [cell, 4] as const),
  ...['other', 'anonymous', 'unknown'].map((cell) => [cell, 3] as const),
];
const ABUSE: Weights = [
  ...([
    ['neglect', 48],
    ['emotional', 38],
    ['physical', 7],
  ] as const),
  ...([
    ['sexual', 4],
    ['multiple', 2],
    ['unknown', 1],
  ] as const),
];
const REASONS: Weights = [
  ...([
    ['met', 60],
    ['stepped_up', 10],
    ['disengaged', 16],
  ] as const),
  ...([
    ['moved', 4],
    ['other', 8],
    ['unknown', 3],
  ] as const),
];
const NEEDS: Weights = [
  ['n1', 52],
  ...['n2', 'n3', 'n4', 'n5', 'n6', 'n7', 'n8', 'n9', 'unknown'].map((cell) => [cell, 5] as const),
];

const KINDS = {
  contact: { share: 250, lasts: 0, flags: {}, words: { contact_source: SOURCES } },
  earlyHelpContact: { share: 120, lasts: 0, flags: {}, words: { contact_source: SOURCES } },
  referral: {
    ...{ share: 100, lasts: 0, words: { referral_source: SOURCES } },
    flags: { repeat: [0.21] },
  },
  started: { share: 100, lasts: 0, flags: {}, words: {} },
  completed: {
    ...{ share: 100, lasts: 0, words: {} },
    flags: {
      start: [0.97],
      within_45_of_start: [0.8, 'start'],
      referral: [0.9],
      within_45_of_referral: [0.7, 'referral'],
    },
  },
  need: { share: 50, lasts: 4, flags: {}, words: { primary_need: NEEDS } },
  plan: { share: 25, lasts: 2, flags: {}, words: {} },
  enquiry: { share: 38, lasts: 0, flags: {}, words: {} },
  conference: { share: 13, lasts: 0, flags: { enquiry: [0.9], within_15: [0.78] }, words: {} },
  protection: {
    ...{ share: 11, lasts: 3, words: { category_of_abuse: ABUSE } },
    flags: { before: [0.24], lately: [0.5, 'before'] },
  },
  care: { share: 6, lasts: 9, flags: { unaccompanied: [0.09] }, words: {} },
  leaver: { share: 5, lasts: 6, flags: { unaccompanied: [0.2] }, words: {} },
  earlyHelp: {
    ...{ share: 40, lasts: 2, words: { end_reason: REASONS } },
    flags: { contact: [0.6], again: [0.15] },
  },
  upByReferral: { share: 10, lasts: 0, flags: {}, words: {} },
  stepDown: { share: 12, lasts: 0, flags: { reason: [0.6], episode: [0.6] }, words: {} },
} as const satisfies Record<string, Kind>;

/** All that happens in a made-up authority, by kind. */
export type Stories = Readonly<Record<keyof typeof KINDS, readonly Story[]>>;

/** Takes the usual number of referrals in a quarter, how many quarters are looked at, and chance; gives all that happens. */
export function stories(size: number, quarters: number, chance: Chance): Stories {
  const all = children(Math.max(6, size * 6), chance);
  const made = (kind: Kind) => storiesOf(kind, all, { size, quarters, chance });
  const { protection, care } = { protection: made(KINDS.protection), care: made(KINDS.care) };
  const contact = made(KINDS.contact);
  // In half of the authorities early help has no contacts of its own.
  const earlyHelpContact = chance.happens(0.5) ? contact : made(KINDS.earlyHelpContact);
  const need = [...made(KINDS.need), ...[...protection, ...care].map(asNeed)];
  return {
    ...{ contact, earlyHelpContact, protection, care, need },
    referral: made(KINDS.referral),
    started: made(KINDS.started),
    completed: made(KINDS.completed),
    plan: made(KINDS.plan),
    enquiry: made(KINDS.enquiry),
    conference: made(KINDS.conference),
    leaver: made(KINDS.leaver),
    earlyHelp: made(KINDS.earlyHelp),
    upByReferral: made(KINDS.upByReferral),
    stepDown: made(KINDS.stepDown),
  };
}

/** A child on a plan, or in care, is in need as well. */
function asNeed(story: Story): Story {
  return { ...story, words: { primary_need: 'n1' } };
}

function storiesOf(
  { share, lasts, flags, words }: Kind,
  all: readonly Child[],
  { size, quarters, chance }: { size: number; quarters: number; chance: Chance },
): Story[] {
  // What lasts began before the first quarter too.
  const from = lasts * -4;
  const each = (size * share) / 100;
  return Array.from({ length: quarters - from }, (_, step) => step + from).flatMap((starts) =>
    Array.from({ length: Math.floor(each * (0.6 + 0.8 * chance.next()) + chance.next()) }, () => ({
      child: all[chance.whole(0, all.length - 1)] ?? { number: 0, born: 0, stays: {} },
      starts,
      ends: starts + (lasts === 0 ? 0 : chance.whole(0, lasts * 2)),
      words: Object.fromEntries(
        Object.entries(words).map(([by, cells]) => [by, drawn(cells, chance)]),
      ),
      flags: flagsOf(flags, chance),
    })),
  );
}

function flagsOf(flags: Kind['flags'], chance: Chance): ReadonlySet<string> {
  const set = new Set<string>();
  for (const [flag, [likely, within]] of Object.entries(flags))
    if ((within === undefined || set.has(within)) && chance.happens(likely)) set.add(flag);
  return set;
}
