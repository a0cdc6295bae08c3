import type { BreakdownCell } from '../model/observation.ts';
import { type Choosing, choose, worthOf } from './choose.ts';
import { type Choice, Hiding } from './hiding.ts';
import { type Protected, protectedOf } from './protected.ts';
import { type Proof, Prover, knownBy } from './proving.ts';
import { withinReach } from './within-reach.ts';
import { ShowingAgain } from './show-again.ts';
import type { Solve } from './solver.ts';
import type { Reading, View } from './views.ts';

/** What was withheld, and the proof for each number that must not be worked out. */
export interface Withheld {
  readonly hiding: Hiding;
  /** What must not be worked out, with as much of its range as can be kept open. */
  readonly must: readonly Protected[];
  /** By the quantity. */
  readonly proofs: ReadonlyMap<number, Proof>;
  /** What can be worked out all the same, from what was sent before. */
  readonly lost: readonly Protected[];
}

/** What withholding goes by. */
export interface Withholding {
  readonly reading: Reading;
  readonly cellOf: (view: View) => BreakdownCell | null;
  readonly leastUsed: readonly string[];
  readonly solve: Solve;
}

/**
 * Takes what to go by; gives what is withheld first, and beside it what else must be, until no number that must not be
 * worked out can be; then what turns out not to be needed is shown again. `on` is told the share that is done.
 */
export function withhold(asked: Withholding, on: (share: number) => void): Withheld {
  const work = new Work(asked);
  work.withholdFirst();
  work.withholdMore((share) => on(share * 0.7));
  work.showAgain((share) => on(0.7 + share * 0.3));
  return work;
}

class Work implements Withheld {
  readonly hiding: Hiding;
  readonly proofs = new Map<number, Proof>();
  readonly lost: Protected[] = [];
  readonly #asked: Withholding;
  readonly #choosing: Choosing;
  readonly #prover: Prover;
  readonly must: readonly Protected[];

  constructor(asked: Withholding) {
    this.#asked = asked;
    this.hiding = new Hiding(asked.reading);
    this.#choosing = { ...asked, ground: asked.reading.ground, hiding: this.hiding };
    this.must = withinReach(asked.reading, protectedOf(asked.reading));
    this.#prover = new Prover(asked.reading.ground, this.must, asked.solve);
  }

  withholdFirst(): void {
    for (const each of this.must) {
      this.hiding.quantities.add(each.quantity);
      if (this.hiding.wasSent(each.quantity)) this.lost.push(each);
    }
  }

  /** In rounds: what one choice bears on is looked at again in the next. What is proved stays proved when more is withheld. */
  withholdMore(on: (share: number) => void): void {
    let waiting = this.must.filter((each) => !this.lost.includes(each));
    while (waiting.length > 0) {
      waiting = this.#round(waiting);
      on(this.proofs.size / Math.max(1, this.must.length));
    }
  }

  #round(waiting: readonly Protected[]): Protected[] {
    const { ground } = this.#asked.reading;
    const known = knownBy(ground, this.hiding);
    const touched = new Set<number>();
    return waiting.filter((each) => {
      if (touched.has(each.quantity)) return true;
      const proof = this.#prover.prove(each, known);
      if (proof) {
        this.proofs.set(each.quantity, proof);
        return false;
      }
      const choice = choose(this.#choosing, each);
      if (!choice) {
        // What was withheld for others in this round may have opened it: look again in the next.
        if (touched.size > 0) return true;
        this.lost.push(each);
        return false;
      }
      this.hiding.withhold(choice);
      for (const quantity of this.#bearsOn(choice)) touched.add(quantity);
      return true;
    });
  }

  /** What a choice touches, and what is tied to that. */
  #bearsOn(choice: Choice): Set<number> {
    const { ties, of } = this.#asked.reading.ground;
    const places = [...this.hiding.touchedBy(choice)].flatMap((quantity) => of[quantity] ?? []);
    return new Set(
      places.flatMap((place) => ties[place]?.terms.map(({ quantity }) => quantity) ?? []),
    );
  }

  /** What costs the reader most is tried first. */
  showAgain(on: (share: number) => void): void {
    const must = new Set(this.must.map(({ quantity }) => quantity));
    const more: Choice[] = [
      ...[...this.hiding.groups].map((group) => ({ quantities: [], groups: [group] })),
      ...[...this.hiding.quantities]
        .filter((quantity) => !must.has(quantity))
        .map((quantity) => ({ quantities: [quantity], groups: [] })),
    ];
    const priced = more.map((choice) => ({ choice, worth: this.#worthShown(choice) }));
    priced.sort((a, b) => b.worth - a.worth);
    const again = new ShowingAgain(this.#asked, this.hiding, this.must, this.proofs);
    priced.forEach(({ choice }, place) => {
      again.tryShowing(choice);
      if (place % 20 === 0) on(place / priced.length);
    });
  }

  #worthShown(choice: Choice): number {
    this.hiding.show(choice);
    const touched = [...this.hiding.touchedBy(choice)];
    const worth = touched.reduce((all, quantity) => all + worthOf(this.#choosing, quantity), 0);
    this.hiding.withhold(choice);
    return worth;
  }
}
