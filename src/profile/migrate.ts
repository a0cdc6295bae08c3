import { VERSION } from './format.ts';
import { membersOf } from './written.ts';

const HELD_BY_2 = [
  ...['format', 'version', 'authority', 'settings', 'by_hand'],
  ...['words', 'reading', 'peers', 'early_help'],
];

/** What each version’s file held, and what the next one holds beside it: by the version that is read. */
const STEPS: Readonly<
  Record<number, { readonly held: readonly string[]; readonly adds: Readonly<object> }>
> = {
  1: {
    held: ['format', 'version', 'authority', 'settings', 'by_hand'],
    adds: {
      words: [],
      reading: {
        tables: {},
        without_heading: {},
        columns: {},
        day_order: {},
        early_help_persons: null,
      },
      peers: [],
      early_help: {},
    },
  },
  2: { held: HELD_BY_2, adds: { given: [], maps: [] } },
};

/**
 * Takes a profile as it was read, and its version; gives it as the version that is written now. Throws a Problem where it
 * holds what its version does not know.
 */
export function migrated(read: unknown, version: number): unknown {
  const step = STEPS[version];
  if (!step || version >= VERSION) return read;
  const members = membersOf(read, 'it', step.held);
  return migrated({ ...Object.fromEntries(members), ...step.adds }, version + 1);
}
