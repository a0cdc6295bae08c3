import { describe, expect, it } from 'vitest';
import {
  LOOKED_AFTER,
  MET,
  REFERRALS,
  REPEATS,
  WITHHELD,
  MIDDLING,
  MIDDLING_RATE,
  NEIGHBOURS,
  COAST,
  ALIKE,
  type Situated,
  compared,
} from './situations.ts';

const SITUATIONS: readonly Situated[] = [
  {
    name: 'ten statistical neighbours',
    situation: {
      figure: REPEATS,
      own: [400, 1000],
      others: MIDDLING.slice(0, 10),
      member: false,
      peers: NEIGHBOURS,
    },
    reading:
      'The figure for Exampleshire was 40.0% of referrals in July to September 2025, which is higher, and so worse, than the median (the middle figure) of its 10 statistical neighbours, 19.5%. It is the highest of 11, itself among them, and that is clear even when chance is allowed for.',
  },
  {
    name: 'nine of ten statistical neighbours',
    situation: {
      figure: REPEATS,
      own: [150, 1000],
      others: [...MIDDLING.slice(0, 9), WITHHELD],
      member: false,
      peers: NEIGHBOURS,
    },
    reading:
      'The figure for Exampleshire was 15.0% of referrals in July to September 2025, which is lower than the median (the middle figure) of 9 of its 10 statistical neighbours, 19.0%. It is joint lowest of 10, itself among them, but when chance is allowed for it could be anywhere from 5th to lowest.',
  },
  {
    name: 'a region, two of it withheld',
    situation: {
      figure: REPEATS,
      own: [210, 1000],
      others: [...MIDDLING, WITHHELD, WITHHELD],
      peers: { set: { kind: 'region' }, title: 'the North West' },
    },
    reading:
      'The figure for Exampleshire was 21.0% of referrals in July to September 2025, which is not clearly different from the median (the middle figure) of 12 of the 14 authorities in the North West, 20.5%. It is joint 5th highest of 12, but when chance is allowed for it could be anywhere from highest to 10th.',
  },
  {
    name: 'a group of one’s own, three with a figure',
    situation: {
      figure: REPEATS,
      own: [210, 1000],
      others: [[100, 1000], [150, 1000], WITHHELD],
      peers: COAST,
    },
    reading:
      'The figure for Exampleshire was 21.0% of referrals in July to September 2025, which is higher, and so worse, than the median (the middle figure) of 3 of the 4 authorities in the group Coast, 15.0%. It is the highest of 3, and that is clear even when chance is allowed for.',
  },
  {
    name: 'authorities that count alike',
    situation: { figure: MET, own: [400, 1000], others: MIDDLING, member: false, peers: ALIKE },
    reading:
      'The figure for Exampleshire was 40.0% of episodes in July to September 2025, which is higher, and so better, than the median (the middle figure) of all 11 authorities with the same answers to all 9 questions on early help, 20.0%. It is the highest of 12, itself among them, and that is clear even when chance is allowed for.',
  },
  {
    name: 'made-up authorities',
    situation: {
      figure: MET,
      own: [400, 1000],
      others: [...MIDDLING, WITHHELD],
      peers: { title: 'the made-up authorities' },
    },
    reading:
      'The figure for Exampleshire was 40.0% of episodes in July to September 2025, which is higher, and so better, than the median (the middle figure) of 12 of the 13 made-up authorities, 20.5%. It is the highest of 12, and that is clear even when chance is allowed for.',
  },
  {
    name: 'two with a figure',
    situation: {
      figure: REPEATS,
      own: [210, 1000],
      others: [[100, 1000], WITHHELD, WITHHELD],
      peers: COAST,
    },
    reading:
      'The figure for Exampleshire was 21.0% of referrals in July to September 2025. There is no comparison: only 2 of the 4 authorities in the group Coast have a figure, and 3 are needed.',
  },
  {
    name: 'a group of two',
    situation: { figure: REPEATS, own: [210, 1000], others: [[100, 1000]], peers: COAST },
    reading:
      'The figure for Exampleshire was 21.0% of referrals in July to September 2025. There is no comparison: only the 2 authorities in the group Coast have a figure, and 3 are needed.',
  },
  {
    name: 'itself alone with a figure',
    situation: {
      figure: REFERRALS,
      own: [210, 10_000],
      others: [WITHHELD, WITHHELD, WITHHELD],
      peers: COAST,
    },
    reading:
      'Exampleshire had 210.0 referrals per 10,000 children in July to September 2025. There is no comparison: only Exampleshire, 1 of the 4 authorities in the group Coast, has a figure, and 3 are needed.',
  },
  {
    name: 'one other with a figure',
    situation: {
      figure: REPEATS,
      own: [210, 1000],
      others: [[100, 1000], WITHHELD, WITHHELD],
      member: false,
      peers: COAST,
    },
    reading:
      'The figure for Exampleshire was 21.0% of referrals in July to September 2025. There is no comparison: only 1 of the 3 authorities in the group Coast has a figure, and 3 are needed.',
  },
  {
    name: 'no peer with a figure',
    situation: {
      figure: REPEATS,
      own: [210, 1000],
      others: [WITHHELD, WITHHELD],
      member: false,
      peers: COAST,
    },
    reading:
      'The figure for Exampleshire was 21.0% of referrals in July to September 2025. There is no comparison: none of the 2 authorities in the group Coast has a figure.',
  },
  {
    name: 'no peers',
    situation: {
      figure: REFERRALS,
      own: [210, 10_000],
      others: [],
      member: false,
      peers: {
        set: { kind: 'neighbours' },
        title: 'its statistical neighbours',
        says: 'No statistical neighbours of Exampleshire are known.',
      },
    },
    reading:
      'Exampleshire had 210.0 referrals per 10,000 children in July to September 2025. There are no authorities to compare it with. No statistical neighbours of Exampleshire are known.',
  },
  {
    name: 'withheld',
    situation: { figure: REPEATS, own: WITHHELD, others: MIDDLING },
    reading:
      'There is no figure for Exampleshire in July to September 2025 (withheld to protect children). The median (the middle figure) of 11 of the 12 authorities in England was 20.0% of referrals. The middle half of them lies between 17.5% and 22.5%.',
  },
  {
    name: 'not available',
    situation: {
      figure: LOOKED_AFTER,
      own: {
        kind: 'symbol',
        symbol: 'x',
        says: 'Not available: SSD holds care leavers only as at the day of the extract',
      },
      others: MIDDLING_RATE,
    },
    reading:
      'There is no figure for Exampleshire on 30 September 2025 (not available: SSD holds care leavers only as at the day of the extract). The median (the middle figure) of 11 of the 12 authorities in England was 200.0 children per 10,000 children. The middle half of them lies between 175.0 and 225.0.',
  },
  {
    name: 'withheld, with too few peers',
    situation: {
      figure: REPEATS,
      own: WITHHELD,
      others: [
        [100, 1000],
        [200, 1000],
      ],
      peers: COAST,
    },
    reading:
      'There is no figure for Exampleshire in July to September 2025 (withheld to protect children). There is no comparison: only 2 of the 3 authorities in the group Coast have a figure, and 3 are needed.',
  },
  {
    name: 'no authority chosen',
    situation: { figure: REPEATS, own: null, others: MIDDLING },
    reading:
      'The median (the middle figure) of all 11 authorities in England was 20.0% of referrals in July to September 2025. The middle half of them lies between 17.5% and 22.5%.',
  },
  {
    name: 'no authority chosen, and no peers',
    situation: {
      figure: REPEATS,
      own: null,
      others: [],
      peers: { says: 'No authority is chosen.' },
    },
    reading: 'There is nothing to compare in July to September 2025. No authority is chosen.',
  },
];

describe.each(SITUATIONS)('a comparison with whom there are: $name', ({ situation, reading }) => {
  it('is read in plain words', () => {
    expect(compared(situation).reading).toBe(reading);
  });
});
