/** Takes values, smallest first, and a share; gives the value with that share below it, interpolated as Excel's QUARTILE.INC (R's type 7) does. */
export function quantile(values: readonly number[], share: number): number {
  const at = (values.length - 1) * share;
  const below = values[Math.floor(at)] ?? 0;
  const above = values[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}
