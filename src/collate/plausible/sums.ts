import type { CollationRemark } from '../../model/collation.ts';
import { seriesKey } from '../../model/collation.ts';
import { type HeldFigure, heldFrom, heldOutcome } from '../figures.ts';
import type { Ground } from './ground.ts';

const PARTS = ['count', 'numerator', 'denominator'] as const;
type Part = (typeof PARTS)[number];

/** The series of a breakdown's cells, and that of their whole. */
interface Breakdown {
  readonly whole: number;
  readonly by: string;
  readonly cells: number[];
}

/** Gives a remark on every breakdown whose cells do not add up to the whole. What is withheld may make up the rest, and never more. */
export function* sumRemarks(ground: Ground): Iterable<CollationRemark> {
  const { figures } = ground.collation;
  for (const { whole, by, cells } of breakdownsOf(ground)) {
    const at = figures.series[whole];
    if (!at) continue;
    for (const [place, area] of figures.areas.entries()) {
      const held = figures.at(whole, place);
      if (!held || isRounded(held)) continue;
      const own = cells.flatMap((cell) => figures.at(cell, place) ?? []);
      for (const part of PARTS) {
        const says = oddSum(held, own, part, ground.breakdownTitle(by));
        if (says !== null) yield ground.remark('sum', area, at, says, `${by} ${part}`);
      }
    }
  }
}

function oddSum(
  whole: HeldFigure,
  cells: readonly HeldFigure[],
  part: Part,
  by: string,
): string | null {
  const total = numberIn(whole, part);
  const shown = cells.map((cell) => numberIn(cell, part));
  if (total === null || shown.every((value) => value === null)) return null;
  const sum = shown.reduce<number>((all, value) => all + (value ?? 0), 0);
  const open = cells.filter((cell) => isOpen(cell, part)).length;
  if (sum === total || (open > 0 && sum < total)) return null;
  const named = part === 'count' ? '' : ` (${part})`;
  return `the cells by ${by} add up to ${sum.toLocaleString('en-GB')}${named}, and the whole is ${total.toLocaleString('en-GB')}.`;
}

/** Gives every breakdown that there is, with the series of its cells. */
function breakdownsOf({ collation: { figures } }: Pick<Ground, 'collation'>): Breakdown[] {
  const found = new Map<string, Breakdown>();
  for (const [series, at] of figures.series.entries()) {
    if (!at.cell) continue;
    const whole = figures.seriesPlace(seriesKey({ ...at, cell: null }));
    if (whole === null) continue;
    const key = `${whole} ${at.cell.by}`;
    const one = found.get(key) ?? { whole, by: at.cell.by, cells: [] };
    one.cells.push(series);
    found.set(key, one);
  }
  return [...found.values()];
}

/** Takes a figure; tells whether its return shows rounded counts, which do not add up. */
export function isRounded({ source: { treatment } }: HeldFigure): boolean {
  return treatment.kind === 'shareable' && treatment.policy.roundedTo !== null;
}

function numberIn(held: HeldFigure, part: Part): number | null {
  const outcome = heldOutcome(held);
  if (outcome.kind === 'count') return part === 'count' ? outcome.value : null;
  // A rate is over one population, whatever it is broken down by.
  if (outcome.kind !== 'ratio' || part === 'count' || heldFrom(held) !== null) return null;
  return outcome[part];
}

/** Whether it may hold a number all the same. Over none is nought of none. */
function isOpen(held: HeldFigure, part: Part): boolean {
  const { kind } = heldOutcome(held);
  if (kind === 'not applicable') return part === 'count';
  return kind === 'withheld' || kind === 'missing' || kind === 'not available';
}
