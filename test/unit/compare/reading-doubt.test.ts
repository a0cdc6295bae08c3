import { describe, expect, it } from 'vitest';
import {
  CASELOAD,
  LOOKED_AFTER,
  MET,
  REFERRALS,
  REPEATS,
  MIDDLING,
  MIDDLING_RATE,
  MIDDLING_BARE,
  type Situated,
  compared,
} from './situations.ts';

const SITUATIONS: readonly Situated[] = [
  {
    name: 'a published percentage without parts',
    situation: {
      figure: REPEATS,
      period: 'year to 2024-25 Q4',
      own: 21.4,
      others: MIDDLING_BARE,
      source: 'published',
    },
    reading:
      'The figure for Exampleshire was 21.4% of referrals in the year to 31 March 2025, beside the median (the middle figure) of all 12 authorities in England, 20.5%. It is 5th highest of 12. How sure one can be is not known: only the percentage is published.',
  },
  {
    name: 'a published rate without parts',
    situation: {
      figure: REFERRALS,
      period: 'year to 2024-25 Q4',
      own: 540.25,
      others: MIDDLING_BARE,
      source: 'published',
    },
    reading:
      'Exampleshire had 540.3 referrals per 10,000 children in the year to 31 March 2025, beside the median (the middle figure) of all 12 authorities in England, 20.5. It is the highest of 12. How sure one can be is not known: only the rate is published.',
  },
  {
    name: 'a percentage given without parts',
    situation: { figure: MET, own: 21.4, others: MIDDLING_BARE },
    reading:
      'The figure for Exampleshire was 21.4% of episodes in July to September 2025, beside the median (the middle figure) of all 12 authorities in England, 20.5%. It is 5th highest of 12. How sure one can be is not known: only the percentage is given.',
  },
  {
    name: 'a figure with parts among others without',
    situation: { figure: REPEATS, own: [400, 1000], others: MIDDLING_BARE },
    reading:
      'The figure for Exampleshire was 40.0% of referrals in July to September 2025, which is higher than the median (the middle figure) of all 12 authorities in England, 20.5%. It is the highest of 12, but when chance is allowed for it could be anywhere from highest to lowest.',
  },
  {
    name: 'an amount',
    situation: { figure: CASELOAD, own: 120.5, others: MIDDLING_BARE },
    reading:
      'The figure for Exampleshire was 120.5 full-time posts on 30 September 2025, beside the median (the middle figure) of all 12 authorities in England, 20.5. It is the highest of 12. How sure one can be is not known for a figure of this kind.',
  },
  {
    name: 'an amount that is never set beside others',
    situation: { figure: CASELOAD, own: 120.5, others: [] },
    reading:
      'The figure for Exampleshire was 120.5 full-time posts on 30 September 2025. An amount is not compared with those of other authorities.',
  },
  {
    name: 'a rate of seven',
    situation: { figure: LOOKED_AFTER, own: [7, 300], others: MIDDLING_RATE },
    reading:
      'Exampleshire had 233.3 children per 10,000 children on 30 September 2025, which is not clearly different from the median (the middle figure) of all 12 authorities in England, 205.0. It is 3rd highest of 12, but when chance is allowed for it could be anywhere from highest to lowest. Based on 7 children: it can change a lot from one quarter to the next.',
  },
  {
    name: 'a rate of one',
    situation: { figure: LOOKED_AFTER, own: [1, 600], others: MIDDLING_RATE },
    reading:
      'Exampleshire had 16.7 children per 10,000 children on 30 September 2025, which is lower than the median (the middle figure) of all 12 authorities in England, 195.0. It is the lowest of 12, and that is clear even when chance is allowed for. Based on a count of 1: it can change a lot from one quarter to the next.',
  },
  {
    name: 'a rate of none',
    situation: {
      figure: REFERRALS,
      period: 'year to 2024-25 Q4',
      own: [0, 500],
      others: MIDDLING_RATE,
    },
    reading:
      'Exampleshire had 0.0 referrals per 10,000 children in the year to 31 March 2025, which is lower than the median (the middle figure) of all 12 authorities in England, 195.0. It is the lowest of 12, and that is clear even when chance is allowed for. Based on a count of 0: it can change a lot from one year to the next.',
  },
  {
    name: 'a percentage of 31',
    situation: { figure: REPEATS, own: [7, 31], others: MIDDLING },
    reading:
      'The figure for Exampleshire was 22.6% of referrals in July to September 2025, which is not clearly different from the median (the middle figure) of all 12 authorities in England, 20.5%. It is 4th highest of 12, but when chance is allowed for it could be anywhere from highest to lowest. Based on 7 of 31 referrals: it can change a lot from one quarter to the next.',
  },
  {
    name: 'a rate whose count is estimated',
    situation: {
      figure: LOOKED_AFTER,
      own: {
        kind: 'number',
        value: 85,
        parts: { numerator: 17, denominator: 2000, estimated: true },
        flag: null,
      },
      others: MIDDLING_RATE,
      source: 'published',
    },
    reading:
      'Exampleshire had 85.0 children per 10,000 children on 30 September 2025, which is lower than the median (the middle figure) of all 12 authorities in England, 195.0. It is the lowest of 12, but when chance is allowed for it could be anywhere from 11th to lowest. Based on about 17 children: it can change a lot from one quarter to the next.',
  },
  {
    name: 'low reliability',
    situation: {
      figure: REPEATS,
      own: {
        kind: 'number',
        value: 40,
        parts: null,
        flag: { symbol: 'u', says: 'Low reliability' },
      },
      others: MIDDLING_BARE,
      source: 'published',
    },
    reading:
      'The figure for Exampleshire was 40.0% of referrals in July to September 2025, beside the median (the middle figure) of all 12 authorities in England, 20.5%. It is the highest of 12. How sure one can be is not known: only the percentage is published. Its source marks it “u”: low reliability.',
  },
];

describe.each(SITUATIONS)(
  'a comparison with what is to be doubted: $name',
  ({ situation, reading }) => {
    it('is read in plain words', () => {
      expect(compared(situation).reading).toBe(reading);
    });
  },
);
