/** Where values of a series are expected to lie, by the series' own changes. */
export interface ControlLimits {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Three standard deviations, over the mean of moving ranges of two: 3 / 1.128. */
const SPREAD = 2.66;
/** With fewer values limits say little. */
const FEWEST = 8;

/** Takes values, oldest first; gives their limits by the XmR method, or null where there are fewer than eight. Source: NHS Making Data Count. */
export function controlLimits(values: readonly number[]): ControlLimits | null {
  if (values.length < FEWEST) return null;
  const mean = meanOf(values);
  const ranges = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)));
  const reach = SPREAD * meanOf(ranges);
  return { mean, low: mean - reach, high: mean + reach };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
