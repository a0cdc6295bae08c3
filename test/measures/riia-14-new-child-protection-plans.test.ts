import { expect, it } from 'vitest';
import { person } from './rows/person.ts';
import { cpPlan } from './rows/social-care.ts';
import { inNative } from './native.ts';

const measured = inNative('riia-14');
const QUARTER = '2025-26 Q1'; // 1 April to 30 June 2025

it('counts a plan by its start, on the first and the last day of the quarter', async () => {
  const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];
  const { figure } = await measured(
    {
      ssd_cp_plans: [
        cpPlan('a year ago', '2024-06-30', null),
        cpPlan('before', '2025-03-31', '2025-05-01'),
        cpPlan('first', '2025-04-01', null),
        cpPlan('last', '2025-06-30', null), // the same child again: plans are counted, not children
        cpPlan('after', '2025-07-01', null),
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('riia-14', 'new', quarter))).toEqual([0, 0, 1, 2]);
  expect(figure('riia-14', 'new', `year to ${QUARTER}`)).toBe(3); // 1 July 2024 to 30 June 2025
});

it('leaves out plans held for another local authority, and each key but its first row', async () => {
  const { figure } = await measured(
    {
      ssd_cp_plans: [
        cpPlan('theirs', '2025-05-01', null, { cppl_cp_plan_ola: 'Y' }),
        cpPlan('ours', '2025-05-01', null, { cppl_cp_plan_ola: 'N' }),
        cpPlan('no flag', '2025-05-01', null),
        cpPlan('twice', '2025-05-01', null),
        cpPlan('twice', '2025-05-02', null),
        cpPlan('first bad', null, null), // the first row of this key has no date: the key is left out whole
        cpPlan('first bad', '2025-05-02', null),
        cpPlan(null, '2025-05-01', null),
        cpPlan('nobody', '2025-05-01', null, { cppl_person_id: null }),
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-14', 'new', QUARTER)).toBe(3); // ours, no flag, twice
});

it('leaves out what cannot have happened, and counts a plan of an unborn child', async () => {
  const { figure } = await measured(
    {
      ssd_person: [person('p', '2026-01-01')],
      ssd_cp_plans: [
        cpPlan('280 days before birth', '2025-03-27', null), // 27 March 2025 + 280 days = 1 January 2026
        cpPlan('281 days before birth', '2025-03-26', null),
        cpPlan('ended before it started', '2025-03-28', '2025-03-27'),
        cpPlan('ended the same day', '2025-03-28', '2025-03-28'),
        cpPlan('ended after the extract', '2025-03-28', '2025-12-01'),
        cpPlan('on the day of the extract', '2025-07-14', null),
        cpPlan('after the extract', '2025-07-15', null),
      ],
    },
    { quarters: ['2024-25 Q4', '2025-26 Q2'] },
  );
  expect(figure('riia-14', 'new', '2024-25 Q4')).toBe(3);
  expect(figure('riia-14', 'new', '2024-25 Q4', 'age unborn')).toBe(3);
  expect(figure('riia-14', 'new', '2025-26 Q2')).toBe(1);
});

it('is broken down by category of abuse, and given as a rate and as a yearly rate', async () => {
  const { figure, answer } = await measured(
    {
      ssd_cp_plans: [
        cpPlan('a', '2024-05-01', null, { cppl_cp_plan_latest_category: 'Neglect' }),
        cpPlan('b', '2024-05-01', null, {
          cppl_cp_plan_initial_category: 'NEG',
          cppl_cp_plan_latest_category: 'EMO',
        }),
      ],
    },
    { quarters: ['2024-25 Q1'] },
  );
  const category = (cell: string) =>
    figure('riia-14', 'new', '2024-25 Q1', `category_of_abuse ${cell}`);
  expect(['neglect', 'emotional', 'unknown'].map(category)).toEqual([1, 1, 0]);
  expect(figure('riia-14', 'rate', '2024-25 Q1')).toBe('2 of 12000');
  const yearly = answer.results
    .find((result) => result.measure === 'riia-14')
    ?.observations.find((o) => o.figure === 'rate_annualised');
  expect(yearly?.outcome).toMatchObject({ numerator: 2, scale: 40_000 });
});

it('stands without the flag of other authorities, and says so', async () => {
  const { figure, answer } = await measured(
    {
      ssd_cp_plans: [
        { cppl_cp_plan_id: 'k', cppl_person_id: 'p', cppl_cp_plan_start_date: '2025-05-01' },
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-14', 'new', QUARTER)).toBe(1);
  const caveats = answer.results.find((result) => result.measure === 'riia-14')?.caveats;
  expect(caveats?.map((caveat) => caveat.says)).toContain(
    'Plans held for another local authority cannot be left out. The extract has no ssd_cp_plans.cppl_cp_plan_ola.',
  );
});
