/** An upper-tier local authority of England, or the made-up one that the sample belongs to. */
export interface Authority {
  /** DfE's three-digit code. */
  readonly code: string;
  readonly name: string;
  readonly region: string;
  /** Children aged 0 to 17 by year of the mid-year estimate (30 June). */
  readonly children: Readonly<Record<string, number>>;
}
