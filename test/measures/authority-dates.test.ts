import { describe, expect, it } from 'vitest';
import { inNative } from './native.ts';
import { referral } from './rows/social-care.ts';

const measured = inNative('riia-02', 'riia-04', 'riia-08');

/** Cumberland (942) took the place of Cumbria (909) on 1 April 2023, the first day of 2023-24 Q1. */
const BEFORE = '2022-23 Q4';
const AFTER = '2023-24 Q1';
const quarters = ['2022-23 Q2', '2022-23 Q3', BEFORE, AFTER, '2023-24 Q2'];

const REFERRALS = {
  ssd_cin_episodes: [
    referral('last day of Cumbria', '2023-03-31'),
    referral('first day of Cumberland', '2023-04-01'),
  ],
};

describe('an authority that began', () => {
  it('has no figures of the quarters before its first day', async () => {
    const { figure, answer } = await measured(REFERRALS, { la: '942', quarters });
    expect(figure('riia-02', 'referrals', BEFORE)).toBe('not available');
    expect(figure('riia-08', 'open', BEFORE)).toBe('not available');
    expect(figure('riia-02', 'referrals', AFTER)).toBe(1);
    const before = answer.results
      .find(({ measure }) => measure === 'riia-02')
      ?.observations.find(({ figure: id, period }) => id === 'referrals' && period === BEFORE);
    expect(before?.outcome).toEqual({
      kind: 'not available',
      reason: 'Cumberland began on 1 April 2023',
    });
  });

  it('says of a year, and of what is looked back on, that it reaches to before', async () => {
    const { answer, figure } = await measured(REFERRALS, { la: '942', quarters });
    expect(figure('riia-02', 'referrals', `year to ${AFTER}`)).toBe(2);
    const began = (id: string) =>
      answer.results
        .find(({ measure }) => measure === id)
        ?.caveats.filter(({ kind }) => kind === 'authority began')
        .map(({ says, periods }) => ({ says, periods }));
    const says =
      'Cumberland began on 1 April 2023. What was recorded before then, by Cumbria, counts only as far as it is in the extract.';
    // A quarter counts its own days; a year to June or September 2023 counts days from July or October 2022.
    expect(began('riia-02')).toEqual([
      { says, periods: [`year to ${AFTER}`, 'year to 2023-24 Q2'] },
    ]);
    // Twelve months before a referral of April to September 2023 reach to before April 2023.
    expect(began('riia-04')).toEqual([
      { says, periods: [AFTER, '2023-24 Q2', `year to ${AFTER}`, 'year to 2023-24 Q2'] },
    ]);
    expect(began('riia-08')).toEqual([]); // a position on one day looks back on nothing
  });

  it('has a rate from the first estimate that is its own', async () => {
    const { figure } = await measured(REFERRALS, { la: '942', quarters });
    expect(figure('riia-02', 'rate', AFTER)).toBe('1 of 52019'); // mid-2023
  });
});

describe('an authority that ended', () => {
  it('has no figures of the quarters after its last day', async () => {
    const { figure } = await measured(REFERRALS, { la: '909', quarters });
    expect(figure('riia-02', 'referrals', BEFORE)).toBe(1);
    expect(figure('riia-02', 'referrals', AFTER)).toBe('not available');
    expect(figure('riia-08', 'open', BEFORE)).toBe(1);
    expect(figure('riia-08', 'open', AFTER)).toBe('not available');
  });
});
