import { describe, expect, it } from 'vitest';
import type { EarlierReturn } from '../../../src/model/disclosure.ts';
import { spec } from '../../../src/spec/spec.ts';
import { Q1, YEAR, observed, protectedBy, shown } from './observed.ts';

const POLICY = 'withhold-1-to-5';

async function seen(...given: Parameters<typeof protectedBy>): Promise<string[]> {
  return shown((await protectedBy(...given)).observations);
}

describe('what is withheld', () => {
  it('is nothing where no count is small', async () => {
    const given = observed('riia-10.enquiries', Q1, 60, { sex: { female: 20, male: 40 } });
    const { observations, audit } = await protectedBy(POLICY, given);
    expect(observations).toEqual(given);
    expect(audit).toMatchObject({ policy: POLICY, observations: 3, withheld: 0, against: [] });
  });

  it('is a small cell, and the smallest other from which it would follow; a nought is shown', async () => {
    const sex = { female: 3, male: 17, unknown: 0 };
    const disability = { disabled: 8, unknown: 12 };
    expect(await seen(POLICY, observed('riia-10.enquiries', Q1, 20, { sex, disability }))).toEqual([
      'riia-10.enquiries: 20',
      'riia-10.enquiries sex female: Withheld',
      'riia-10.enquiries sex male: Withheld',
      'riia-10.enquiries sex unknown: 0',
      'riia-10.enquiries disability disabled: 8',
      'riia-10.enquiries disability unknown: 12',
    ]);
  });

  it('is no more than two small cells that hide each other', async () => {
    const age = { under_1: 3, '1_to_4': 4, '5_to_9': 30 };
    expect(await seen(POLICY, observed('riia-10.enquiries', Q1, 37, { age }))).toEqual([
      'riia-10.enquiries: 37',
      'riia-10.enquiries age under_1: Withheld',
      'riia-10.enquiries age 1_to_4: Withheld',
      'riia-10.enquiries age 5_to_9: 30',
    ]);
  });

  it('is one more where two small cells do not: 1 and 2 of 3 that are missing can be none of 3 to 5', async () => {
    const age = { under_1: 1, '1_to_4': 2, '5_to_9': 30, '10_to_15': 8 };
    expect(await seen(POLICY, observed('riia-10.enquiries', Q1, 41, { age }))).toEqual([
      'riia-10.enquiries: 41',
      'riia-10.enquiries age under_1: Withheld',
      'riia-10.enquiries age 1_to_4: Withheld',
      'riia-10.enquiries age 5_to_9: 30',
      'riia-10.enquiries age 10_to_15: Withheld',
    ]);
  });

  it('is the breakdown entire where its noughts would give the small whole away', async () => {
    const sex = { female: 1, male: 2, unknown: 0 };
    expect(await seen(POLICY, observed('riia-10.enquiries', Q1, 3, { sex }))).toEqual([
      'riia-10.enquiries: Withheld',
      'riia-10.enquiries sex female: Withheld',
      'riia-10.enquiries sex male: Withheld',
      'riia-10.enquiries sex unknown: Withheld',
    ]);
  });

  it('is a percentage, if what is left of it is small', async () => {
    expect(await seen(POLICY, observed('riia-12.within_15', Q1, [47, 50]))).toEqual([
      'riia-12.within_15: Withheld',
    ]);
    expect(await seen(POLICY, observed('riia-12.within_15', Q1, [44, 50]))).toEqual([
      'riia-12.within_15: 44 of 50',
    ]);
    expect(await seen(POLICY, observed('riia-12.within_15', Q1, [50, 50]))).toEqual([
      'riia-12.within_15: 50 of 50',
    ]);
  });

  it('is the same number in every figure that tells it', async () => {
    const sex = { female: 3, male: 17 };
    const parts = { female: [0, 3], male: [8, 17] } as const;
    expect(
      await seen(POLICY, [
        ...observed('riia-02.referrals', Q1, 20, { sex }),
        ...observed('riia-04.repeat', Q1, [8, 20], { sex: parts }),
      ]),
    ).toEqual([
      'riia-02.referrals: 20',
      'riia-02.referrals sex female: Withheld',
      'riia-02.referrals sex male: Withheld',
      'riia-04.repeat: 8 of 20',
      'riia-04.repeat sex female: Withheld',
      'riia-04.repeat sex male: Withheld',
    ]);
  });

  it('is a whole, where the only other cell is the whole of another figure: one is lost, and not two', async () => {
    const reasons = { met: 30, moved: 2 };
    expect(
      await seen(POLICY, [
        ...observed('eh-8.closed', Q1, 32, { end_reason: reasons }),
        ...observed('eh-9.met', Q1, 30),
      ]),
    ).toEqual([
      'eh-8.closed: Withheld',
      'eh-8.closed end_reason met: 30',
      'eh-8.closed end_reason moved: Withheld',
      'eh-9.met: 30',
    ]);
  });

  it('is no figure of staff', async () => {
    const given = observed('riia-29.rate', Q1, [3, 40]);
    expect((await protectedBy(POLICY, given)).observations).toEqual(given);
  });

  it('is a quarter and its year, where both are small', async () => {
    const given = [
      ...observed('riia-10.enquiries', Q1, 4),
      ...observed('riia-10.enquiries', YEAR, 4),
    ];
    expect(await seen(POLICY, given)).toEqual([
      'riia-10.enquiries: Withheld',
      'riia-10.enquiries year: Withheld',
    ]);
  });
});

