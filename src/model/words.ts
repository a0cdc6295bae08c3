/** Takes a number and a noun's singular and plural; gives `1 line`, `12,345 lines`. */
export function counted(count: number, [one, other]: readonly [string, string]): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : other}`;
}
