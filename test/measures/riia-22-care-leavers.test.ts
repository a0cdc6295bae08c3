import { expect, it } from 'vitest';
import { careLeaver } from './rows/care.ts';
import { person } from './rows/person.ts';
import type { Row } from './case.ts';
import { inNative } from './native.ts';

const measured = inNative('riia-22');
const QUARTER = '2025-26 Q1'; // ends 30 June 2025

const BIRTHS = ['2009-07-01', '2009-06-30', '2008-07-01', '2008-06-30'] as const;
const LATE_BIRTHS = ['2003-07-01', '2003-06-30', '1999-07-01', '1999-06-30'] as const;

/** Takes dates of birth of former relevant young people; gives who of them count. */
async function counted(
  births: readonly string[],
  settings: Readonly<Record<string, number>> = {},
): Promise<(string | null)[]> {
  const { records } = await measured(
    {
      ssd_person: births.map((born) => person(born, born)),
      ssd_care_leavers: births.map((born) => careLeaver(born, born, 'Former relevant')),
    },
    { quarters: [QUARTER], settings },
  );
  const asked = { measure: 'riia-22', figure: 'young_people', period: QUARTER } as const;
  const behind = await records({ ...asked, part: 'numerator' });
  return behind.map(({ personId }) => personId);
}

it('counts those who are 17 to 21 on the last day of the quarter, to the day', async () => {
  expect(await counted(BIRTHS)).toEqual(['2008-06-30']); // 15, 16, 16, and 17 on the day itself
  expect(await counted(LATE_BIRTHS)).toEqual(['2003-07-01']); // 22 the day after; the others are 22 and over
});

it('goes by the ages that are set', async () => {
  expect(await counted(BIRTHS, { care_leaver_from_age: 16 })).toEqual([
    '2008-06-30',
    '2008-07-01',
    '2009-06-30', // 16 on the day itself
  ]);
  expect(await counted(LATE_BIRTHS, { care_leaver_to_age: 25 })).toEqual([
    '1999-07-01', // 26 the day after
    '2003-06-30',
    '2003-07-01',
  ]);
});

it('counts the relevant and the former relevant, in any letters', async () => {
  const words = [
    'Relevant',
    'RELEVANT  CHILD',
    'Former relevant',
    'former Relevant Child',
    'Eligible',
    'Qualifying',
    'No current eligibility',
    'A word of our own',
  ];
  const { figure, answer } = await measured(
    {
      ssd_person: words.map((word) => person(word, '2005-01-01')),
      ssd_care_leavers: words.map((word) => careLeaver(word, word, word)),
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-22', 'young_people', QUARTER)).toBe(4);
  const unmapped = answer.results[0]?.caveats.find((caveat) => caveat.kind === 'words not mapped');
  expect(unmapped?.says).toMatch(/^1 care leaver record /);
});

it('counts a young person once, and says which rows it cannot count', async () => {
  const { figure, answer } = await measured(
    {
      ssd_person: [
        ...['twice', 'second row', 'no eligibility', 'not the first'].map((id) =>
          person(id, '2005-01-01'),
        ),
        person('no birth', null),
      ],
      ssd_care_leavers: [
        careLeaver('l1', 'twice', 'Relevant'),
        careLeaver('l2', 'twice', 'Former relevant'),
        careLeaver('l3', 'no eligibility', null),
        careLeaver('l3', 'not the first', 'Relevant'), // a key met before
        careLeaver(null, 'second row', 'Relevant'),
        careLeaver('l4', 'no birth', 'Relevant'),
        careLeaver('l5', null, 'Relevant'),
        careLeaver('l6', 'not among the persons', 'Relevant'),
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-22', 'young_people', QUARTER)).toBe(1);
  const left = answer.results[0]?.caveats.find((caveat) => caveat.kind === 'rows left out');
  expect(left?.says).toBe(
    '6 care leaver records in the extract are not counted in any period: 2 with no date of birth; 1 with an identifier met before; 1 with no eligibility; 1 with no identifier; 1 with no young person named.',
  );
});

it('is given for the last quarter that had ended by the extract, for 62 days, and for no other', async () => {
  const quarters = ['2024-25 Q4', QUARTER, '2025-26 Q2'];
  const on = async (extractDate: string) => {
    const tables: Record<string, readonly Row[]> = {
      ssd_person: [person('p', '2005-01-01')],
      ssd_care_leavers: [careLeaver('l', 'p', 'Relevant')],
    };
    const { figure } = await measured(tables, { quarters, extractDate });
    return quarters.map((quarter) => figure('riia-22', 'young_people', quarter));
  };
  const none = 'not available';
  expect(await on('2025-06-30')).toEqual([none, 1, none]); // on the quarter's last day
  expect(await on('2025-07-14')).toEqual([none, 1, none]);
  expect(await on('2025-08-31')).toEqual([none, 1, none]); // 62 days after 30 June, 30 before a quarter's end still to come
  expect(await on('2025-09-01')).toEqual([none, none, none]); // 63 days after
  expect(await on('2025-06-01')).toEqual([1, none, none]); // 62 days after 31 March
  expect(await on('2025-06-02')).toEqual([none, none, none]); // 63 days after
  expect(await on('2025-06-29')).toEqual([none, none, none]); // a day before the quarter ends
});

it('is given for quarters alone, and not without its table', async () => {
  const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];
  const ssd_person = [person('p', '2005-01-01')];
  const { figure } = await measured(
    { ssd_person, ssd_care_leavers: [careLeaver('l', 'p', 'Relevant')] },
    { quarters },
  );
  expect(figure('riia-22', 'young_people', `year to ${QUARTER}`)).toBe('0 observations');
  expect(figure('riia-22', 'young_people', QUARTER, 'age 18_and_over')).toBe(1);
  const without = await measured({ ssd_person }, { quarters });
  expect(without.figure('riia-22', 'young_people', QUARTER)).toBe('not available');
});
