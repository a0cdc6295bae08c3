/** Numbers that look random, and are the same for the same seed. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** Gives a number from 0 to below 1. By mulberry32, which is in the public domain. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Takes the least and the most; gives a whole number from the one to the other. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** Takes how likely it is, from 0 to 1; tells whether it happens. */
  happens(likely: number): boolean {
    return this.next() < likely;
  }

  /** Takes weights; gives the place of one, as often as it weighs. */
  weighed(weights: readonly number[]): number {
    let left = this.next() * weights.reduce((sum, each) => sum + each, 0);
    const place = weights.findIndex((each) => (left -= each) < 0);
    return place < 0 ? weights.length - 1 : place;
  }

  /** Takes a list; gives it in another order. */
  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((each) => ({ each, at: this.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ each }) => each);
  }
}
