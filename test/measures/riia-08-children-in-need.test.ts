import { expect, it } from 'vitest';
import type { Row, Tables } from './case.ts';
import { inNative } from './native.ts';
import { careEpisode, legalStatus } from './rows/care.ts';
import { person } from './rows/person.ts';
import { cpPlan, referral } from './rows/social-care.ts';

const measured = inNative('riia-08');
const QUARTER = '2025-26 Q1'; // ends 30 June 2025

const FIGURES = ['open', 'not_cp_or_cla'];

/** Takes an extract; gives the children in each figure: open, and neither on a plan nor looked after. */
async function inNeed(tables: Tables): Promise<string[][]> {
  const { records } = await measured(
    {
      ssd_cp_plans: [cpPlan('x', '2020-01-01', null, { cppl_person_id: 'x' })],
      ssd_cla_episodes: [careEpisode('x', 'x', '2020-01-01', null)],
      ...tables,
    },
    { quarters: [QUARTER] },
  );
  const lists = [];
  for (const figure of FIGURES) {
    const list = await records({ measure: 'riia-08', figure, period: QUARTER, part: 'numerator' });
    lists.push(list.map((one) => one.personId ?? '').sort());
  }
  return lists;
}

/** Takes a child and the dates; gives the row of the child's one episode. */
const episode = (child: string, made: string, closed: string | null = null, more: Row = {}) =>
  referral(child, made, { cine_person_id: child, cine_close_date: closed, ...more });

it('counts an episode that is open at the end of the quarter', async () => {
  const inIt = ['made that day', 'closed the day after', 'closed after the extract'].sort();
  expect(
    await inNeed({
      ssd_cin_episodes: [
        episode('made that day', '2025-06-30'),
        episode('made the day after', '2025-07-01'),
        episode('closed that day', '2025-01-01', '2025-06-30'), // not open
        episode('closed the day after', '2025-01-01', '2025-07-01'),
        episode('made and closed that day', '2025-06-30', '2025-06-30'),
        episode('closed after the extract', '2025-01-01', '2026-01-01'), // open
        episode('closed before made', '2025-05-01', '2025-04-01'), // cannot be
      ],
    }),
  ).toEqual([inIt, inIt]);
});

it('leaves out no further action though it is open, and takes a missing flag for further action', async () => {
  const flagged = (child: string, flag: string | null) =>
    episode(child, '2025-05-01', null, { cine_referral_nfa: flag });
  expect(
    await inNeed({
      ssd_cin_episodes: [flagged('Y', 'Y'), flagged('N', 'N'), flagged('none', null)],
    }),
  ).toEqual([
    ['N', 'none'],
    ['N', 'none'],
  ]);
});

it('leaves out no further action that is told among the outcomes alone', async () => {
  const told = (child: string, flag: string | null, outcome: string | null) =>
    episode(child, '2025-05-01', null, {
      cine_referral_nfa: flag,
      cine_referral_outcome_json: outcome,
    });
  const inIt = [
    'its column says no',
    'no flag',
    'outcome N',
    'outcome in words',
    'said in a comment',
  ];
  expect(
    await inNeed({
      ssd_cin_episodes: [
        told('outcome Y', null, '{"OUTCOME_NFA_FLAG":"Y","OUTCOME_COMMENTS":""}'),
        told('outcome Y, plain key', null, '{"NFA_FLAG":"Y"}'),
        told('outcome N', null, '{"OUTCOME_NFA_FLAG":"N"}'),
        told('its column says no', 'N', '{"OUTCOME_NFA_FLAG":"Y"}'), // the column stands first
        told('no flag', null, '{"OUTCOME_SINGLE_ASSESSMENT_FLAG":"Y"}'),
        told('outcome in words', null, 'No further action'),
        told('said in a comment', null, '{"COMMENTS":""NFA_FLAG":"Y""}'),
      ],
    }),
  ).toEqual([inIt, inIt]);
});

it.each<[string, readonly string[], readonly string[]]>([
  ['neither column', [], ['are left out only where their outcome says so', 'cannot be left out']],
  [
    'the outcomes',
    ['cine_referral_outcome_json'],
    ['are left out only where their outcome says so'],
  ],
  ['the flag', ['cine_referral_nfa'], []],
])('says what is lost with %s', async (_, held, lost) => {
  const row = {
    cine_referral_id: '1',
    cine_person_id: 'p',
    cine_referral_date: '2025-05-01',
    cine_close_date: null,
    ...Object.fromEntries(held.map((column) => [column, null])),
  };
  const { answer } = await measured({ ssd_cin_episodes: [row] }, { quarters: [QUARTER] });
  const says = answer.results.flatMap(({ caveats }) => caveats.map((caveat) => caveat.says));
  const told = says.filter((sentence) => sentence.startsWith('Referrals with no further action'));
  expect(told).toEqual(lost.map((sentence) => expect.stringContaining(sentence)));
});

it('is not available while the order of day and month in its dates is not settled', async () => {
  const dates = (...days: readonly string[]) => ({
    ssd_cin_episodes: days.map((day, nth) => episode(`child ${nth}`, day)),
  });
  const figureOf = async (tables: Tables) =>
    (await measured(tables, { quarters: [QUARTER] })).figure('riia-08', 'open', QUARTER);
  expect(await figureOf(dates('05/06/2025', '04/06/2025'))).toBe('not available');
  expect(await figureOf(dates('05/06/2025', '13/06/2025'))).toBe(2);
  const { answer } = await measured(dates('05/06/2025', '04/06/2025'), { quarters: [QUARTER] });
  const [outcome] = answer.results
    .flatMap(({ observations }) => observations)
    .map((o) => o.outcome);
  expect(outcome).toMatchObject({
    kind: 'not available',
    reason: expect.stringContaining(
      'cine_referral_date of the extract’s ssd_cin_episodes can be read in two ways',
    ),
  });
});

