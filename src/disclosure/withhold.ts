import type { BreakdownCell } from '../model/observation.ts';
import { type Choosing, choose, worthOf } from './choose.ts';
import { Hiding } from './hiding.ts';
import { type Protected, protectedOf } from './protected.ts';
import { type Proof, knownBy, prove } from './proving.ts';
import type { Witness } from './search.ts';
import type { Solve } from './solver.ts';
import type { Reading, View } from './views.ts';

/** What was withheld, and the proof for each number that must not be worked out. */
export interface Withheld {
  readonly hiding: Hiding;
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
  readonly #first: readonly Protected[];

  constructor(asked: Withholding) {
    this.#asked = asked;
    this.hiding = new Hiding(asked.reading);
    this.#choosing = { ...asked, ground: asked.reading.ground, hiding: this.hiding };
    this.#first = protectedOf(asked.reading);
  }

  withholdFirst(): void {
    for (const each of this.#first) {
      if (this.hiding.wasSent(each.quantity)) this.lost.push(each);
      else this.hiding.quantities.add(each.quantity);
    }
  }

  /** In rounds: what one choice bears on is looked at again in the next. What is proved stays proved when more is withheld. */
  withholdMore(on: (share: number) => void): void {
    let waiting = this.#first.filter((each) => !this.lost.includes(each));
    while (waiting.length > 0) {
      waiting = this.#round(waiting);
      on(this.proofs.size / Math.max(1, this.#first.length));
    }
  }

  #round(waiting: readonly Protected[]): Protected[] {
    const { ground } = this.#asked.reading;
    const known = knownBy(ground, this.hiding);
    const touched = new Set<number>();
    return waiting.filter((each) => {
      const { quantity, from, to } = each;
      if (touched.has(quantity)) return true;
      const proof = prove(ground, each, known, this.#asked.solve);
      if (proof) {
        this.proofs.set(quantity, proof);
        return false;
      }
      const choice = choose(this.#choosing, quantity, known.narrowed, [from, to]);
      if (!choice) {
        this.lost.push(each);
        return false;
      }
      if (choice.quantity !== null) this.hiding.quantities.add(choice.quantity);
      for (const group of choice.groups) this.hiding.groups.add(group);
      for (const other of choice.touches) touched.add(other);
      return true;
    });
  }

  /** What costs the reader most is tried first. */
  showAgain(on: (share: number) => void): void {
    const must = new Set(this.#first.map(({ quantity }) => quantity));
    const more = [...this.hiding.quantities].filter((quantity) => !must.has(quantity));
    const worth = new Map(more.map((quantity) => [quantity, this.#worthShown(quantity)]));
    more.sort((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0));
    more.forEach((quantity, place) => {
      this.#tryShowing(quantity);
      if (place % 20 === 0) on(place / more.length);
    });
  }

  #worthShown(quantity: number): number {
    this.hiding.quantities.delete(quantity);
    const worth = worthOf(this.#choosing, quantity);
    this.hiding.quantities.add(quantity);
    return worth;
  }

  #tryShowing(quantity: number): void {
    const { ground } = this.#asked.reading;
    this.hiding.quantities.delete(quantity);
    const known = knownBy(ground, this.hiding);
    const again = new Map<number, Proof>();
    for (const each of this.#first) {
      const proof = this.proofs.get(each.quantity);
      if (!proof) continue;
      const stands = [...proof.values()].every((witness) => this.#stands(witness, known.shown));
      if (stands) continue;
      const other = prove(ground, each, known, () => null);
      if (!other) {
        this.hiding.quantities.add(quantity);
        return;
      }
      again.set(each.quantity, other);
    }
    for (const [each, proof] of again) this.proofs.set(each, proof);
  }

  /** The ties held before, and hold still: what is shown is all that can have changed. */
  #stands(witness: Witness, { least, most }: { least: Float64Array; most: Float64Array }): boolean {
    for (const [quantity, value] of witness)
      if (value < (least[quantity] ?? 0) || value > (most[quantity] ?? 0)) return false;
    return true;
  }
}
