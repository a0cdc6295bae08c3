import type { Range } from './relation.ts';

/** What each number can be, as far as is known, by the number's place. What is narrowed can be taken back. */
export class Bounds {
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** Before each change: the place, its least and its most. */
  private readonly before: number[] = [];

  constructor(ranges: readonly Range[]) {
    this.least = Float64Array.from(ranges, ({ least }) => least);
    this.most = Float64Array.from(ranges, ({ most }) => most);
  }

  /** Takes a number's place; gives what it can be. */
  at(place: number): Range {
    return { least: this.least[place] ?? 0, most: this.most[place] ?? Infinity };
  }

  /** Takes a number's place and a range; has it be in that alone. */
  set(place: number, { least, most }: Range): void {
    const { least: leastBefore, most: mostBefore } = this.at(place);
    this.before.push(place, leastBefore, mostBefore);
    this.least[place] = least;
    this.most[place] = most;
  }

  /** Gives where things stand, to be taken back to. */
  mark(): number {
    return this.before.length;
  }

  /** Takes where things stood; takes back every change since. */
  backTo(mark: number): void {
    while (this.before.length > mark) {
      const [place = 0, least = 0, most = Infinity] = this.before.splice(-3);
      this.least[place] = least;
      this.most[place] = most;
    }
  }
}
