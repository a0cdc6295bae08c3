/** Takes a number and a noun's singular and plural; gives `1 line`, `12,345 lines`. */
export function counted(count: number, [one, other]: readonly [string, string]): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : other}`;
}

/** Takes a difference; gives it as a number that is added or taken away: `+2`, `−1`. */
export function signed(difference: number): string {
  const size = Math.abs(difference).toLocaleString('en-GB');
  if (difference === 0) return size;
  return `${difference < 0 ? '−' : '+'}${size}`;
}
