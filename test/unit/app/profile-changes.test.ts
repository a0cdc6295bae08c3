import { describe, expect, it } from 'vitest';
import { changedIn } from '../../../src/app/profile-changes.ts';
import { type Profile, emptyProfile } from '../../../src/model/profile.ts';

const EMPTY = emptyProfile('301');
const ONE = { list: 'sex', word: 'girl child', group: 'female' };
const OTHER = { list: 'sex', word: 'boy child', group: 'male' };

describe('what changed in a profile', () => {
  it('is nothing where only the order is another', () => {
    const before: Profile = {
      ...EMPTY,
      words: [ONE, OTHER],
      settings: { a: 1, b: 2 },
      byHand: [{ measure: 'riia-29', quarter: '2025-26 Q1', parts: { vacant: 1, in_post: 2 } }],
    };
    const after: Profile = {
      ...EMPTY,
      words: [OTHER, ONE],
      settings: { b: 2, a: 1 },
      byHand: [{ measure: 'riia-29', quarter: '2025-26 Q1', parts: { in_post: 2, vacant: 1 } }],
    };
    expect(changedIn(before, after)).toEqual([]);
  });

  it('is each section that says another thing', () => {
    expect(changedIn(EMPTY, { ...EMPTY, words: [ONE] })).toEqual(['words']);
    expect(changedIn({ ...EMPTY, settings: { a: 1 } }, EMPTY)).toEqual(['settings']);
    const reading = { ...EMPTY.reading, tables: { notes: null } };
    expect(changedIn(EMPTY, { ...EMPTY, reading, earlyHelp: { level: 'targeted' } })).toEqual([
      'reading',
      'earlyHelp',
    ]);
  });

  it('tells a group of two from two groups of one', () => {
    const peers = (...groups: readonly (readonly string[])[]) => ({
      ...EMPTY,
      peers: groups.map((authorities, place) => ({ name: `${place}`, authorities })),
    });
    expect(changedIn(peers(['301', '302']), peers(['301'], ['302']))).toEqual(['peers']);
  });
});
