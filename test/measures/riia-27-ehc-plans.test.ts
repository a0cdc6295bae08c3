import { expect, it } from 'vitest';
import { quarterFrom } from './case.ts';
import { inNative } from './native.ts';
import { person } from './rows/person.ts';

const measured = inNative('riia-27');
const QUARTER = '2025-26 Q1'; // ends 30 June 2025
const quarters = ['2024-25 Q3', '2024-25 Q4', QUARTER];

const plan = (id: string | null, started: string | null, ceased: string | null) => ({
  ehcn_named_plan_id: id,
  ehcn_named_plan_start_date: started,
  ehcn_named_plan_ceased_date: ceased,
});
const active = (...ids: (string | null)[]) => ids.map((id) => ({ ehcp_active_ehcp_id: id }));
const ENTRY = { measure: 'riia-27', quarter: quarterFrom(QUARTER), parts: { plans: 812 } };

it('counts a plan in force at the end of the quarter', async () => {
  const inForce = async (started: string, ceased: string | null) => {
    const { figure } = await measured(
      { ssd_ehcp_named_plan: [plan('a', started, ceased)] },
      { quarters: [QUARTER] },
    );
    return figure('riia-27', 'plans', QUARTER);
  };
  expect(await inForce('2025-06-30', null)).toBe(1); // starts on the last day
  expect(await inForce('2025-07-01', null)).toBe(0); // a day later
  expect(await inForce('2020-01-01', '2025-06-30')).toBe(0); // ceases on the last day: not in force
  expect(await inForce('2020-01-01', '2025-07-01')).toBe(1); // a day later
  expect(await inForce('2020-01-01', '2026-01-01')).toBe(1); // ceases after the extract
});

it('takes a plan that is to cease after the extract for one in force, also in a quarter that has not ended', async () => {
  const { figure } = await measured(
    { ssd_ehcp_named_plan: [plan('a', '2020-01-01', '2025-06-25')] },
    { quarters: [QUARTER], extractDate: '2025-06-20' },
  );
  expect(figure('riia-27', 'plans', QUARTER)).toBe(1); // on 20 June nobody knows that it will cease
});

it('counts each key once, the first row of it, and leaves out what cannot be counted', async () => {
  const { figure } = await measured(
    {
      ssd_ehcp_named_plan: [
        plan('twice', '2025-01-01', null),
        plan('twice', '2025-02-01', null),
        plan('ceased before it started', '2025-05-02', '2025-05-01'),
        plan('undated', null, null),
        plan('after the extract', '2025-07-15', null),
        plan(null, '2025-01-01', null),
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('riia-27', 'plans', quarter))).toEqual([0, 1, 1]);
});

it('takes the active plans where there are no plans with dates, for the last quarter alone', async () => {
  const { figure, records } = await measured(
    { ssd_ehcp_active_plans: active('a', 'b', 'b', null), ssd_ehcp_named_plan: [] },
    { quarters, handEntered: [ENTRY] }, // what was entered is not looked at: the extract holds it
  );
  expect(quarters.map((quarter) => figure('riia-27', 'plans', quarter))).toEqual([
    'not available',
    'not available',
    2,
  ]);
  const behind = await records({
    measure: 'riia-27',
    figure: 'plans',
    period: '2025-26 Q1',
    part: 'numerator',
  });
  expect(behind.map(({ recordId, day }) => `${recordId} ${day}`)).toEqual([
    'a 2025-06-30',
    'b 2025-06-30',
  ]);
});

it('takes the active plans for a quarter that ended up to 62 days before the extract', async () => {
  const onDay = async (extractDate: string) => {
    const { figure } = await measured(
      { ssd_ehcp_active_plans: active('a') },
      { quarters: ['2024-25 Q4', QUARTER], extractDate },
    );
    return ['2024-25 Q4', QUARTER].map((quarter) => figure('riia-27', 'plans', quarter));
  };
  const none = 'not available';
  const missing = ['missing', 'missing'];
  expect(await onDay('2025-06-30')).toEqual([none, 1]); // on the quarter's last day
  expect(await onDay('2025-08-31')).toEqual([none, 1]); // 62 days after
  expect(await onDay('2025-09-01')).toEqual(missing); // 63 days after: to be entered by hand
  expect(await onDay('2025-05-16')).toEqual([1, none]); // 46 days after 31 March; the next quarter's end is nearer, and still to come
  expect(await onDay('2025-06-29')).toEqual(missing); // 90 days after 31 March, a day before 30 June
});

it('does not add the active plans to the plans with dates', async () => {
  const { figure } = await measured(
    {
      ssd_ehcp_active_plans: active('a', 'b', 'c'),
      ssd_ehcp_named_plan: [plan('a', '2025-01-01', null), plan('b', '2025-06-01', null)],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('riia-27', 'plans', quarter))).toEqual([0, 1, 2]);
  const none = await measured(
    { ssd_ehcp_active_plans: active('a'), ssd_ehcp_named_plan: [plan('a', null, null)] },
    { quarters },
  );
  expect(none.figure('riia-27', 'plans', QUARTER)).toBe(0); // a row that cannot be counted is still a row
});

it('takes the active plans where the plans lack a column that is needed, and not both', async () => {
  const { figure } = await measured(
    {
      ssd_ehcp_active_plans: active('a'),
      ssd_ehcp_named_plan: [
        { ehcn_named_plan_id: 'a', ehcn_named_plan_start_date: '2020-01-01' },
        {
          ehcn_named_plan_id: 'ceased, nobody knows when',
          ehcn_named_plan_start_date: '2020-01-01',
        },
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('riia-27', 'plans', quarter))).toEqual([
    'not available',
    'not available',
    1,
  ]);
});

it('is missing without either table, until it is entered by hand', async () => {
  const tables = {
    ssd_person: [person('p', '2015-01-01')],
    ssd_ehcp_named_plan: [],
    ssd_ehcp_active_plans: [],
  };
  expect((await measured(tables, { quarters })).figure('riia-27', 'plans', QUARTER)).toBe(
    'missing',
  );
  const { figure } = await measured(tables, { quarters, handEntered: [ENTRY] });
  expect(quarters.map((quarter) => figure('riia-27', 'plans', quarter))).toEqual([
    'missing',
    'missing',
    812,
  ]);
});

it('forgets what stood in when the next extract holds the plans', async () => {
  await measured({ ssd_ehcp_active_plans: active('a', 'b') }, { quarters });
  const { figure } = await measured(
    { ssd_ehcp_named_plan: [plan('a', '2025-01-01', null)] },
    { quarters },
  );
  expect(figure('riia-27', 'plans', QUARTER)).toBe(1);
});
