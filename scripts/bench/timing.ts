/** The stretches of one walk from files to figures and findings, in the order in which they are walked. */
export const STRETCHES = ['decode', 'load', 'views', 'measures', 'checks'] as const;
type Stretch = (typeof STRETCHES)[number];

/** What one walk took, in milliseconds. */
export interface Walk {
  readonly stretches: Readonly<Record<Stretch, number>>;
  /** Each measure by its title. */
  readonly measures: ReadonlyMap<string, number>;
  /** From loaded tables to all figures: views and measures, and in the page the drawing of them. */
  readonly figures: number;
  /** The processor's time for the same, and for all before it. */
  readonly processor: { readonly loading: number; readonly figures: number };
  /**
   * Of the page alone: the most memory that its process has had, in megabytes, its tasks of over 50 milliseconds, and how
   * long a return took to be withheld, audited and written.
   */
  readonly page: {
    readonly memory: number;
    readonly longTasks: readonly number[];
    readonly sending: number;
  } | null;
}

/** Takes numbers, at least one; gives the middle one, of an even number the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new RangeError('a median of nothing');
  return (upper + lower) / 2;
}
