import { expect, it } from 'vitest';
import type { Tables } from './case.ts';
import { inNative } from './native.ts';
import { careEpisode, legalStatus } from './rows/care.ts';
import { person } from './rows/person.ts';
import { cinPlan, cpPlan } from './rows/social-care.ts';

const measured = inNative('riia-09');
const QUARTER = '2025-26 Q1'; // ends 30 June 2025

/** Takes an extract; gives the children on a child in need plan on 30 June 2025. */
async function onPlan(tables: Tables): Promise<string[]> {
  const { records } = await measured(tables, { quarters: [QUARTER] });
  const list = await records({
    measure: 'riia-09',
    figure: 'plans',
    period: QUARTER,
    part: 'numerator',
  });
  return list.map((one) => one.personId ?? '').sort();
}

/** Takes a child and the dates; gives the row of the child's one plan. */
const plan = (child: string, started: string, ended: string | null) =>
  cinPlan(child, started, ended, { cinp_person_id: child });

it('counts a plan that is open at the end of the quarter', async () => {
  expect(
    await onPlan({
      ssd_cin_plans: [
        plan('started that day', '2025-06-30', null),
        plan('started the day after', '2025-07-01', null),
        plan('ended that day', '2025-01-01', '2025-06-30'), // not open
        plan('ended the day after', '2025-01-01', '2025-07-01'),
        plan('started and ended that day', '2025-06-30', '2025-06-30'),
        plan('ended after the extract', '2025-01-01', '2026-01-01'), // open
        plan('ended before it started', '2025-05-01', '2025-04-30'), // cannot be
      ],
    }),
  ).toEqual(['ended after the extract', 'ended the day after', 'started that day']);
});

it('counts a child once, by the plan that started last, and a key by its first row', async () => {
  const { figure, records } = await measured(
    {
      ssd_cin_plans: [
        cinPlan('latest', '2025-05-01', null),
        cinPlan('earlier', '2025-01-01', null),
        cinPlan('of q', '2025-04-01', null, { cinp_person_id: 'q' }),
        cinPlan('of r', '2025-04-01', '2025-04-02', { cinp_person_id: 'r' }),
        cinPlan('of r', '2025-04-01', null, { cinp_person_id: 'r' }), // the first row of this key has ended
        cinPlan(null, '2025-04-01', null, { cinp_person_id: 's' }),
        cinPlan('no start', null, null, { cinp_person_id: 't' }),
        cinPlan('nobody', '2025-04-01', null, { cinp_person_id: null }),
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-09', 'plans', QUARTER)).toBe(2);
  expect(figure('riia-09', 'rate', QUARTER)).toBe('2 of 12000');
  const behind = await records({
    measure: 'riia-09',
    figure: 'plans',
    period: QUARTER,
    part: 'numerator',
  });
  expect(behind.map(({ recordId, day }) => `${recordId} ${day}`)).toEqual([
    'of q 2025-04-01',
    'latest 2025-05-01',
  ]);
});

it('takes a plan that ends after the extract for open, whatever the quarter', async () => {
  const quarters = ['2025-26 Q2']; // ends 30 September 2025; the extract is of 14 July
  const { figure, answer } = await measured(
    {
      ssd_cin_plans: [
        plan('ended before the extract', '2025-01-01', '2025-07-14'),
        plan('ended after the extract', '2025-01-01', '2025-07-15'),
      ],
    },
    { quarters },
  );
  expect(figure('riia-09', 'plans', '2025-26 Q2')).toBe(1);
  expect(answer.findings.map((finding) => finding.says)).toContain(
    '1 child in need plan with an end after the extract, counted as open.',
  );
});

it('leaves out children on a child protection plan of its own', async () => {
  const plans = [
    cpPlan('k1', '2025-06-30', null, { cppl_person_id: 'started that day' }),
    cpPlan('k2', '2025-07-01', null, { cppl_person_id: 'started the day after' }), // not yet
    cpPlan('k3', '2025-01-01', '2025-06-30', { cppl_person_id: 'ended that day' }),
    cpPlan('k4', '2025-01-01', null, { cppl_person_id: 'of another', cppl_cp_plan_ola: 'Y' }),
  ];
  expect(
    await onPlan({
      ssd_cin_plans: plans.map((row) => plan(String(row['cppl_person_id']), '2025-01-01', null)),
      ssd_cp_plans: plans,
    }),
  ).toEqual(['ended that day', 'of another', 'started the day after']);
});

it('leaves out children looked after, but not those on short breaks', async () => {
  const care = [
    careEpisode('e1', 'started that day', '2025-06-30', null),
    careEpisode('e2', 'ended that day', '2025-01-01', '2025-06-30'),
    careEpisode('e3', 'on short breaks', '2025-01-01', null),
  ];
  expect(
    await onPlan({
      ssd_cin_plans: care.map((row) => plan(String(row['clae_person_id']), '2025-01-01', null)),
      ssd_cla_episodes: care,
      ssd_legal_status: [legalStatus('l', 'on short breaks', 'V3', '2025-01-01', null)],
    }),
  ).toEqual(['ended that day', 'on short breaks']);
});

it('keeps them in where the setting says so', async () => {
  const counted = async (settings: Readonly<Record<string, number>>) => {
    const { figure } = await measured(
      {
        ssd_cin_plans: [plan('k', '2025-01-01', null), plan('e', '2025-01-01', null)],
        ssd_cp_plans: [cpPlan('k', '2025-01-01', null, { cppl_person_id: 'k' })],
        ssd_cla_episodes: [careEpisode('e', 'e', '2025-01-01', null)],
      },
      { quarters: [QUARTER], settings },
    );
    return figure('riia-09', 'plans', QUARTER);
  };
  expect(await counted({})).toBe(0);
  expect(await counted({ cin_plans_without_cp_and_cla: 1 })).toBe(0);
  expect(await counted({ cin_plans_without_cp_and_cla: 0 })).toBe(2);
});

it('stands without plans and care, and says who cannot be left out', async () => {
  const { figure, answer } = await measured(
    { ssd_cin_plans: [plan('p', '2025-01-01', null)] },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-09', 'plans', QUARTER)).toBe(1);
  const caveats = answer.results.find(({ measure }) => measure === 'riia-09')?.caveats;
  const said = caveats?.map((caveat) => caveat.says).join(' ');
  expect(said).toContain('Children on a child protection plan cannot be left out.');
  expect(said).toContain('Children looked after cannot be left out.');
});

it('counts an unborn child, from 280 days before birth, and is given for quarters alone', async () => {
  const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];
  const { figure } = await measured(
    {
      ssd_person: [person('p', '2026-01-01'), person('q', '2026-01-01')],
      ssd_cin_plans: [
        cinPlan('280 days before birth', '2025-03-27', null), // 27 March 2025 + 280 days = 1 January 2026
        cinPlan('281 days before birth', '2025-03-26', null, { cinp_person_id: 'q' }),
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('riia-09', 'plans', quarter))).toEqual([0, 0, 1, 1]);
  expect(figure('riia-09', 'plans', QUARTER, 'age unborn')).toBe(1);
  expect(figure('riia-09', 'plans', `year to ${QUARTER}`)).toBe('0 observations');
});
