import { LIMITS } from '../../model/limits.ts';
import type { ReturnRemark } from '../../model/return-document.ts';

const PLACES_TOLD = 5;
const MORE = {
  says: 'There is more of this kind to be said than is told one by one.',
  todo: 'Ask whoever sent it for the file as Quarterlight wrote it.',
};

/** What is gathered while a file is read: the same remark met again is one remark, with its places. */
export class Remarks {
  readonly #met = new Map<string, ReturnRemark>();

  /** Takes a remark and where it was met, or null where it is about the whole. Beyond what anyone reads, all of a kind are told as one. */
  add(kind: ReturnRemark['kind'], says: string, todo: string, place: string | null = null): void {
    const isNew = !this.#met.has(`${kind} ${says}`);
    if (isNew && this.#met.size >= LIMITS.remarks.most) this.#note({ kind, ...MORE }, place);
    else this.#note({ kind, says, todo }, place);
  }

  #note(remark: Pick<ReturnRemark, 'kind' | 'says' | 'todo'>, place: string | null): void {
    const key = `${remark.kind} ${remark.says}`;
    const met = this.#met.get(key) ?? { ...remark, places: [], times: 0 };
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
