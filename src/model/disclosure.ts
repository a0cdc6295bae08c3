/** How small numbers are treated before a return leaves the local authority. */
export interface DisclosurePolicy {
  readonly id: string;
  readonly title: string;
  /** Whole numbers from this one to `withheldTo`, both in it, are not shown. */
  readonly withheldFrom: number;
  readonly withheldTo: number;
  /** What stands in a file in place of the number, and the words beside it: the same for every withheld cell. */
  readonly symbol: string;
  readonly words: string;
}
