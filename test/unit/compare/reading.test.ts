import { describe, expect, it } from 'vitest';
import {
  LOOKED_AFTER,
  MET,
  REFERRALS,
  REPEATS,
  MIDDLING,
  MIDDLING_RATE,
  NEIGHBOURS,
  type Situated,
  compared,
} from './situations.ts';

const SITUATIONS: readonly Situated[] = [
  {
    name: 'clearly higher where low is good',
    situation: { figure: REPEATS, own: [400, 1000], others: MIDDLING },
    reading:
      'The figure for Exampleshire was 40.0% of referrals in July to September 2025, which is higher, and so worse, than the median (the middle figure) of all 12 authorities in England, 20.5%. It is the highest of 12, and that is clear even when chance is allowed for.',
  },
  {
    name: 'clearly lower where low is good',
    situation: { figure: REPEATS, own: [60, 1000], others: MIDDLING },
    reading:
      'The figure for Exampleshire was 6.0% of referrals in July to September 2025, which is lower, and so better, than the median (the middle figure) of all 12 authorities in England, 19.5%. It is the lowest of 12, and that is clear even when chance is allowed for.',
  },
  {
    name: 'clearly higher where high is good',
    situation: { figure: MET, own: [400, 1000], others: MIDDLING },
    reading:
      'The figure for Exampleshire was 40.0% of episodes in July to September 2025, which is higher, and so better, than the median (the middle figure) of all 12 authorities in England, 20.5%. It is the highest of 12, and that is clear even when chance is allowed for.',
  },
  {
    name: 'clearly lower where high is good',
    situation: { figure: MET, own: [60, 1000], others: MIDDLING },
    reading:
      'The figure for Exampleshire was 6.0% of episodes in July to September 2025, which is lower, and so worse, than the median (the middle figure) of all 12 authorities in England, 19.5%. It is the lowest of 12, and that is clear even when chance is allowed for.',
  },
  {
    name: 'clearly higher where neither is good',
    situation: { figure: { ...MET, polarity: 'neutral' }, own: [400, 1000], others: MIDDLING },
    reading:
      'The figure for Exampleshire was 40.0% of episodes in July to September 2025, which is higher than the median (the middle figure) of all 12 authorities in England, 20.5%. It is the highest of 12, and that is clear even when chance is allowed for.',
  },
  {
    name: 'clearly lower where neither is good',
    situation: { figure: { ...MET, polarity: 'neutral' }, own: [60, 1000], others: MIDDLING },
    reading:
      'The figure for Exampleshire was 6.0% of episodes in July to September 2025, which is lower than the median (the middle figure) of all 12 authorities in England, 19.5%. It is the lowest of 12, and that is clear even when chance is allowed for.',
  },
  {
    name: 'above the median, but not clearly, where low is good',
    situation: { figure: REPEATS, own: [24, 100], others: MIDDLING },
    reading:
      'The figure for Exampleshire was 24.0% of referrals in July to September 2025, which is not clearly different from the median (the middle figure) of all 12 authorities in England, 20.5%. It is joint 2nd highest of 12, but when chance is allowed for it could be anywhere from highest to lowest.',
  },
  {
    name: 'below the median, but not clearly, where high is good',
    situation: { figure: MET, own: [18, 100], others: MIDDLING },
    reading:
      'The figure for Exampleshire was 18.0% of episodes in July to September 2025, which is not clearly different from the median (the middle figure) of all 12 authorities in England, 19.5%. It is joint 8th highest of 12, but when chance is allowed for it could be anywhere from highest to lowest.',
  },
  {
    name: 'not clearly different, where neither is good',
    situation: { figure: REFERRALS, own: [215, 10_000], others: MIDDLING_RATE },
    reading:
      'Exampleshire had 215.0 referrals per 10,000 children in July to September 2025, which is not clearly different from the median (the middle figure) of all 12 authorities in England, 205.0. It is 5th highest of 12, but when chance is allowed for it could be anywhere from highest to 10th.',
  },
  {
    name: 'told apart though the numbers are written alike',
    situation: {
      figure: REPEATS,
      own: [6_012_000, 30_000_000],
      others: [
        [1, 10],
        [2, 10],
        [3, 10],
      ],
      member: false,
    },
    reading:
      'The figure for Exampleshire was 20.0% of referrals in July to September 2025, which is just higher than the median (the middle figure) of all 3 authorities in England, 20.0%. It is 2nd highest of 4, itself among them, but when chance is allowed for it could be anywhere from highest to lowest.',
  },
  {
    name: 'a rate of a quarter, clearly higher',
    situation: { figure: REFERRALS, own: [600, 12_000], others: MIDDLING_RATE },
    reading:
      'Exampleshire had 500.0 referrals per 10,000 children in July to September 2025, which is higher than the median (the middle figure) of all 12 authorities in England, 205.0. It is the highest of 12, and that is clear even when chance is allowed for.',
  },
  {
    name: 'a rate of a year',
    situation: {
      figure: REFERRALS,
      period: 'year to 2024-25 Q4',
      own: [600, 12_000],
      others: MIDDLING_RATE,
    },
    reading:
      'Exampleshire had 500.0 referrals per 10,000 children in the year to 31 March 2025, which is higher than the median (the middle figure) of all 12 authorities in England, 205.0. It is the highest of 12, and that is clear even when chance is allowed for.',
  },
  {
    name: 'a position on a day',
    situation: {
      figure: LOOKED_AFTER,
      period: '2025-26 Q1',
      own: [250, 12_000],
      others: MIDDLING_RATE,
    },
    reading:
      'Exampleshire had 208.3 children per 10,000 children on 30 June 2025, which is not clearly different from the median (the middle figure) of all 12 authorities in England, 204.2. It is 6th highest of 12, but when chance is allowed for it could be anywhere from highest to 11th.',
  },
  {
    name: 'a position on 31 March, beside a published one',
    situation: {
      figure: LOOKED_AFTER,
      period: '2024-25 Q4',
      own: [300, 12_000],
      others: MIDDLING_RATE,
      source: 'published',
    },
    reading:
      'Exampleshire had 250.0 children per 10,000 children on 31 March 2025, which is higher than the median (the middle figure) of all 12 authorities in England, 205.0. It is joint highest of 12, but when chance is allowed for it could be anywhere from highest to 7th.',
  },
  {
    name: 'the highest, and that for certain',
    situation: { figure: REPEATS, own: [900, 1000], others: MIDDLING },
    reading:
      'The figure for Exampleshire was 90.0% of referrals in July to September 2025, which is higher, and so worse, than the median (the middle figure) of all 12 authorities in England, 20.5%. It is the highest of 12, and that is clear even when chance is allowed for.',
  },
  {
    name: 'the lowest, and that for certain',
    situation: { figure: REPEATS, own: [5, 1000], others: MIDDLING },
    reading:
      'The figure for Exampleshire was 0.5% of referrals in July to September 2025, which is lower, and so better, than the median (the middle figure) of all 12 authorities in England, 19.5%. It is the lowest of 12, and that is clear even when chance is allowed for.',
  },
  {
    name: 'a place that may be any',
    situation: { figure: REPEATS, own: [2, 9], others: MIDDLING },
    reading:
      'The figure for Exampleshire was 22.2% of referrals in July to September 2025, which is not clearly different from the median (the middle figure) of all 12 authorities in England, 20.5%. It is 4th highest of 12, but when chance is allowed for it could be anywhere from highest to lowest. Based on 2 of 9 referrals: it can change a lot from one quarter to the next.',
  },
  {
    name: 'a tie',
    situation: { figure: REPEATS, own: [200, 1000], others: [...MIDDLING, [400, 2000]] },
    reading:
      'The figure for Exampleshire was 20.0% of referrals in July to September 2025, which is the same as the median (the middle figure) of all 13 authorities in England, 20.0%. It is joint 6th highest of 13, but when chance is allowed for it could be anywhere from highest to 12th.',
  },
  {
    name: 'a tie for the highest place',
    situation: {
      figure: REPEATS,
      own: [300, 1000],
      others: [
        [300, 1000],
        [250, 1000],
        [200, 1000],
      ],
    },
    reading:
      'The figure for Exampleshire was 30.0% of referrals in July to September 2025, which is not clearly different from the median (the middle figure) of all 4 authorities in England, 27.5%. It is joint highest of 4, but when chance is allowed for it could be anywhere from highest to 3rd.',
  },
  {
    name: 'a tie for the lowest place',
    situation: {
      figure: REPEATS,
      own: [200, 1000],
      others: [
        [300, 1000],
        [250, 1000],
        [200, 1000],
      ],
    },
    reading:
      'The figure for Exampleshire was 20.0% of referrals in July to September 2025, which is not clearly different from the median (the middle figure) of all 4 authorities in England, 22.5%. It is joint lowest of 4, but when chance is allowed for it could be anywhere from 2nd to lowest.',
  },
  {
    name: 'all equal',
    situation: {
      figure: REPEATS,
      own: [200, 1000],
      others: [
        [200, 1000],
        [20, 100],
        [40, 200],
      ],
    },
    reading:
      'The figure for Exampleshire was 20.0% of referrals in July to September 2025, which is the same as the median (the middle figure) of all 4 authorities in England, 20.0%. All 4 have the same figure.',
  },
  {
    name: 'all equal, and none of them itself',
    situation: {
      figure: REPEATS,
      own: [200, 1000],
      others: [
        [200, 1000],
        [20, 100],
        [40, 200],
      ],
      member: false,
      peers: NEIGHBOURS,
    },
    reading:
      'The figure for Exampleshire was 20.0% of referrals in July to September 2025, which is the same as the median (the middle figure) of its 3 statistical neighbours, 20.0%. All 4, itself among them, have the same figure.',
  },
  {
    name: 'clearly higher than the median, and no more than that',
    situation: {
      figure: REPEATS,
      own: [27, 100],
      others: [
        [1, 10],
        [1, 10],
        [18, 100],
        [18, 100],
        [18, 100],
      ],
    },
    reading:
      'The figure for Exampleshire was 27.0% of referrals in July to September 2025, which is higher than the median (the middle figure) of all 6 authorities in England, 18.0%. It is the highest of 6, but when chance is allowed for it could be anywhere from highest to lowest.',
  },
  {
    name: 'clearly lower, its place among many in doubt',
    situation: {
      figure: MET,
      own: [190, 1000],
      others: [
        [2, 10],
        [3, 10],
        [3, 10],
        [3, 10],
        [300, 1000],
        [300, 1000],
      ],
    },
    reading:
      'The figure for Exampleshire was 19.0% of episodes in July to September 2025, which is lower than the median (the middle figure) of all 7 authorities in England, 30.0%. It is the lowest of 7, but when chance is allowed for it could be anywhere from 3rd to lowest.',
  },
];

describe.each(SITUATIONS)(
  'a comparison beside the median, and in its place: $name',
  ({ situation, reading }) => {
    it('is read in plain words', () => {
      expect(compared(situation).reading).toBe(reading);
    });
  },
);
