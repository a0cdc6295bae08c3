import { describe, expect, it } from 'vitest';
import { controlLimits, liesOutside } from '../../../src/model/control-limits.ts';

describe('control limits', () => {
  it('lie 2.66 mean moving ranges from the mean', () => {
    // Mean 11; moving ranges 2, 2, 2, 2, 2, 2, 2.
    const limits = controlLimits([10, 12, 10, 12, 10, 12, 10, 12]);
    expect(limits?.mean).toBe(11);
    expect(limits?.low).toBeCloseTo(11 - 5.32, 10);
    expect(limits?.high).toBeCloseTo(11 + 5.32, 10);
  });

  it('have no width where nothing changes, and hold what lies on them', () => {
    expect(controlLimits([5, 5, 5, 5, 5, 5, 5, 5])).toEqual({ mean: 5, low: 5, high: 5 });
    const tenths = controlLimits(Array.from({ length: 12 }, () => 0.1));
    expect(tenths && liesOutside(0.1, tenths)).toBe(false);
    expect(tenths && liesOutside(0.11, tenths)).toBe(true);
  });

  it('leave a range above 3.267 times the mean of ranges out of it, once', () => {
    // Ranges 2 seven times, 28 and 30 (mean 8, so beyond 26.1 is left out): 2 is what they usually are. The mean keeps the 41.
    const limits = controlLimits([10, 12, 10, 12, 10, 12, 10, 12, 40, 10]);
    expect(limits?.mean).toBeCloseTo(13.8, 10);
    expect(limits?.high).toBeCloseTo(13.8 + 2.66 * 2, 10);
    // Ranges 1 nine times and 4 (mean 1.3: beyond 4.2471 is left out): 4 stays.
    const kept = controlLimits([1, 2, 1, 2, 1, 2, 1, 2, 1, 5, 6]);
    expect(kept?.high).toBeCloseTo(24 / 11 + 2.66 * 1.3, 10);
  });

  it('are not screened a second time', () => {
    // Ranges 1 six times, 9, 40: mean 6.9 leaves 40 out. Of those left the mean is 2.1, beyond 7.0: 9 would go, and stays.
    const limits = controlLimits([0, 1, 0, 1, 0, 1, 0, 9, 49]);
    expect(limits && limits.high - limits.mean).toBeCloseTo((2.66 * 15) / 7, 10);
  });

  it('keep a range that is the only change there was, or every value would lie outside', () => {
    const limits = controlLimits([5, 5, 5, 5, 5, 5, 5, 5, 9]);
    expect(limits && limits.high - limits.mean).toBeCloseTo(2.66 * 0.5, 10);
  });

  it('have no range across a gap', () => {
    const limits = controlLimits([10, 12, 10, 12, null, 30, 28, 30, 28]);
    expect(limits?.mean).toBe(20);
    expect(limits?.high).toBeCloseTo(20 + 5.32, 10);
  });

  it('are not given of fewer than eight values, nor of fewer than six ranges', () => {
    expect(controlLimits([1, 2, 3, 4, 5, 6, 7])).toBeNull();
    expect(controlLimits([1, 2, 3, 4, null, 5, 6, 7])).toBeNull();
    expect(controlLimits([1, 2, null, 3, 4, null, 5, 6, null, 7, 8])).toBeNull();
  });
});
