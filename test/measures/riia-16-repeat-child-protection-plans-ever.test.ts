import { expect, it } from 'vitest';
import { cpPlan } from './rows/social-care.ts';
import type { Row } from './case.ts';
import { inNative } from './native.ts';

const measured = inNative('riia-16');
const QUARTER = '2025-26 Q1';

async function repeats(plans: readonly Row[]): Promise<number | string> {
  const { figure } = await measured({ ssd_cp_plans: plans }, { quarters: [QUARTER] });
  return figure('riia-16', 'repeat_ever', QUARTER);
}

it('counts a new plan of a child whose earlier one had ended by the day it started', async () => {
  const after = (ended: string | null) =>
    repeats([cpPlan('earlier', '2010-01-01', ended), cpPlan('new', '2025-05-10', null)]);
  expect(await after('2025-05-10')).toBe('1 of 1'); // on the same day
  expect(await after('2025-05-11')).toBe('0 of 1'); // a day later: the two overlap
  expect(await after('2025-05-09')).toBe('1 of 1');
  expect(await after('2010-01-01')).toBe('1 of 1'); // however long ago
  expect(await after(null)).toBe('0 of 1'); // still open
  expect(await after('2025-12-01')).toBe('0 of 1'); // ends after the extract: open
});

it('looks at own plans of the same child alone, and at rows that can be counted', async () => {
  const fresh = cpPlan('new', '2025-05-10', null);
  const earlier = (more: Row) => cpPlan('earlier', '2024-01-01', '2024-06-01', more);
  expect(await repeats([earlier({ cppl_cp_plan_ola: 'Y' }), fresh])).toBe('0 of 1');
  expect(await repeats([earlier({ cppl_cp_plan_ola: 'N' }), fresh])).toBe('1 of 1');
  expect(await repeats([earlier({ cppl_person_id: 'q' }), fresh])).toBe('0 of 1');
  expect(await repeats([cpPlan('bad', '2024-06-02', '2024-06-01'), fresh])).toBe('0 of 1');
  expect(await repeats([cpPlan('bad', null, '2024-06-01'), fresh])).toBe('0 of 1');
  // a new plan that is held for another authority is in neither part
  expect(
    await repeats([earlier({}), cpPlan('new', '2025-05-10', null, { cppl_cp_plan_ola: 'Y' })]),
  ).toBe('not applicable');
});

it('does not take a plan for its own earlier one', async () => {
  expect(await repeats([cpPlan('one day', '2025-05-10', '2025-05-10')])).toBe('0 of 1');
  // a second one that starts on that day follows it
  expect(
    await repeats([
      cpPlan('one day', '2025-05-10', '2025-05-10'),
      cpPlan('next', '2025-05-10', null),
    ]),
  ).toBe('1 of 2');
});

it('counts plans that started in the quarter, on its first and last day', async () => {
  expect(
    await repeats([
      cpPlan('a', '2025-03-31', '2025-04-01'), // started before the quarter
      cpPlan('b', '2025-04-01', '2025-06-30'), // after a: a repeat
      cpPlan('c', '2025-06-30', null), // after a and b: a repeat, counted once
      cpPlan('d', '2025-07-01', null),
      cpPlan('e', '2025-06-30', null, { cppl_person_id: 'q' }),
    ]),
  ).toBe('2 of 3');
});

it('is not applicable without new plans, and always says that the extract goes only so far back', async () => {
  const { figure, answer } = await measured(
    { ssd_cp_plans: [cpPlan('k', '2024-11-01', null)] },
    { quarters: ['2024-25 Q3', QUARTER] },
  );
  expect(figure('riia-16', 'repeat_ever', QUARTER)).toBe('not applicable');
  const limited = answer.results
    .find((result) => result.measure === 'riia-16')
    ?.caveats.filter((caveat) => caveat.kind === 'window-limited');
  expect(limited?.flatMap((caveat) => caveat.periods)).toEqual(['2024-25 Q3', QUARTER]);
});
