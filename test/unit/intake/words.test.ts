import { describe, expect, it } from 'vitest';
import { lines, openIntake } from './intake.ts';

const intake = openIntake();
const OTHER = 'other local text';

/** How many rows hold each word, once that many rows of each were given, some in a second file. */
async function held(
  words: Readonly<Record<string, number>>,
  more: Readonly<Record<string, number>> = {},
): Promise<Record<string, unknown>> {
  await intake.given({
    'a/ssd_cin_episodes.csv': sources('a', words),
    'b/ssd_cin_episodes.csv': sources('b', more),
  });
  const rows = await intake.rows(
    'select cine_referral_source_desc as word, count(*)::integer as held from ssd_cin_episodes group by word',
  );
  return Object.fromEntries(rows.map((row) => [String(row['word']), row['held']]));
}

function sources(file: string, words: Readonly<Record<string, number>>): string {
  const rows = Object.entries(words).flatMap(([word, count]) => Array<string>(count).fill(word));
  return lines(
    'cine_referral_id,cine_referral_source_desc',
    ...rows.map((word, place) => `${file}${place},"${word}"`),
  );
}

describe('a word of a vocabulary', () => {
  it('stays when it is on three rows, and is other local text when on fewer', async () => {
    expect(
      await held({ 'Early years hub': 3, 'Mr Smith next door': 2, 'A note about Zoe': 1 }),
    ).toEqual({
      'Early years hub': 3,
      [OTHER]: 3,
    });
  });

  it('stays, however rare, when it is in the column’s national list', async () => {
    // 3A is a code of the list of referral sources; case and spaces do not matter.
    expect(await held({ Police: 1, ' health   VISITOR ': 1, '3a': 2 })).toEqual({
      Police: 1,
      'health   VISITOR': 1,
      '3a': 2,
    });
  });

  it('does not stay for being in the list of another column', async () => {
    // A word for why early help ended, and not for who referred.
    expect(await held({ 'consent withdrawn': 2 })).toEqual({ [OTHER]: 2 });
  });

  it('is counted over all the files of its table', async () => {
    expect(
      await held({ 'Early years hub': 2, 'A note': 1 }, { 'Early years hub': 1, 'A note': 1 }),
    ).toEqual({
      'Early years hub': 3,
      [OTHER]: 2,
    });
  });

  it('is nothing where there is nothing', async () => {
    expect(await held({ '': 1, NULL: 1, 'A note': 1 })).toEqual({ null: 2, [OTHER]: 1 });
  });

  it('is other local text when it is longer than 80 characters, however often it is met', async () => {
    const [short, long] = ['w'.repeat(80), 'w'.repeat(81)];
    expect(await held({ [short]: 3, [long]: 5 })).toEqual({ [short]: 3, [OTHER]: 5 });
  });

  it('is measured in characters and not in bytes', async () => {
    const short = 'é'.repeat(80);
    expect(await held({ [short]: 3 })).toEqual({ [short]: 3 });
  });

  it('is one of the 300 that are met most', async () => {
    const words = Object.fromEntries(Array.from({ length: 301 }, (_, i) => [`word ${i}`, i + 3]));
    const kept = await held(words);
    // The rarest of the 301 is on three rows.
    expect(Object.keys(kept)).toHaveLength(301);
    expect(kept).toMatchObject({ [OTHER]: 3, 'word 1': 4, 'word 300': 303 });
    expect(kept).not.toHaveProperty('word 0');
  });
});
