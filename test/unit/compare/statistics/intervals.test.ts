import { describe, expect, it } from 'vitest';
import { Z_95, Z_998, byars, intervalOf, wilson } from '../../../../src/compare/intervals.ts';
import { AMOUNT, PERCENT, RATE, bare, shownOf } from '../placed.ts';

/**
 * The figures are the test data that OHID publishes with PHEindicatormethods, the reference implementation of the methods of Fingertips
 * (testdata_Byars_Wilson).
 */
describe('Byar’s limits of a count', () => {
  it.each([
    [65, Z_95, 50.163187710459454, 82.84913854593984],
    [1045, Z_95, 982.5932018073325, 1110.33121298565],
    [1, Z_95, 0.01307213290150435, 5.5637555824752605],
    [65, Z_998, 42.8802614714802, 94.00029084431802],
    [1045, Z_998, 947.9407035610374, 1148.806160988033],
    [10, Z_998, 2.916318374695686, 24.193724927880535],
  ])('of %d agree with the published ones', (count, z, low, high) => {
    expect(byars(count, z).low).toBeCloseTo(low, 9);
    expect(byars(count, z).high).toBeCloseTo(high, 9);
  });
});

describe('Wilson’s limits of a proportion', () => {
  it.each([
    [0.65, 100, Z_95, 0.5525444329688797, 0.7363575175690247],
    [0.209, 5000, Z_95, 0.19795549880013297, 0.22049130373189027],
    [0.445, 1, Z_95, 0.04381744772058822, 0.9334621276979156],
    [0.65, 100, Z_998, 0.4954946574070431, 0.7783540614089697],
    [0.209, 5000, Z_998, 0.19179381799015244, 0.22731562902525818],
    [0.445, 1, Z_998, 0.019347006132900975, 0.9702259947019541],
  ])('of %d of %d agree with the published ones', (p, n, z, low, high) => {
    expect(wilson(p, n, z).low).toBeCloseTo(low, 9);
    expect(wilson(p, n, z).high).toBeCloseTo(high, 9);
  });
});

describe('the 95 % interval of what an area shows', () => {
  it('is Wilson’s for a percentage, at the percentage’s scale', () => {
    const interval = intervalOf(shownOf(65, 100, PERCENT), PERCENT);
    expect(interval?.low).toBeCloseTo(55.254443, 6);
    expect(interval?.high).toBeCloseTo(73.635752, 6);
  });

  it('is Byar’s for a rate of ten or more, over the population', () => {
    const interval = intervalOf(shownOf(65, 20_000, RATE), RATE);
    expect(interval?.low).toBeCloseTo(50.163187710459454 / 2, 6);
    expect(interval?.high).toBeCloseTo(82.84913854593984 / 2, 6);
  });

  it('is exact for a rate of fewer than ten: 9 lies within 4.115 and 17.085, and none within 0 and 3.689', () => {
    const nine = intervalOf(shownOf(9, 10_000, RATE), RATE);
    expect(nine?.low).toBeCloseTo(4.115373, 6);
    expect(nine?.high).toBeCloseTo(17.084803, 6);
    const none = intervalOf(shownOf(0, 10_000, RATE), RATE);
    expect(none?.low).toBe(0);
    expect(none?.high).toBeCloseTo(3.688879, 6);
  });

  it('changes methods at ten without a leap that a reader could see', () => {
    const ten = intervalOf(shownOf(10, 10_000, RATE), RATE);
    // Exact: 4.795389 to 18.390356.
    expect(ten?.low).toBeCloseTo(4.7954, 1);
    expect(ten?.high).toBeCloseTo(18.3904, 1);
  });

  it('stays within 0 and 100 where none or all are counted', () => {
    expect(intervalOf(shownOf(0, 12, PERCENT), PERCENT)?.low).toBe(0);
    expect(intervalOf(shownOf(12, 12, PERCENT), PERCENT)?.high).toBe(100);
  });

  it('is not known without parts, for an amount, and of what is no part of a whole', () => {
    expect(intervalOf(bare(19.2), PERCENT)).toBeNull();
    expect(intervalOf(shownOf(12, 3, AMOUNT), AMOUNT)).toBeNull();
    expect(intervalOf(shownOf(13, 12, PERCENT), PERCENT)).toBeNull();
    expect(intervalOf({ kind: 'symbol', symbol: 'c', says: 'Withheld' }, PERCENT)).toBeNull();
    expect(
      intervalOf({ ...bare(0), parts: { numerator: 0, denominator: 0, estimated: false } }, RATE),
    ).toBeNull();
  });
});
