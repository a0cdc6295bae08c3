/** Each number of a pair is below this, so that both make one that a double holds whole. */
const MOST = 2 ** 20;

/** Pairs of numbers, each pair with a number of its own: from nought on, as they are met. */
export class Pairs {
  readonly #numbers = new Map<number, number>();
  #one = -1;
  #other = -1;
  #last = -1;

  /** Takes two numbers; gives that of the pair. Throws a RangeError where there are too many. */
  numberOf(one: number, other: number): number {
    // Mostly it is the one that was asked for last.
    if (one === this.#one && other === this.#other) return this.#last;
    const key = one * MOST + other;
    let found = this.#numbers.get(key);
    if (found === undefined) {
      found = this.#numbers.size;
      if (found === MOST) throw new RangeError('it has too many figures and cells of periods');
      this.#numbers.set(key, found);
    }
    this.#one = one;
    this.#other = other;
    this.#last = found;
    return found;
  }
}
