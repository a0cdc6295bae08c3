/** A place in a sheet, both from 0 on. */
export interface At {
  readonly row: number;
  readonly column: number;
}

/** What may be filled into cells, and what is said where something else is. */
export type Allowed =
  | { readonly kind: 'text' }
  /** One of what stands in a range, such as `Lists!$A$1:$A$9`. */
  | { readonly kind: 'one of'; readonly range: string; readonly says: string }
  /** What a formula says of the first cell, and of the others by their place to it. */
  | { readonly kind: 'formula'; readonly formula: string; readonly says: string };

/** Cells side by side that a person fills in: the first and the last. */
export interface Entries {
  readonly from: At;
  readonly to: At;
  readonly allowed: Allowed;
}

/** What a template's sheet has beside its text: cells to fill in, and formulas. Everything else is locked. No return has any. */
export interface SheetForm {
  readonly entries: readonly Entries[];
  readonly formulas: readonly (At & { readonly formula: string })[];
  readonly isHidden: boolean;
  /** Columns that are there for programs alone. */
  readonly hiddenColumns: readonly number[];
}
