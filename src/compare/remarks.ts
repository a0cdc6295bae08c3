import { LIMITS } from '../model/limits.ts';
import type { ReturnRemark } from '../model/return-document.ts';

/** How many places of one remark are told. */
const MOST_PLACES = 5;
const MORE = {
  says: 'There is more to be said of other rows than is told one by one.',
  todo: 'Give the file as its site offers it for download.',
};

/** Remarks on a file, each told once, with the first places it was met at. */
export class Remarks {
  readonly #met = new Map<string, ReturnRemark>();

  /** Takes a remark and where it was met. */
  add(remark: Pick<ReturnRemark, 'kind' | 'says' | 'todo'>, place: string): void {
    const isNew = !this.#met.has(remark.says);
    const more = isNew && this.#met.size >= LIMITS.remarks.most;
    this.#note(more ? { ...remark, ...MORE } : remark, place);
  }

  #note(remark: Pick<ReturnRemark, 'kind' | 'says' | 'todo'>, place: string): void {
    const before = this.#met.get(remark.says) ?? { ...remark, places: [], times: 0 };
    const places = before.times < MOST_PLACES ? [...before.places, place] : before.places;
    this.#met.set(remark.says, { ...before, places, times: before.times + 1 });
  }

  /** Gives them, in the order in which they were first met. */
  all(): ReturnRemark[] {
    return [...this.#met.values()];
  }
}
