import type { Bounds } from './bounds.ts';
import type { Known } from './known.ts';
import { type Web, narrowFrom, weave } from './narrow.ts';
import type { Chance } from './random.ts';

/** How far above the truth is looked, and how many relations are looked at before a value is given up. */
const FAR = 60;
const LOOKS = 20_000;

/** A number, and values that it must be able to have. */
export interface Wanted {
  readonly name: string;
  readonly values: readonly number[];
}

/** What is looked for in, and how often another try is made at the most for one value of one number. */
export interface Looking {
  readonly known: Known;
  /** The true numbers, by name, as far as they are known: worlds that are like it are found soonest. */
  readonly truth: ReadonlyMap<string, number>;
  readonly chance: Chance;
  readonly tries: number;
}

/**
 * Takes what is known and what numbers must be able to be. For each value it looks for another world: whole numbers for all, in
 * which everything that is known is so and the number has that value. What has one no reader can rule out, however
 * clever. Gives the numbers and values for which none was found.
 */
export function notInAnyWorld(looking: Looking, wanted: readonly Wanted[]): Wanted[] {
  const { web, bounds } = weave(looking.known);
  const placeOf = new Map(web.names.map((name, place) => [name, place]));
  const left = new Map(
    wanted.map(({ name, values }) => [placeOf.get(name) ?? -1, new Set(values)]),
  );
  // What nothing is said of can be anything.
  left.delete(-1);
  if (narrowFrom(web, bounds, [...web.relations.keys()]) !== null) return [...wanted];
  keepLow(web, bounds, looking.truth);
  const search = new Search(web, bounds, left, looking);
  for (const [number, values] of left)
    for (const value of [...values]) if (values.has(value)) search.lookFor(number, value);
  return [...left]
    .filter(([, values]) => values.size > 0)
    .map(([number, values]) => ({ name: web.names[number] ?? '', values: [...values] }));
}

/** What could be as many as one likes is looked for among what is not far above the truth. */
function keepLow(web: Web, bounds: Bounds, truth: ReadonlyMap<string, number>): void {
  const highest = Math.max(0, ...truth.values());
  for (const [place, name] of web.names.entries()) {
    const { least, most } = bounds.at(place);
    const top = (truth.get(name) ?? highest) + FAR;
    if (most === Infinity) bounds.set(place, { least, most: Math.max(least, top) });
  }
}

class Search {
  constructor(
    private readonly web: Web,
    private readonly bounds: Bounds,
    private readonly left: ReadonlyMap<number, Set<number>>,
    private readonly looking: Looking,
  ) {}

  /** Looks for a world in which a number has a value, and strikes out every value that a number has in it. */
  lookFor(number: number, value: number): void {
    const start = this.bounds.mark();
    for (let attempt = 0; attempt < this.looking.tries; attempt++) {
      const isWorld = this.tryOnce(number, value, attempt);
      if (isWorld) this.strikeOut();
      this.bounds.backTo(start);
      if (isWorld) return;
    }
  }

  private strikeOut(): void {
    for (const [number, values] of this.left) {
      const { least, most } = this.bounds.at(number);
      if (least === most) values.delete(least);
    }
  }

  /** Fixes number after number, those next to one another first, each near the truth; tells whether none came to be nothing. */
  private tryOnce(number: number, value: number, attempt: number): boolean {
    if (!this.fix(number, value)) return false;
    for (const next of this.order(number, attempt)) {
      const { least, most } = this.bounds.at(next);
      if (least < most && !this.guesses(next).some((guess) => this.fix(next, guess))) return false;
    }
    return true;
  }

  /** Fixes a number, where it can have the value: else all is as it was. */
  private fix(number: number, value: number): boolean {
    const before = this.bounds.mark();
    this.bounds.set(number, { least: value, most: value });
    const touching = this.web.touching[number] ?? [];
    if (narrowFrom(this.web, this.bounds, touching, LOOKS) === null) return true;
    this.bounds.backTo(before);
    return false;
  }

  /** A value that is still looked for, else the truth, else the ends of what it can be. */
  private guesses(number: number): number[] {
    const { least, most } = this.bounds.at(number);
    const can = (value: number) => value >= least && value <= most;
    const wanted = [...(this.left.get(number) ?? [])].filter(can);
    const truth = this.looking.truth.get(this.web.names[number] ?? '') ?? least;
    const near = Math.min(Math.max(truth, least), most);
    const one = wanted[this.looking.chance.whole(0, wanted.length - 1)];
    return [...new Set([...(one === undefined ? [] : [one]), near, least, most])];
  }

  /** All numbers that hang together with the first, the nearest before the others. */
  private order(first: number, attempt: number): number[] {
    const found = new Set([first]);
    for (const number of found) {
      const near = (this.web.touching[number] ?? []).flatMap(
        (relation) => this.web.relations[relation]?.numbers ?? [],
      );
      const open = near.filter((other) => {
        const { least, most } = this.bounds.at(other);
        return least < most;
      });
      for (const other of this.looking.chance.shuffled(open)) found.add(other);
    }
    return attempt < 3 ? [...found] : this.looking.chance.shuffled([...found]);
  }
}
