import type { Profile } from '../model/profile.ts';

/** A part of a profile that can be changed. */
export type Section = Exclude<keyof Profile, 'authority'>;

const IN_WORDS: Readonly<Record<Section, string>> = {
  settings: 'settings',
  byHand: 'numbers entered by hand',
  given: 'figures given by hand',
  words: 'words that you mapped',
  reading: 'how your files are read',
  peers: 'groups of authorities',
  earlyHelp: 'answers about early help',
  maps: 'maps of collators’ workbooks',
};

const SECTIONS = [
  'settings',
  'byHand',
  'given',
  'words',
  'reading',
  'peers',
  'earlyHelp',
  'maps',
] as const satisfies readonly Section[];

/** Takes a profile before and after; gives the sections in which they differ, whatever the order in them. */
export function changedIn(before: Profile, after: Profile): Section[] {
  return SECTIONS.filter((section) => !isSame(before[section], after[section]));
}

/** Takes a section; gives it as people call it. */
export function sectionInWords(section: Section): string {
  return IN_WORDS[section];
}

/** Takes two sections of profiles; tells whether they say the same, in whatever order. */
export function isSame(one: Profile[Section], other: Profile[Section]): boolean {
  return one === other || ordered(one) === ordered(other);
}

/** As text in one order: lists in a profile are sets. */
function ordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ordered).sort().join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}:${ordered(member)}`,
  );
  return `{${members.sort().join(',')}}`;
}
