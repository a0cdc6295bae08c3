import { expect, it } from 'vitest';
import { person } from './rows/person.ts';
import { cpPlan } from './rows/social-care.ts';
import type { Row } from './case.ts';
import { inNative } from './native.ts';

const measured = inNative('riia-13');
const QUARTER = '2025-26 Q1'; // ends 30 June 2025

/** Takes plans; gives how many children are on one on 30 June 2025. */
async function onPlan(plans: readonly Row[]): Promise<number | string> {
  const { figure } = await measured({ ssd_cp_plans: plans }, { quarters: [QUARTER] });
  return figure('riia-13', 'children', QUARTER);
}

it('counts a child with a plan open at the end of the quarter', async () => {
  expect(await onPlan([cpPlan('k', '2025-06-30', null)])).toBe(1); // starts on the last day
  expect(await onPlan([cpPlan('k', '2025-07-01', null)])).toBe(0); // a day later
  expect(await onPlan([cpPlan('k', '2025-01-01', '2025-06-30')])).toBe(0); // ends on the last day: not open
  expect(await onPlan([cpPlan('k', '2025-01-01', '2025-07-01')])).toBe(1); // a day later
  expect(await onPlan([cpPlan('k', '2025-06-30', '2025-06-30')])).toBe(0); // starts and ends on it
  expect(await onPlan([cpPlan('k', '2025-01-01', '2026-01-01')])).toBe(1); // ends after the extract: open
  expect(await onPlan([cpPlan('k', '2012-01-01', null)])).toBe(1); // however long ago it started
});

it('leaves out plans held for another local authority', async () => {
  const held = (flag: string | null) => cpPlan('k', '2025-01-01', null, { cppl_cp_plan_ola: flag });
  expect(await onPlan([held('Y')])).toBe(0);
  expect(await onPlan([held('N')])).toBe(1);
  expect(await onPlan([held(null)])).toBe(1); // no flag: this authority's own
  expect(await onPlan([held('Y'), cpPlan('own', '2025-01-01', null)])).toBe(1);
});

it('counts a child once, with the category of the plan that started last', async () => {
  const categories = (initial: string | null, latest: string | null): Row => ({
    cppl_cp_plan_initial_category: initial,
    cppl_cp_plan_latest_category: latest,
  });
  const of = (child: string, initial: string | null, latest: string | null): Row => ({
    cppl_person_id: child,
    ...categories(initial, latest),
  });
  const { figure, records } = await measured(
    {
      ssd_cp_plans: [
        cpPlan('k2', '2025-05-01', null, categories('NEG', 'Physical  Abuse')), // the later of two: physical
        cpPlan('k1', '2025-01-01', null, categories('SAB', 'SAB')),
        cpPlan('k3', '2025-01-01', null, of('q', 'EMO', null)), // no later category: the first
        cpPlan('k4', '2025-01-01', null, of('r', 'MUL', 'A word of our own')), // the later is not mapped: the first
        cpPlan('k5', '2025-01-01', null, of('s', null, 'A word of our own')),
        cpPlan('k6', '2025-01-01', null, of('t', null, null)),
      ],
    },
    { quarters: [QUARTER] },
  );
  const category = (cell: string) =>
    figure('riia-13', 'children', QUARTER, `category_of_abuse ${cell}`);
  expect(figure('riia-13', 'children', QUARTER)).toBe(5);
  expect(
    ['physical', 'sexual', 'emotional', 'multiple', 'neglect', 'unknown'].map(category),
  ).toEqual([1, 0, 1, 1, 0, 2]);
  const asked = { measure: 'riia-13', figure: 'children', period: QUARTER } as const;
  const behind = await records({ ...asked, part: 'numerator' });
  expect(behind.map(({ recordId }) => recordId)).toEqual(['k3', 'k4', 'k5', 'k6', 'k2']);
});

it('counts an unborn child, and leaves out what cannot be so', async () => {
  const { figure } = await measured(
    {
      ssd_person: [person('unborn', '2025-10-01'), person('p', '2025-10-01')],
      ssd_cp_plans: [
        cpPlan('k1', '2024-12-25', null, { cppl_person_id: 'unborn' }), // 280 days before 1 October 2025
        cpPlan('k2', '2024-12-24', null), // 281 days before
        cpPlan('k3', '2025-06-02', '2025-06-01', { cppl_person_id: 'a' }), // ended before it started
        cpPlan('k4', null, null, { cppl_person_id: 'b' }),
        cpPlan(null, '2025-05-01', null, { cppl_person_id: 'c' }),
        cpPlan('k5', '2025-05-01', null, { cppl_person_id: null }),
        cpPlan('k6', '2025-05-01', '2025-05-02', { cppl_person_id: 'd' }),
        cpPlan('k6', '2025-05-01', null, { cppl_person_id: 'd' }), // a key met before: the first row, which has ended
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-13', 'children', QUARTER)).toBe(1);
  expect(figure('riia-13', 'children', QUARTER, 'age unborn')).toBe(1);
});

it('is given for each quarter and for no year, with a rate', async () => {
  const quarters = ['2023-24 Q2', '2023-24 Q3', '2023-24 Q4', '2024-25 Q1'];
  const { figure } = await measured(
    {
      ssd_cp_plans: [
        cpPlan('k1', '2023-09-30', '2024-03-31'),
        cpPlan('k2', '2024-04-01', null),
        cpPlan('k3', '2024-01-01', null, { cppl_person_id: 'q' }),
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('riia-13', 'children', quarter))).toEqual([1, 1, 1, 2]);
  expect(figure('riia-13', 'rate', '2024-25 Q1')).toBe('2 of 12000');
  expect(figure('riia-13', 'children', 'year to 2024-25 Q1')).toBe('0 observations');
});
