/** Takes a number and a noun's singular and plural; gives `1 line`, `12,345 lines`. */
export function counted(count: number, [one, other]: readonly [string, string]): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : other}`;
}

/**
 * Takes names, at least one; gives them as a list in a sentence: `Poole`, `Poole and Dorset`, and with a comma before the
 * last where a name has an “and” of its own: `Cumberland, and Westmorland and Furness`.
 */
export function named(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  const others = names.slice(0, -1);
  if (others.length === 0) return last;
  const comma = names.some((name) => name.includes(' and ')) ? ',' : '';
  return `${others.join(', ')}${comma} and ${last}`;
}

/** Takes a difference; gives it as a number that is added or taken away: `+2`, `−1`. */
export function signed(difference: number): string {
  const size = Math.abs(difference).toLocaleString('en-GB');
  if (difference === 0) return size;
  return `${difference < 0 ? '−' : '+'}${size}`;
}

/** Takes the name of a file that was handed to the browser; gives what to say. Whether the browser kept it, no page is told. */
export function savedAs(name: string): string {
  return `Saved: ${name}. If it is not among your downloads, the browser refused it: save it again.`;
}
