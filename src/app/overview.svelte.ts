import type { PeerSet } from '../model/comparison.ts';
import type { Measure } from '../model/measure.ts';
import type { Quarter } from '../model/period.ts';
import type { Comparer } from '../workbench/comparing.ts';
import { type CompareRow, compareRow } from './compare-rows.ts';

/** In milliseconds: after so long what is there is shown, and others have their turn. */
const STEP = 15;

/** The rows of an overview, worked out one after the other so that nothing is held up. */
export class Overview {
  #rows = $state.raw<readonly CompareRow[]>([]);
  #turn = 0;

  /** Takes a measure; gives its row, or null while it is not worked out. */
  rowOf(measure: Measure): CompareRow | null {
    return this.#rows.find((row) => row.measure === measure) ?? null;
  }

  /** Takes the comparisons, measures in the order that they are read, the quarter and with whom; works their rows out, in place of those before. */
  async show(
    comparer: Comparer,
    measures: readonly Measure[],
    quarter: Quarter | null,
    set: PeerSet,
  ): Promise<void> {
    const mine = ++this.#turn;
    let rows: readonly CompareRow[] = [];
    let begun = performance.now();
    for (const measure of measures) {
      rows = [...rows, compareRow(comparer, measure, quarter, set)];
      if (performance.now() - begun < STEP) continue;
      // What was there stays until its own row comes, so that nothing jumps.
      this.#rows = [...rows, ...this.#rows.filter((old) => !isAmong(rows, old))];
      await new Promise((resolve) => setTimeout(resolve));
      if (mine !== this.#turn) return;
      begun = performance.now();
    }
    this.#rows = rows;
  }

  end(): void {
    this.#turn += 1;
  }
}

function isAmong(rows: readonly CompareRow[], { measure }: CompareRow): boolean {
  return rows.some((row) => row.measure === measure);
}
