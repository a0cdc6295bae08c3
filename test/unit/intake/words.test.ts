import { describe, expect, it } from 'vitest';
import { spec } from '../../../src/spec/spec.ts';
import type { CodeList } from '../../../src/spec/types.ts';
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

describe('a national code with what it means in one cell', () => {
  it.each([
    ['1A - Individual: family member', '1A'],
    ['1a – the family', '1A'],
    ['3B: seen by a nurse', '3B'],
    ['5D (the family hub)', '5D'],
    ['2A School in town', '2A'],
    ['6 - Police', '6'], // a number alone, and known to mean the same
  ])('is the code, however rare: %j is %j', async (cell, code) => {
    expect(await held({ [cell]: 1 })).toEqual({ [code]: 1 });
  });

  it.each([
    ['4 - Police', 'a number of the system’s own: here it would be housing'],
    ['4 - Somebody in uniform', 'a number that may be the system’s own'],
    ['3A - Police', 'what follows means another'],
    ['3 - Health', 'no code of the list'],
    ['3Ab', 'it is part of a word'],
    ['Other - from a neighbour', 'a word of the list, and no code'],
  ])('is not %j: %s', async (cell) => {
    expect(await held({ [cell]: 3 })).toEqual({ [cell]: 3 });
  });

  it('counts with the code where it was written alone', async () => {
    expect(await held({ '3A - GP': 1, '3A': 1, '3a : doctor': 1 })).toEqual({ '3A': 3 });
  });
});

describe('a code without a digit', () => {
  it.each([
    ['HAND - hands', 'HAND'],
    ['CON: fits', 'CON'],
    ['AUT (autism)', 'AUT'],
    ['Hand injury', OTHER],
    ['Hand-washing', OTHER],
    ['Con artist', OTHER],
  ])('must be parted from its meaning by more than a space: %j is %j', async (cell, word) => {
    await intake.given({
      'ssd_disability.csv': lines('disa_person_id,disa_disability_code', `1,${cell}`),
    });
    expect(await intake.rows('select disa_disability_code as word from ssd_disability')).toEqual([
      { word },
    ]);
  });
});

describe('words that are typed in different ways', () => {
  it.each([
    ['Child’s disability', "child's disability"],
    ['short–term   break', 'short-term break'],
    ['CARE_ORDER', 'care order'],
    ['full\u00a0care\u00a0order ', 'full care order'],
    ['a\tb\nc', 'a b c'],
    ['A&E', 'a&e'],
    ['ÉCOLE', 'école'],
  ])('%j is %j', async (word, plain) => {
    expect(await intake.rows(`select plain_word('${word}') as plain`)).toEqual([{ plain }]);
  });
});

describe('a national list', () => {
  const lists = spec.codeLists.map((list) => [list.id, list] as const);

  it.each(lists)(
    'has no two words of different groups that are the same when read: %s',
    async (_, list) => {
      const words = list.groups.flatMap(({ id, words: own }) => own.map((word) => ({ id, word })));
      const values = words.map(({ id, word }) => `('${id}', '${word.replaceAll("'", "''")}')`);
      const read = await intake.rows(
        `select word, plain_word(word) as plain from (values ${values.join(', ')}) v (group_id, word)`,
      );
      // Each is written as it is read, so that no two are read as one: the list has none twice.
      expect(read.filter(({ word, plain }) => word !== plain)).toEqual([]);
    },
  );

  it.each(lists)('is not misread by a code in front of a word of it: %s', async (_, list) => {
    const column = columnOf(list);
    if (!column) return;
    const groups = new Map(
      list.groups.flatMap(({ id, words }) => words.map((word) => [word, id] as const)),
    );
    const cells = list.groups.flatMap(({ id, codes }) =>
      codes.flatMap((code) =>
        [...groups].flatMap(([word, group]) =>
          [' - ', ': ', ' '].map((parted) => ({
            cell: `${code}${parted}${word}`,
            same: id === group,
          })),
        ),
      ),
    );
    const read = await intakeOf(
      column,
      cells.map(({ cell }) => cell),
    );
    const wrong = cells.filter(({ cell, same }, place) => {
      const word = String(read[place]).toLowerCase();
      const group = groups.get(word);
      // A cell that is a word of the list as it stands is that word.
      if (groups.has(cell)) return word !== cell;
      return group !== undefined && !same;
    });
    expect(wrong).toEqual([]);
  });

  it('has every one of its words read as itself', async () => {
    for (const [, list] of lists) {
      const column = columnOf(list);
      if (!column) continue;
      const words = list.groups.flatMap((group) => group.words);
      expect(await intakeOf(column, words)).toEqual(words);
    }
  });
});

/** A column that is read by a list, beside the key of its table. */
function columnOf(list: CodeList) {
  for (const { name, columns } of spec.tables) {
    const column = columns.find((each) => each.list === list.id && each.used);
    if (column) return { table: name, column: column.name };
  }
  return undefined;
}

async function intakeOf(
  { table, column }: { table: string; column: string },
  words: readonly string[],
): Promise<unknown[]> {
  await intake.given({
    [`${table}.csv`]: lines(`${column},other`, ...words.map((word) => `"${word}",x`)),
  });
  const rows = await intake.rows(`select ${column} as word from ${table} order by rowid`);
  return rows.map((row) => row['word']);
}
