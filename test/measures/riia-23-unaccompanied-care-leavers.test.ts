import { expect, it } from 'vitest';
import { careLeaver, immigrationStatus } from './rows/care.ts';
import { person } from './rows/person.ts';
import { inNative } from './native.ts';

const measured = inNative('riia-22', 'riia-23');
const QUARTER = '2025-26 Q1'; // ends 30 June 2025

/** Takes an immigration status of a care leaver; gives whether they count. */
async function counted(
  status: string | null,
  from: string | null,
  to: string | null = null,
): Promise<number | string> {
  const { figure } = await measured(
    {
      ssd_person: [person('p', '2005-01-01'), person('q', '2005-01-01')],
      ssd_care_leavers: [
        careLeaver('l1', 'p', 'Former relevant'),
        careLeaver('l2', 'q', 'Relevant'),
      ],
      ssd_immigration_status: [immigrationStatus('i', status, from, to)],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-22', 'young_people', QUARTER)).toBe(2);
  return figure('riia-23', 'young_people', QUARTER);
}

it('counts care leavers with such a status that began by the end of the quarter, ended or not', async () => {
  expect(await counted('UASC', '2020-01-01')).toBe(1);
  expect(await counted('UASC', '2020-01-01', '2022-01-01')).toBe(1); // ended long ago
  expect(await counted('UASC', '2025-06-30')).toBe(1); // began on the last day
  expect(await counted('UASC', '2025-07-01')).toBe(0); // a day later
  expect(await counted('UASC', null)).toBe(0);
  expect(await counted('UASC', '2020-01-02', '2020-01-01')).toBe(0); // ended before it began
  expect(await counted('unaccompanied asylum seeking child', '2020-01-01')).toBe(1);
  expect(await counted('Refugee leave', '2020-01-01')).toBe(0);
  expect(await counted('A word of our own', '2020-01-01')).toBe(0);
});

it('counts among care leavers of the ages and kinds that are set', async () => {
  const births = { young: '2008-07-01', p17: '2008-06-30', p21: '2003-07-01', old: '2003-06-30' };
  const people = Object.entries(births);
  const tables = {
    ssd_person: [
      ...people.map(([id, born]) => person(id, born)),
      person('qualifying', '2005-01-01'),
      person('twice', '2005-01-01'),
    ],
    ssd_care_leavers: [
      ...people.map(([id]) => careLeaver(id, id, 'Former relevant')),
      careLeaver('l1', 'qualifying', 'Qualifying'),
      careLeaver('l2', 'twice', 'Relevant'),
      careLeaver('l3', 'twice', 'Former relevant'),
    ],
    ssd_immigration_status: [...people.map(([id]) => id), 'qualifying', 'twice', 'twice'].map(
      (id, place) =>
        immigrationStatus(`i${place}`, 'UASC', '2020-01-01', null, { immi_person_id: id }),
    ),
  };
  const usual = await measured(tables, { quarters: [QUARTER] });
  expect(usual.figure('riia-23', 'young_people', QUARTER)).toBe(3); // 17, 21, and the one held twice
  const wider = await measured(tables, {
    quarters: [QUARTER],
    settings: { care_leaver_from_age: 16, care_leaver_to_age: 22 },
  });
  expect(wider.figure('riia-23', 'young_people', QUARTER)).toBe(5);
});

it('is given for one quarter, with a word on how far back the extract goes', async () => {
  const quarters = ['2024-25 Q4', QUARTER];
  const tables = {
    ssd_person: [person('p', '2005-01-01')],
    ssd_care_leavers: [careLeaver('l', 'p', 'Relevant')],
  };
  const ssd_immigration_status = [immigrationStatus('i', 'UASC', '2020-01-01', null)];
  const { figure, answer } = await measured({ ...tables, ssd_immigration_status }, { quarters });
  expect(quarters.map((quarter) => figure('riia-23', 'young_people', quarter))).toEqual([
    'not available',
    1,
  ]);
  const on = async (extractDate: string) => {
    const taken = await measured({ ...tables, ssd_immigration_status }, { quarters, extractDate });
    return quarters.map((quarter) => taken.figure('riia-23', 'young_people', quarter));
  };
  expect(await on('2025-06-30')).toEqual(['not available', 1]); // on the quarter's last day
  expect(await on('2025-08-31')).toEqual(['not available', 1]); // 62 days after
  expect(await on('2025-09-01')).toEqual(['not available', 'not available']); // 63 days after
  const limited = answer.results
    .find((result) => result.measure === 'riia-23')
    ?.caveats.find((caveat) => caveat.kind === 'window-limited');
  expect(limited?.periods).toContain(QUARTER);
  const without = await measured(tables, { quarters });
  expect(without.figure('riia-23', 'young_people', QUARTER)).toBe('not available');
});
