import { expect, it } from 'vitest';
import { inNative } from './native.ts';
import { referral } from './rows/social-care.ts';

const measured = inNative('riia-04');
const QUARTER = '2025-26 Q1';
const quarters = [QUARTER];

/** Takes the dates of a child's earlier referral and of the one looked at; gives whether that one is a repeat. */
async function repeat(
  earlier: string,
  looked: string,
  quarter = QUARTER,
): Promise<string | number> {
  const tables = {
    ssd_cin_episodes: [referral('earlier', earlier), referral('looked at', looked)],
  };
  const { records } = await measured(tables, { quarters: [quarter] });
  const behind = await records({
    measure: 'riia-04',
    figure: 'repeat',
    period: `2025-26 Q1`,
    part: 'numerator',
  });
  return behind.map((record) => record.recordId).join();
}

it('looks back twelve months to the day', async () => {
  expect(await repeat('2024-05-10', '2025-05-10')).toBe('looked at'); // 12 months to the day is within
  expect(await repeat('2024-05-09', '2025-05-10')).toBe(''); // a day more
  expect(await repeat('2024-05-11', '2025-05-10')).toBe('looked at'); // a day less
  expect(await repeat('2025-05-09', '2025-05-10')).toBe('looked at'); // the day before
  expect(await repeat('2025-05-10', '2025-05-10')).toBe(''); // the same day is not before
});

it('cuts twelve months before 29 February to 28 February', async () => {
  const tables = (earlier: string) => ({
    ssd_cin_episodes: [referral('earlier', earlier), referral('looked at', '2024-02-29')],
  });
  const figure = async (earlier: string) =>
    (await measured(tables(earlier), { quarters: ['2023-24 Q4'] })).figure(
      'riia-04',
      'repeat',
      '2023-24 Q4',
    );
  expect(await figure('2023-02-28')).toBe('1 of 1');
  expect(await figure('2023-02-27')).toBe('0 of 1');
});

it('counts whatever came of the earlier referral, and whether or not it has closed', async () => {
  const { figure } = await measured(
    {
      ssd_cin_episodes: [
        referral('open', '2025-01-01'),
        referral('after open', '2025-04-01'), // repeat: 'open' was never closed
        referral('a', '2025-01-01', {
          cine_person_id: 'q',
          cine_referral_nfa: 'Y',
          cine_close_date: '2025-01-01',
        }),
        referral('after nfa', '2025-04-01', { cine_person_id: 'q' }), // repeat: no further action counts too
        referral('another child', '2025-04-01', { cine_person_id: 'r' }), // no repeat
      ],
    },
    { quarters },
  );
  expect(figure('riia-04', 'repeat', QUARTER)).toBe('2 of 3');
});

it('does not look at an earlier referral that cannot be counted', async () => {
  const { figure } = await measured(
    {
      ssd_cin_episodes: [
        referral('closed before made', '2025-01-02', { cine_close_date: '2025-01-01' }),
        referral('looked at', '2025-04-01'),
      ],
    },
    { quarters },
  );
  expect(figure('riia-04', 'repeat', QUARTER)).toBe('0 of 1');
});

it('is not applicable, and not 0 %, where there were no referrals', async () => {
  const { figure } = await measured(
    { ssd_cin_episodes: [referral('long ago', '2023-01-01')] },
    { quarters },
  );
  expect(figure('riia-04', 'repeat', QUARTER)).toBe('not applicable');
});

it('says so where the extract does not reach twelve months back', async () => {
  const monthly = Array.from({ length: 20 }, (_, month) => {
    const year = 2023 + Math.floor((month + 11) / 12);
    return referral(`r${month}`, `${year}-${String(((month + 11) % 12) + 1).padStart(2, '0')}-01`);
  });
  // From 1 December 2023 on: October to December 2024 looks back to October 2023, January to March 2025 to January 2024.
  const { answer } = await measured({ ssd_cin_episodes: monthly });
  const limited = answer.results
    .find((result) => result.measure === 'riia-04')
    ?.caveats.find((caveat) => caveat.kind === 'window-limited');
  expect(limited?.periods).toContain('2024-25 Q3');
  expect(limited?.periods).not.toContain('2024-25 Q4');
  // The extract begins in the middle of October to December 2023, which is not a whole quarter in it.
  expect(answer.quarters[0]).toBe('2023-24 Q4');
});