describe('the other policies', () => {
  it('withhold below 10', async () => {
    const sex = { female: 9, male: 21, unknown: 10 };
    expect(await seen('withhold-below-10', observed('riia-10.enquiries', Q1, 40, { sex }))).toEqual(
      [
        'riia-10.enquiries: 40',
        'riia-10.enquiries sex female: Withheld',
        'riia-10.enquiries sex male: 21',
        'riia-10.enquiries sex unknown: Withheld',
      ],
    );
  });

  it('round to 5, percentages from rounded parts, and need to withhold less beside', async () => {
    const sex = { female: 3, male: 17, unknown: 22 };
    expect(
      await seen('round-to-5', [
        ...observed('riia-10.enquiries', Q1, 42, { sex }),
        ...observed('riia-12.within_15', Q1, [13, 22]),
      ]),
    ).toEqual([
      'riia-10.enquiries: 40',
      'riia-10.enquiries sex female: Withheld',
      'riia-10.enquiries sex male: 15',
      'riia-10.enquiries sex unknown: 20',
      'riia-12.within_15: 15 of 20',
    ]);
  });
});

describe('a return that was sent before', () => {
  const sex = { female: 3, male: 17 };
  const today = observed('riia-10.enquiries', Q1, 20, { sex });
  const [policy] = spec.disclosure.policies;
  if (!policy) throw new RangeError('There is no policy');
  const sent = (observations: EarlierReturn['observations']): EarlierReturn => ({
    ...{ name: 'before.zip', sha256: 'a'.repeat(64), policy, observations },
  });

  it('is looked at together with this one: what was withheld stays withheld', async () => {
    const { observations } = await protectedBy(POLICY, today);
    const again = observed('riia-10.enquiries', Q1, 20, {
      sex,
      disability: { disabled: 9, unknown: 11 },
    });
    const found = await protectedBy(POLICY, again, [sent(observations)], today);
    expect(shown(found.observations)).toContain('riia-10.enquiries sex male: Withheld');
    expect(found.audit.against).toEqual([{ name: 'before.zip', sha256: 'a'.repeat(64) }]);
    expect(found.sentBefore).toEqual([]);
  });

  it('that shows a number which is small says so: nothing can take it back', async () => {
    const found = await protectedBy(POLICY, today, [sent(today)], today);
    expect(found.sentBefore).toEqual([1]);
  });

  it('hides last quarter from what a year and this quarter tell', async () => {
    const last = observed('riia-10.enquiries', '2024-25 Q4', 4);
    const now = [
      ...observed('riia-10.enquiries', Q1, 30),
      ...observed('riia-10.enquiries', YEAR, 34),
    ];
    expect(await seen(POLICY, now)).toEqual([
      'riia-10.enquiries: 30',
      'riia-10.enquiries year: 34',
    ]);
    // The quarter before was withheld, and so is 1 or more; with the year less this quarter it is 4 or less.
    const before = await protectedBy(POLICY, last);
    const both = await protectedBy(POLICY, now, [sent(before.observations)], last);
    expect(both.observations.some(({ outcome }) => outcome.kind === 'withheld')).toBe(true);
  });

  it('that was revised since is no longer what this one adds up with', async () => {
    const was = observed('riia-10.enquiries', Q1, 22, { sex: { female: 5, male: 17 } });
    const { observations } = await protectedBy(POLICY, was);
    const found = await protectedBy(POLICY, today, [sent(observations)], today);
    expect(shown(found.observations)).toEqual(await seen(POLICY, today));
  });
});
