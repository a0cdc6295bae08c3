import type { Choice, Hiding } from './hiding.ts';
import type { Protected } from './protected.ts';
import { type Known, type Proof, Prover, knownBy } from './proving.ts';
import type { Ranges } from './sight.ts';
import type { Reading } from './views.ts';

/** Shows again what need not be withheld: where every proof stands without it, or another is found. */
export class ShowingAgain {
  /** The solver is for what must be decided: a search is enough where the answer may be no. */
  readonly #prover: Prover;
  readonly #hiding: Hiding;
  readonly #must: ReadonlyMap<number, Protected>;
  readonly #proofs: Map<number, Proof>;
  /** By quantity: the protected ones whose proof has another value for it than the true one. */
  readonly #leaning = new Map<number, Set<number>>();
  readonly #known: Known;

  constructor(
    { reading }: { readonly reading: Reading },
    hiding: Hiding,
    must: readonly Protected[],
    proofs: Map<number, Proof>,
  ) {
    this.#prover = new Prover(reading.ground, must, () => null);
    this.#hiding = hiding;
    this.#must = new Map(must.map((each) => [each.quantity, each]));
    this.#proofs = proofs;
    this.#known = knownBy(reading.ground, hiding);
    for (const [quantity, proof] of proofs) this.#lean(quantity, proof);
  }

  /** Takes something withheld; shows it, unless a number that must not be worked out then might be. */
  tryShowing(choice: Choice): void {
    const touched = this.#hiding.touchedBy(choice);
    const before = [...touched].map((quantity) => [quantity, this.#rangesOf(quantity)] as const);
    this.#hiding.show(choice);
    for (const quantity of touched) this.#close(quantity);
    const again = this.#proofsAnew(touched);
    if (again) {
      for (const [quantity, proof] of again) {
        this.#proofs.set(quantity, proof);
        this.#lean(quantity, proof);
      }
      return;
    }
    this.#hiding.withhold(choice);
    for (const [quantity, ranges] of before) this.#put(quantity, ranges);
  }

  /** New proofs where the old ones lean on what is shown now; null where one is not found. */
  #proofsAnew(touched: ReadonlySet<number>): Map<number, Proof> | null {
    const again = new Map<number, Proof>();
    const leaning = new Set([...touched].flatMap((each) => [...(this.#leaning.get(each) ?? [])]));
    for (const quantity of leaning) {
      const must = this.#must.get(quantity);
      const proof = this.#proofs.get(quantity);
      if (!must || !proof || this.#stands(proof, touched)) continue;
      const other = this.#prover.prove(must, this.#known);
      if (!other) return null;
      again.set(quantity, other);
    }
    return again;
  }

  #stands(proof: Proof, touched: ReadonlySet<number>): boolean {
    const { least, most } = this.#known.shown;
    return [...proof.values()].every((witness) =>
      [...witness].every(
        ([quantity, value]) =>
          !touched.has(quantity) ||
          (value >= (least[quantity] ?? 0) && value <= (most[quantity] ?? 0)),
      ),
    );
  }

  #lean(quantity: number, proof: Proof): void {
    for (const witness of proof.values()) {
      for (const each of witness.keys()) {
        const those = this.#leaning.get(each) ?? new Set();
        this.#leaning.set(each, those.add(quantity));
      }
    }
  }

  #close(quantity: number): void {
    const {
      shown,
      narrowing: { ranges: narrowed },
    } = this.#known;
    const [least, most] = this.#hiding.sight.rangeOf(quantity);
    [shown.least[quantity], shown.most[quantity]] = [least, most];
    narrowed.least[quantity] = Math.max(narrowed.least[quantity] ?? 0, least);
    narrowed.most[quantity] = Math.min(narrowed.most[quantity] ?? 0, most);
  }

  #rangesOf(quantity: number): readonly number[] {
    const at = ({ least, most }: Ranges) => [least[quantity] ?? 0, most[quantity] ?? 0];
    return [...at(this.#known.shown), ...at(this.#known.narrowing.ranges)];
  }

  #put(quantity: number, [a = 0, b = 0, c = 0, d = 0]: readonly number[]): void {
    const {
      shown,
      narrowing: { ranges: narrowed },
    } = this.#known;
    [shown.least[quantity], shown.most[quantity]] = [a, b];
    [narrowed.least[quantity], narrowed.most[quantity]] = [c, d];
  }
}
