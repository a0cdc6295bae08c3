import { describe, expect, it } from 'vitest';
import type { Measure } from '../../src/model/measure.ts';
import { spec } from '../../src/spec/spec.ts';
import { quarterFrom } from './case.ts';
import { inNativeBy } from './native.ts';
import { person } from './rows/person.ts';
import { referral } from './rows/social-care.ts';

/** Referrals as they are, and a made-up second version that counts them only of the 15th of a month and after. */
const FROM = quarterFrom('2025-26 Q1');
const [referrals] = spec.measures.filter(({ id }) => id === 'riia-02');
const [form] = spec.measures.filter(({ id }) => id === 'riia-30');
if (referrals?.kind !== 'records' || form?.kind !== 'form') throw new Error('spec/ has changed');

const measures: readonly Measure[] = [
  {
    ...referrals,
    version: 2,
    validFrom: FROM,
    sql: `select * from (${referrals.sql}) where day(event_date) >= 15`,
  },
  { ...form, version: 2, validFrom: FROM },
];
const measured = inNativeBy({ ...spec, measures, earlier: [referrals, form] });

const QUARTERS = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', '2025-26 Q1'];
const EXTRACT = {
  ssd_person: [person('p', '2015-01-01')],
  ssd_cin_episodes: [
    referral('before, early in the month', '2025-03-14'),
    referral('before, late in the month', '2025-03-15'),
    referral('since, early in the month', '2025-04-14'),
    referral('since, late in the month', '2025-04-15'),
    referral('since, late too', '2025-05-31'),
  ],
};

describe('a definition with a new version', () => {
  it('goes by the old one before the quarter that the new one is valid from', async () => {
    const { figure, answer, records } = await measured(EXTRACT, { quarters: QUARTERS });
    expect(figure('riia-02', 'referrals', '2024-25 Q4')).toBe(2);
    expect(figure('riia-02', 'referrals', FROM)).toBe(2); // 15 April and 31 May
    // The year to June 2025 ends with a quarter of the new version: 15 March, 15 April, 31 May.
    expect(figure('riia-02', 'referrals', `year to ${FROM}`)).toBe(3);
    const versions = answer.results
      .find(({ measure }) => measure === 'riia-02')
      ?.observations.filter(({ figure: id, cell }) => id === 'referrals' && cell === null)
      .map(({ period, version }) => [period, version]);
    expect(versions).toHaveLength(5);
    expect(versions).toEqual(
      expect.arrayContaining([
        ['2024-25 Q4', 1],
        [FROM, 2],
        [`year to ${FROM}`, 2],
      ]),
    );
    const listed = (period: '2024-25 Q4' | typeof FROM) =>
      records({ measure: 'riia-02', figure: 'referrals', period, part: 'numerator' });
    expect(await listed('2024-25 Q4')).toHaveLength(2);
    expect(await listed(FROM)).toHaveLength(2);
  });

  it('goes by it for what is entered by hand too', async () => {
    const { answer } = await measured(EXTRACT, { quarters: QUARTERS });
    const entered = answer.results.find(({ measure }) => measure === 'riia-30')?.observations;
    expect(entered?.map(({ period, version }) => [period, version])).toEqual([
      [FROM, 2],
      ['2024-25 Q2', 1],
      ['2024-25 Q3', 1],
      ['2024-25 Q4', 1],
    ]);
  });
});
