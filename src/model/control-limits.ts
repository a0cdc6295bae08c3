/** Where values of a series are expected to lie, by the series' own changes. */
export interface ControlLimits {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Three standard deviations, over the mean of moving ranges of two: 3 / 1.128. */
const SPREAD = 2.66;
/** The upper limit of moving ranges themselves: a range beyond it is no usual change, and would widen the limits. */
const USUAL_RANGE = 3.267;
/** With fewer values, or fewer changes from one to the next, limits say little. */
const FEWEST = 8;
const FEWEST_RANGES = 6;

/**
 * Takes values, oldest first, null where a period has none; gives their limits by the XmR method, or null where there are fewer than eight
 * values or six ranges. A gap has no moving range: what lies on either side of it are no neighbours. Ranges above 3.267 times their mean are
 * left out of it once, unless nothing but no change would be left. Source: NHS England, Making Data Count.
 */
export function controlLimits(values: readonly (number | null)[]): ControlLimits | null {
  const known = values.filter((value) => value !== null);
  const ranges = rangesOf(values);
  if (known.length < FEWEST || ranges.length < FEWEST_RANGES) return null;
  const mean = meanOf(known);
  const reach = SPREAD * usualRange(ranges);
  return { mean, low: mean - reach, high: mean + reach };
}

/** Takes a value and limits; tells whether it lies outside of them. One that lies on a limit, but for a binary fraction's last places, does not. */
export function liesOutside(value: number, { low, high }: ControlLimits): boolean {
  const slack = 1e-9 * Math.max(1, Math.abs(value));
  return value > high + slack || value < low - slack;
}

function rangesOf(values: readonly (number | null)[]): number[] {
  return values.slice(1).flatMap((value, at) => {
    const before = values[at] ?? null;
    return value === null || before === null ? [] : [Math.abs(value - before)];
  });
}

function usualRange(ranges: readonly number[]): number {
  const all = meanOf(ranges);
  const usual = meanOf(ranges.filter((range) => range <= USUAL_RANGE * all));
  return usual > 0 ? usual : all;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
