import { expect, it } from 'vitest';
import { inNative } from './native.ts';
import { person } from './rows/person.ts';
import { referral } from './rows/social-care.ts';

const measured = inNative('riia-02');
const QUARTER = '2024-25 Q4'; // January to March 2025

/** Takes a date of birth and the day of a referral; gives the age band that the referral falls in. */
async function band(born: string, day: string): Promise<string | undefined> {
  const tables = { ssd_person: [person('p', born)], ssd_cin_episodes: [referral('r', day)] };
  const { answer } = await measured(tables, { quarters: [QUARTER] });
  return answer.results[0]?.observations.find(
    (o) => o.cell?.by === 'age' && o.outcome.kind === 'count' && o.outcome.value === 1,
  )?.cell?.cell;
}

it('changes on the birthday', async () => {
  expect(await band('2025-02-11', '2025-02-10')).toBe('unborn');
  expect(await band('2025-02-10', '2025-02-10')).toBe('under_1');
  expect(await band('2024-02-11', '2025-02-10')).toBe('under_1');
  expect(await band('2024-02-10', '2025-02-10')).toBe('1_to_4');
  expect(await band('2020-02-11', '2025-02-10')).toBe('1_to_4');
  expect(await band('2020-02-10', '2025-02-10')).toBe('5_to_9');
  expect(await band('2015-02-10', '2025-02-10')).toBe('10_to_15');
  expect(await band('2009-02-10', '2025-02-10')).toBe('16_to_17');
  expect(await band('2007-02-11', '2025-02-10')).toBe('16_to_17');
  expect(await band('2007-02-10', '2025-02-10')).toBe('18_and_over');
});

it('changes on 1 March of a common year for one who was born on 29 February', async () => {
  expect(await band('2024-02-29', '2025-02-28')).toBe('under_1');
  expect(await band('2024-02-29', '2025-03-01')).toBe('1_to_4');
  // and on 28 February for one born that day
  expect(await band('2024-02-28', '2025-02-28')).toBe('1_to_4');
});
