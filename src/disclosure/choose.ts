import type { BreakdownCell } from '../model/observation.ts';
import type { Hiding } from './hiding.ts';
import { saidBy } from './narrow.ts';
import type { Ground } from './search.ts';
import { type Ranges, quantitiesOf } from './sight.ts';
import type { Tie } from './ties.ts';
import type { View } from './views.ts';

/** Something more to withhold. */
export interface Choice {
  readonly quantity: number | null;
  readonly groups: readonly string[];
  /** What it costs the reader. */
  readonly cost: number;
  /** The quantities that it bears on. */
  readonly touches: readonly number[];
}

/** A whole is worth more than all cells of any breakdown. */
const WHOLE = 1_000_000;
/** A step in the order of breakdowns is worth more than any difference in size. */
const STEP = 10_000;

/** What choices are made by. */
export interface Choosing {
  readonly ground: Ground;
  readonly hiding: Hiding;
  readonly cellOf: (view: View) => BreakdownCell | null;
  /** Breakdowns, the least used first. */
  readonly leastUsed: readonly string[];
}

/**
 * Takes a quantity that can be worked out too closely, what can be of each, and the range that must be open; gives what
 * else to withhold at least cost: smallest counts first, the least used breakdowns first, wholes last. Null where there is
 * nothing left to withhold.
 */
export function choose(
  choosing: Choosing,
  start: number,
  ranges: Ranges,
  [from, to]: readonly [number, number],
): Choice | null {
  const { ground } = choosing;
  const waiting = new Set([start]);
  for (const quantity of waiting) {
    const ties = (ground.of[quantity] ?? []).flatMap((place) => ground.ties[place] ?? []);
    const binding = ties.filter((tie) => {
      const [least, most] = saidBy(tie, quantity, ranges);
      return least > from || most < to;
    });
    for (const those of [binding, ties]) {
      const choices = those.flatMap((tie) => choicesIn(choosing, tie, quantity));
      const cheapest = choices.sort((a, b) => a.cost - b.cost)[0];
      if (cheapest) return cheapest;
    }
    for (const { terms } of ties) for (const term of terms) waiting.add(term.quantity);
  }
  return null;
}

/** Takes a quantity; gives what withholding it costs the reader. */
export function worthOf({ hiding, ground, ...rest }: Choosing, quantity: number): number {
  const size = Math.min(ground.truth[quantity] ?? 0, STEP - 1);
  return hiding
    .viewsShowing(quantity)
    .reduce((all, view) => all + worthOfView(rest, view) + size, 0);
}

function worthOfView(
  { cellOf, leastUsed }: Pick<Choosing, 'cellOf' | 'leastUsed'>,
  view: View,
): number {
  const cell = cellOf(view);
  return cell ? (leastUsed.indexOf(cell.by) + 1) * STEP : WHOLE;
}

/** What could be withheld of a tie beside one of its quantities. */
function choicesIn(choosing: Choosing, tie: Tie, beside: number): Choice[] {
  const { hiding, ground } = choosing;
  const touches = tie.terms.map(({ quantity }) => quantity);
  const single = touches
    .filter(
      (quantity) =>
        quantity !== beside &&
        (ground.truth[quantity] ?? 0) > 0 &&
        hiding.viewsShowing(quantity).length > 0 &&
        !hiding.wasSent(quantity),
    )
    .map((quantity) => ({ quantity, groups: [], cost: worthOf(choosing, quantity), touches }));
  const entire = groupsIn(choosing, touches);
  return entire ? [...single, { ...entire, touches }] : single;
}

/** The breakdowns that a tie's quantities are cells of, to be withheld entire, where any of their noughts is shown. */
function groupsIn(choosing: Choosing, quantities: readonly number[]) {
  const { hiding, ground } = choosing;
  const views = quantities.flatMap((quantity) => hiding.viewsOf(quantity));
  const shown = views.filter((view) => view.group !== null && hiding.shows(view));
  const hasNought = shown.some(({ told }) =>
    quantitiesOf(told).some((quantity) => ground.truth[quantity] === 0),
  );
  const groups = new Set(shown.flatMap(({ group }) => group ?? []));
  if (!hasNought || groups.size === 0) return null;
  const cost = [...new Set(shown)].reduce((all, view) => all + worthOfView(choosing, view), 0);
  return { quantity: null, groups: [...groups], cost };
}
