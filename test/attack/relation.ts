/** The least and the most that a whole number can be; the most is Infinity where nothing bounds it. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** A number by its name, taken so many times. */
interface Term {
  readonly name: string;
  readonly times: number;
}

/** Numbers, each taken so many times, whose sum is nought, or no more than nought. */
export interface Relation {
  readonly terms: readonly Term[];
  readonly sum: 'nought' | 'no more than nought';
}

/** Takes a whole and its parts, by name; gives the relation that the parts add up to the whole. */
export function addsUp(whole: string, parts: readonly string[]): Relation {
  return { terms: [{ name: whole, times: -1 }, ...each(parts, 1)], sum: 'nought' };
}

/** Takes a number and others, by name; gives the relation that it is no more than the others together. */
export function noMore(number: string, than: readonly string[]): Relation {
  return { terms: [{ name: number, times: 1 }, ...each(than, -1)], sum: 'no more than nought' };
}

function each(names: readonly string[], times: number): Term[] {
  return names.map((name) => ({ name, times }));
}

/** Takes two ranges; gives what is in both. Its least is above its most where nothing is. */
export function both(a: Range, b: Range): Range {
  return { least: Math.max(a.least, b.least), most: Math.min(a.most, b.most) };
}

/** Takes a relation and numbers by name; tells whether it holds of them. It does not where one of them is not there. */
export function holds({ terms, sum }: Relation, numbers: ReadonlyMap<string, number>): boolean {
  const total = terms.reduce((all, { name, times }) => all + times * (numbers.get(name) ?? NaN), 0);
  return sum === 'nought' ? total === 0 : total <= 0;
}
