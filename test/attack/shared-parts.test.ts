import { describe, expect, it } from 'vitest';
import { addsUp, noMore } from './relation.ts';
import { sharedParts } from './shared-parts.ts';

const each = (name: string) => [1, 2, 3, 4].map((quarter) => `${name} ${quarter}`);
const within = [1, 2, 3, 4].map((quarter) => noMore(`in time ${quarter}`, [`all ${quarter}`]));
const years = [addsUp('in time', each('in time')), addsUp('all', each('all'))];
const isOpen = (name: string) => / [12]$/.test(name);

describe('parts that two sums share', () => {
  it('follow from the parts that are not known, quarter by quarter', () => {
    // in time − in time 3 − in time 4 ≤ all − all 3 − all 4
    expect(sharedParts([...years, ...within], isOpen)).toEqual([
      {
        terms: [
          { name: 'in time', times: 1 },
          { name: 'in time 3', times: -1 },
          { name: 'in time 4', times: -1 },
          { name: 'all', times: -1 },
          { name: 'all 3', times: 1 },
          { name: 'all 4', times: 1 },
        ],
        sum: 'no more than nought',
      },
    ]);
  });

  it('do not where one of them is part of nothing in the other', () => {
    expect(sharedParts([...years, ...within.slice(1)], isOpen)).toEqual([]);
  });

  it('are no news where only one is not known', () => {
    expect(sharedParts([...years, ...within], (name) => name.endsWith('1'))).toEqual([]);
  });
});
