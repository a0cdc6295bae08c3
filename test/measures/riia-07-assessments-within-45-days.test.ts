import { expect, it } from 'vitest';
import { inNative } from './native.ts';
import { assessment, referral } from './rows/social-care.ts';

const measured = inNative('riia-07');
const QUARTER = '2025-26 Q1';
const quarters = [QUARTER];

it('counts 45 working days from the start across Easter and the May bank holidays', async () => {
  // From Monday 14 April 2025 (day 0). Good Friday is 18 April, Easter Monday 21 April, bank holidays 5 and 26 May.
  // 15–17 April 3; 22–25 April 7; 28 April–2 May 12; 6–9 May 16; 12–16 May 21; 19–23 May 26; 27–30 May 30;
  // 2–6 June 35; 9–13 June 40; 16–20 June 45. The 45th is Friday 20 June, the 46th Monday 23 June.
  const { figure, records } = await measured(
    {
      ssd_cin_assessments: [
        assessment('45th', '2025-04-14', '2025-06-20'),
        assessment('weekend after the 45th', '2025-04-14', '2025-06-22'), // still 45 working days
        assessment('46th', '2025-04-14', '2025-06-23'),
        assessment('same day', '2025-05-01', '2025-05-01'),
      ],
    },
    { quarters },
  );
  expect(figure('riia-07', 'from_start', QUARTER)).toBe('3 of 4');
  const late = (
    await records({
      measure: 'riia-07',
      figure: 'from_start',
      period: QUARTER,
      part: 'denominator',
    })
  ).filter((record) => !record.inNumerator);
  expect(late.map((record) => record.recordId)).toEqual(['46th']);
});

it('leaves out a one-off bank holiday', async () => {
  // From Friday 29 July 2022 (day 0): August has 22 working days (29 August is a bank holiday), September from the 1st:
  // 1, 2 → 24; 5–9 → 29; 12–16 → 34; 20–23 → 38 (19 September is one off); 26–30 → 43; 3, 4 October → 45.
  const { figure } = await measured(
    {
      ssd_cin_assessments: [
        assessment('45th', '2022-07-29', '2022-10-04'),
        assessment('46th', '2022-07-29', '2022-10-05'),
      ],
    },
    { quarters: ['2022-23 Q3'] },
  );
  expect(figure('riia-07', 'from_start', '2022-23 Q3')).toBe('1 of 2');
});

it('leaves an assessment with no start out of the first figure, and one with no referral out of the second', async () => {
  const { figure } = await measured(
    {
      ssd_cin_episodes: [
        referral('r', '2025-04-14'),
        referral('late', '2025-06-01'),
        referral('long ago', '2025-01-02'),
      ],
      ssd_cin_assessments: [
        assessment('no start', null, '2025-05-01', { cina_referral_id: 'r' }), // second figure only: within 45
        assessment('no referral', '2025-04-20', '2025-05-01'), // first figure only: within 45
        assessment('referral not held', '2025-04-20', '2025-05-01', { cina_referral_id: 'x' }), // first figure only
        assessment('referred after', '2025-04-20', '2025-05-01', { cina_referral_id: 'late' }), // first figure only
        assessment('both', '2025-04-20', '2025-05-01', { cina_referral_id: 'long ago' }), // in time by the first clock alone
      ],
    },
    { quarters },
  );
  expect(figure('riia-07', 'from_start', QUARTER)).toBe('4 of 4');
  expect(figure('riia-07', 'from_referral', QUARTER)).toBe('1 of 2');
});

it('counts by the day of authorisation, and not what is not authorised or cannot be', async () => {
  const { figure } = await measured(
    {
      ssd_cin_assessments: [
        assessment('first day', '2025-03-20', '2025-04-01'),
        assessment('last day', '2025-06-20', '2025-06-30'),
        assessment('before', '2025-03-20', '2025-03-31'),
        assessment('after', '2025-06-20', '2025-07-01'),
        assessment('not authorised', '2025-05-01', null),
        assessment('authorised before it started', '2025-05-02', '2025-05-01'),
        assessment('authorised after the extract', '2025-05-02', '2025-07-15'),
      ],
    },
    { quarters },
  );
  expect(figure('riia-07', 'from_start', QUARTER)).toBe('2 of 2');
});

it('gives the first figure where the referrals are not held, and says why not the second', async () => {
  const { figure } = await measured(
    { ssd_cin_assessments: [assessment('a', '2025-05-01', '2025-05-02')] },
    { quarters },
  );
  expect(figure('riia-07', 'from_start', QUARTER)).toBe('1 of 1');
  expect(figure('riia-07', 'from_referral', QUARTER)).toBe('not available');
});
