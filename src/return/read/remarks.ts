import type { ReturnRemark } from '../../model/return-document.ts';

const PLACES_TOLD = 5;

/** What is gathered while a file is read: the same remark met again is one remark, with its places. */
export class Remarks {
  readonly #met = new Map<string, ReturnRemark>();

  /** Takes a remark and where it was met, or null where it is about the whole. */
  add(kind: ReturnRemark['kind'], says: string, todo: string, place: string | null = null): void {
    const key = `${kind} ${says}`;
    const met = this.#met.get(key) ?? { kind, says, todo, places: [], times: 0 };
    const places =
      place === null || met.places.length >= PLACES_TOLD ? met.places : [...met.places, place];
    this.#met.set(key, { ...met, places, times: met.times + 1 });
  }

  /** Tells whether any remark of a kind was made. */
  has(...kinds: readonly ReturnRemark['kind'][]): boolean {
    return [...this.#met.values()].some(({ kind }) => kinds.includes(kind));
  }

  /** Gives all remarks: what is not read first, then what changed, what is wrong, what is not known. */
  all(): ReturnRemark[] {
    const order: readonly ReturnRemark['kind'][] = ['not read', 'changed', 'wrong', 'unknown'];
    return order.flatMap((kind) => [...this.#met.values()].filter((one) => one.kind === kind));
  }
}
