/** What JSON can hold, objects as their members in an order. */
export type Written = string | number | null | readonly Written[] | Members;

/** An object as its members in an order. */
export class Members {
  readonly entries: readonly (readonly [name: string, value: Written])[];

  constructor(entries: readonly (readonly [name: string, value: Written])[]) {
    this.entries = entries;
  }
}

/** By the characters' numbers: an order that hangs on no language. */
export function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
