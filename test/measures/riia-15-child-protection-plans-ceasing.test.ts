import { expect, it } from 'vitest';
import { person } from './rows/person.ts';
import { cpPlan } from './rows/social-care.ts';
import { inNative } from './native.ts';

const measured = inNative('riia-15');
const QUARTER = '2025-26 Q1'; // 1 April to 30 June 2025

it('counts a plan by its end, on the first and the last day of the quarter', async () => {
  const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];
  const { figure } = await measured(
    {
      ssd_cp_plans: [
        cpPlan('a year ago', '2023-01-01', '2024-06-30'),
        cpPlan('before', '2024-01-01', '2025-03-31'),
        cpPlan('first', '2024-01-01', '2025-04-01'),
        cpPlan('last', '2025-06-30', '2025-06-30'), // a plan of one day, of the same child
        cpPlan('after', '2025-05-01', '2025-07-01'),
        cpPlan('open', '2025-05-01', null), // started in the quarter: not asked
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('riia-15', 'ceasing', quarter))).toEqual([0, 0, 1, 2]);
  expect(figure('riia-15', 'ceasing', `year to ${QUARTER}`)).toBe(3); // 1 July 2024 to 30 June 2025
});

it('takes an end after the extract for none', async () => {
  const { figure } = await measured(
    {
      ssd_cp_plans: [
        cpPlan('on the day of the extract', '2025-05-01', '2025-07-14'),
        cpPlan('a day later', '2025-05-01', '2025-07-15'),
      ],
    },
    { quarters: ['2025-26 Q2'] },
  );
  expect(figure('riia-15', 'ceasing', '2025-26 Q2')).toBe(1);
});

it('leaves out plans held for another local authority, and rows that cannot be counted', async () => {
  const { figure } = await measured(
    {
      ssd_cp_plans: [
        cpPlan('theirs', '2025-01-01', '2025-05-01', { cppl_cp_plan_ola: 'Y' }),
        cpPlan('ours', '2025-01-01', '2025-05-01', { cppl_cp_plan_ola: 'N' }),
        cpPlan('twice', '2025-01-01', '2025-05-01'),
        cpPlan('twice', '2025-01-01', '2025-05-02'),
        cpPlan('never started', null, '2025-05-01'),
        cpPlan('ended before it started', '2025-05-02', '2025-05-01'),
        cpPlan(null, '2025-01-01', '2025-05-01'),
        cpPlan('nobody', '2025-01-01', '2025-05-01', { cppl_person_id: null }),
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-15', 'ceasing', QUARTER)).toBe(2); // ours, twice
});

it('takes age at the end, and the category that the plan had last', async () => {
  const { figure } = await measured(
    {
      ssd_person: [person('p', '2020-05-02'), person('q', '2020-05-01')],
      ssd_cp_plans: [
        // the day before the fifth birthday
        cpPlan('k1', '2024-01-01', '2025-05-01', {
          cppl_cp_plan_initial_category: 'NEG',
          cppl_cp_plan_latest_category: 'SAB',
        }),
        cpPlan('k2', '2024-01-01', '2025-05-01', { cppl_person_id: 'q' }), // on it
      ],
    },
    { quarters: [QUARTER] },
  );
  const ceasing = (cell: string) => figure('riia-15', 'ceasing', QUARTER, cell);
  expect([ceasing('age 1_to_4'), ceasing('age 5_to_9')]).toEqual([1, 1]);
  expect([
    ceasing('category_of_abuse sexual'),
    ceasing('category_of_abuse neglect'),
    ceasing('category_of_abuse unknown'),
  ]).toEqual([1, 0, 1]);
});
