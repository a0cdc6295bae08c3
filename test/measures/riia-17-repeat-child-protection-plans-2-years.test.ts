import { expect, it } from 'vitest';
import { cpPlan } from './rows/social-care.ts';
import type { Row } from './case.ts';
import { inNative } from './native.ts';

const measured = inNative('riia-17');
const QUARTER = '2025-26 Q1';

async function repeats(plans: readonly Row[], quarter = QUARTER): Promise<number | string> {
  const { figure } = await measured({ ssd_cp_plans: plans }, { quarters: [quarter] });
  return figure('riia-17', 'repeat_2_years', quarter);
}

it('looks back 24 months to the day, the day itself included', async () => {
  const after = (ended: string | null) =>
    repeats([cpPlan('earlier', '2020-01-01', ended), cpPlan('new', '2025-05-10', null)]);
  expect(await after('2023-05-10')).toBe('1 of 1'); // 24 months to the day
  expect(await after('2023-05-09')).toBe('0 of 1'); // a day more
  expect(await after('2023-05-11')).toBe('1 of 1'); // a day less
  expect(await after('2025-05-09')).toBe('1 of 1');
  expect(await after('2025-05-10')).toBe('1 of 1'); // the same day
  expect(await after('2025-05-11')).toBe('0 of 1'); // a day later: the two overlap
  expect(await after(null)).toBe('0 of 1');
});

it('cuts 24 months before 29 February to 28 February', async () => {
  const after = (ended: string) =>
    repeats(
      [cpPlan('earlier', '2020-01-01', ended), cpPlan('new', '2024-02-29', null)],
      '2023-24 Q4',
    );
  expect(await after('2022-02-28')).toBe('1 of 1');
  expect(await after('2022-02-27')).toBe('0 of 1');
});

it('is satisfied by any one plan that ended in that time', async () => {
  const fresh = cpPlan('new', '2025-05-10', null);
  const long = cpPlan('long ago', '2018-01-01', '2019-01-01');
  const recent = cpPlan('recent', '2023-01-01', '2024-01-01');
  expect(await repeats([long, fresh])).toBe('0 of 1');
  expect(await repeats([long, recent, fresh])).toBe('1 of 1');
  expect(await repeats([long, recent, cpPlan('open', '2025-01-01', null), fresh])).toBe('1 of 1');
});

it('looks at own plans of the same child alone, and never at the plan itself', async () => {
  const fresh = cpPlan('new', '2025-05-10', '2025-05-10'); // of one day
  const earlier = (more: Row) => cpPlan('earlier', '2024-01-01', '2024-06-01', more);
  expect(await repeats([fresh])).toBe('0 of 1');
  expect(await repeats([earlier({ cppl_cp_plan_ola: 'Y' }), fresh])).toBe('0 of 1');
  expect(await repeats([earlier({ cppl_cp_plan_ola: 'N' }), fresh])).toBe('1 of 1');
  expect(await repeats([earlier({ cppl_person_id: 'q' }), fresh])).toBe('0 of 1');
  expect(
    await repeats([earlier({}), cpPlan('new', '2025-05-10', null, { cppl_cp_plan_ola: 'Y' })]),
  ).toBe('not applicable');
});

it('counts plans that started in the quarter and, by the same rule, in the year', async () => {
  const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];
  const { figure } = await measured(
    {
      ssd_cp_plans: [
        cpPlan('a', '2024-06-30', '2024-07-01'), // started before the year
        cpPlan('b', '2024-07-01', '2025-03-31'), // repeat, in the year's first quarter
        cpPlan('c', '2025-03-31', '2025-04-01'), // repeat, in the quarter before
        cpPlan('d', '2025-04-01', null), // repeat
        cpPlan('e', '2025-06-30', null, { cppl_person_id: 'q' }),
        cpPlan('f', '2025-07-01', null),
      ],
    },
    { quarters },
  );
  expect(figure('riia-17', 'repeat_2_years', '2024-25 Q4')).toBe('1 of 1');
  expect(figure('riia-17', 'repeat_2_years', QUARTER)).toBe('1 of 2');
  expect(figure('riia-17', 'repeat_2_years', `year to ${QUARTER}`)).toBe('3 of 4');
});

it('says so where the extract does not reach 24 months back', async () => {
  const monthly = Array.from({ length: 30 }, (_, month) => {
    const year = 2023 + Math.floor(month / 12);
    return cpPlan(`k${month}`, `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`, null);
  });
  // From 1 January 2023 on: October to December 2024 looks back to October 2022, January to March 2025 to January 2023.
  const { answer } = await measured({ ssd_cp_plans: monthly });
  const limited = answer.results
    .find((result) => result.measure === 'riia-17')
    ?.caveats.find((caveat) => caveat.kind === 'window-limited');
  expect(limited?.periods).toContain('2024-25 Q3');
  expect(limited?.periods).not.toContain('2024-25 Q4');
});