it('counts an unborn child, from 280 days before birth', async () => {
  expect(
    await inNeed({
      ssd_person: [person('280', '2026-01-01'), person('281', '2026-01-01')],
      ssd_cin_episodes: [
        episode('280', '2025-03-27'), // 27 March 2025 + 280 days = 1 January 2026
        episode('281', '2025-03-26'),
      ],
    }),
  ).toEqual([['280'], ['280']]);
});

it('leaves children on a plan of its own out of the second figure', async () => {
  const plan = (child: string, started: string, ended: string | null, ola: string | null = null) =>
    cpPlan(child, started, ended, { cppl_person_id: child, cppl_cp_plan_ola: ola });
  const plans = [
    plan('started that day', '2025-06-30', null),
    plan('started the day after', '2025-07-01', null), // not yet
    plan('ended that day', '2025-01-01', '2025-06-30'),
    plan('ended the day after', '2025-01-01', '2025-07-01'),
    plan('own', '2025-01-01', null, 'N'),
    plan('of another', '2025-01-01', null, 'Y'), // another local authority's
    plan('of both', '2025-01-01', null, 'Y'),
    { ...plan('of both', '2025-01-01', null), cppl_cp_plan_id: 'one more' },
  ];
  const children = [...new Set(plans.map((row) => String(row['cppl_person_id'])))];
  expect(
    await inNeed({
      ssd_cin_episodes: children.map((child) => episode(child, '2025-01-01')),
      ssd_cp_plans: plans,
    }),
  ).toEqual([[...children].sort(), ['ended that day', 'of another', 'started the day after']]);
});

it('leaves children looked after out of the second figure, but not those on short breaks or of 18', async () => {
  const care = (child: string, started: string, ended: string | null) =>
    careEpisode(child, child, started, ended);
  const shortBreaks = (child: string, ended: string | null) =>
    legalStatus(child, child, 'V4', '2025-01-01', ended);
  const episodes = [
    care('started that day', '2025-06-30', null),
    care('started the day after', '2025-07-01', null), // not yet
    care('ended that day', '2025-01-01', '2025-06-30'),
    care('ended the day after', '2025-01-01', '2025-07-01'),
    care('on short breaks', '2025-01-01', null),
    care('on short breaks till that day', '2025-01-01', null), // care from that day
    care('18 that day', '2025-01-01', null),
    care('18 the day after', '2025-01-01', null),
    care('before birth', '2025-01-31', null), // no period of care, so not looked after
  ];
  const children = episodes.map((row) => String(row['clae_person_id']));
  expect(
    await inNeed({
      ssd_person: [
        person('18 that day', '2007-06-30'),
        person('18 the day after', '2007-07-01'),
        person('before birth', '2025-02-01'),
      ],
      ssd_cin_episodes: children.map((child) => episode(child, '2025-01-01')),
      ssd_cla_episodes: episodes,
      ssd_legal_status: [
        shortBreaks('on short breaks', null),
        shortBreaks('on short breaks till that day', '2025-06-30'),
      ],
    }),
  ).toEqual([
    [...children].sort(),
    ['18 that day', 'before birth', 'ended that day', 'on short breaks', 'started the day after'],
  ]);
});

it('counts a child once, by the need of the episode that started last', async () => {
  const { figure, records } = await measured(
    {
      ssd_person: [person('p', '2015-01-01'), person('q', '2015-01-01')],
      ssd_cin_episodes: [
        referral('latest', '2025-05-01', { cine_cin_primary_need_code: 'n2' }),
        referral('earlier', '2025-01-01', { cine_cin_primary_need_code: 'N1' }),
        referral('closed', '2025-06-01', {
          cine_cin_primary_need_code: 'N4',
          cine_close_date: '2025-06-02',
        }),
        referral('came to nothing', '2025-06-03', {
          cine_cin_primary_need_code: 'N5',
          cine_referral_nfa: 'Y',
        }),
        referral('undated', null),
        referral('of q', '2025-05-01', {
          cine_person_id: 'q',
          cine_cin_primary_need_code: 'A need of our own',
        }),
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-08', 'open', QUARTER)).toBe(2);
  expect(figure('riia-08', 'rate', QUARTER)).toBe('2 of 12000');
  const need = (cell: string) => figure('riia-08', 'open', QUARTER, `primary_need ${cell}`);
  expect(['n1', 'n2', 'n4', 'n5', 'unknown'].map(need)).toEqual([0, 1, 0, 0, 1]);
  const behind = await records({
    measure: 'riia-08',
    figure: 'open',
    period: QUARTER,
    part: 'numerator',
  });
  expect(behind.map(({ recordId, day }) => `${recordId} ${day}`)).toEqual([
    'latest 2025-05-01',
    'of q 2025-05-01',
  ]);
});

it('gives the first figure where plans or care are not held, and says why not the second', async () => {
  const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];
  const { figure } = await measured(
    { ssd_cin_episodes: [referral('r', '2025-01-01')], ssd_person: [person('p', '2015-01-01')] },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('riia-08', 'open', quarter))).toEqual([0, 0, 1, 1]);
  expect(figure('riia-08', 'not_cp_or_cla', QUARTER)).toBe('not available');
  expect(figure('riia-08', 'open', `year to ${QUARTER}`)).toBe('0 observations');
});
