import { describe, expect, it } from 'vitest';
import { controlLimits } from '../../../src/model/control-limits.ts';

describe('control limits', () => {
  it('lie 2.66 mean moving ranges from the mean', () => {
    // Mean 11; moving ranges 2, 2, 2, 2, 2, 2, 2.
    const limits = controlLimits([10, 12, 10, 12, 10, 12, 10, 12]);
    expect(limits?.mean).toBe(11);
    expect(limits?.low).toBeCloseTo(11 - 5.32, 10);
    expect(limits?.high).toBeCloseTo(11 + 5.32, 10);
  });

  it('have no width where nothing changes', () => {
    expect(controlLimits([5, 5, 5, 5, 5, 5, 5, 5])).toEqual({ mean: 5, low: 5, high: 5 });
  });

  it('are not given of fewer than eight values', () => {
    expect(controlLimits([1, 2, 3, 4, 5, 6, 7])).toBeNull();
  });
});
