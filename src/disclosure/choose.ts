import type { BreakdownCell } from '../model/observation.ts';
import type { Choice, Hiding } from './hiding.ts';
import { narrowAround } from './narrow.ts';
import type { Protected } from './protected.ts';
import type { Ground } from './search.ts';
import { quantitiesOf } from './sight.ts';
import type { Tie } from './ties.ts';
import type { View } from './views.ts';

/** A whole is worth more than all cells of any breakdown. */
const WHOLE = 1_000_000;
/** A step in the order of breakdowns is worth more than any difference in size. */
const STEP = 10_000;
/** How many ties away from a number another is thought of, to protect it. */
const REACH = 3;
/** How many choices are tried at each distance, the cheapest first. */
const MOST_TRIED = 30;
/** A tie of more terms is that of a breakdown's cells: in one of fewer, each is about the same children. */
const MOST_PINNING = 4;

/** What choices are made by. */
export interface Choosing {
  readonly ground: Ground;
  readonly hiding: Hiding;
  readonly cellOf: (view: View) => BreakdownCell | null;
  /** Breakdowns, the least used first. */
  readonly leastUsed: readonly string[];
}

interface Priced extends Choice {
  /** What it costs the reader. */
  readonly cost: number;
}

/**
 * Takes a quantity that can be worked out too closely; gives what else to withhold: what opens its range at least cost,
 * smallest counts first, the least used breakdowns first, wholes last, nearest first. Null where nothing does.
 */
export function choose(choosing: Choosing, must: Protected): Choice | null {
  const { ground, hiding } = choosing;
  const near = nearby(ground, must.quantity);
  const priced = near.map((ties) =>
    distinct(ties.flatMap((tie) => choicesIn(choosing, tie, must))),
  );
  const single = priced.map((choices) => choices.filter(({ cost }) => cost < WHOLE));
  const cells = [...single, (single[0] ?? []).map((choice) => withPinning(choosing, choice, must))];
  const wholes = priced.map((choices) => choices.filter(({ cost }) => cost >= WHOLE));
  const entire = near.map((ties) => distinct(ties.flatMap((tie) => besideWithheld(choosing, tie))));
  const is = opening(choosing, must);
  for (const choices of [...cells, ...wholes, ...entire]) {
    let helps: Choice | null = null;
    for (const choice of choices.sort((a, b) => a.cost - b.cost).slice(0, MOST_TRIED)) {
      hiding.withhold(choice);
      const opens = opening(choosing, must);
      hiding.show(choice);
      if (opens === must.to - must.from) return choice;
      if (opens > is) helps ??= choice;
    }
    if (helps) return helps;
  }
  // Arithmetic sees nothing that would help, and the search found no proof: withhold what is cheapest nearby.
  return [...cells, ...wholes].flat().sort((a, b) => a.cost - b.cost)[0] ?? null;
}

/** Takes a quantity; gives what withholding it costs the reader. */
export function worthOf({ hiding, ground, ...rest }: Choosing, quantity: number): number {
  const size = Math.min(ground.truth[quantity] ?? 0, STEP - 1);
  return hiding.showing(quantity).reduce((all, view) => all + worthOfView(rest, view) + size, 0);
}

function worthOfView(
  { cellOf, leastUsed }: Pick<Choosing, 'cellOf' | 'leastUsed'>,
  view: View,
): number {
  const cell = cellOf(view);
  return cell ? (leastUsed.indexOf(cell.by) + 1) * STEP : WHOLE;
}

/** How much of the range that must be open is open, as far as adding and subtracting nearby tells. */
function opening({ ground, hiding }: Choosing, { quantity, from, to }: Protected): number {
  const [least, most] = narrowAround(ground, quantity, (each) => hiding.sight.rangeOf(each));
  return Math.min(to, most) - Math.max(from, least);
}

/** The ties of a quantity, then those of the quantities in them, and so on. */
function nearby({ ties, of }: Ground, start: number): Tie[][] {
  const met = new Set<number>();
  let quantities = new Set([start]);
  return Array.from({ length: REACH }, () => {
    const places = [...quantities]
      .flatMap((quantity) => of[quantity] ?? [])
      .filter((place) => !met.has(place));
    for (const place of places) met.add(place);
    const found = [...new Set(places)].flatMap((place) => ties[place] ?? []);
    quantities = new Set(found.flatMap(({ terms }) => terms.map(({ quantity }) => quantity)));
    return found;
  });
}

/** What could be withheld of a tie. */
function choicesIn(choosing: Choosing, tie: Tie, { quantity: must }: Protected): Priced[] {
  const { hiding, ground } = choosing;
  const all = tie.terms.map(({ quantity }) => quantity);
  const single = all
    .filter(
      (quantity) =>
        quantity !== must &&
        (ground.truth[quantity] ?? 0) > 0 &&
        !hiding.quantities.has(quantity) &&
        hiding.showing(quantity).length > 0 &&
        !hiding.wasSent(quantity),
    )
    .map((quantity) => {
      return { quantities: [quantity], groups: [], cost: worthOf(choosing, quantity) };
    });
  return [...single, ...entireIn(choosing, all)];
}

/** A cell together with what pins it: the same cell of figures that it is part of, or that are part of it. */
function withPinning(choosing: Choosing, choice: Priced, must: Protected): Priced {
  const { of, ties } = choosing.ground;
  const pinning = choice.quantities
    .flatMap((quantity) => of[quantity] ?? [])
    .flatMap((place) => ties[place] ?? [])
    .filter(({ terms }) => terms.length <= MOST_PINNING)
    .flatMap((tie) => choicesIn(choosing, tie, must))
    .filter(({ cost }) => cost < WHOLE);
  const all = distinct([choice, ...pinning]);
  return {
    quantities: all.flatMap(({ quantities }) => quantities),
    groups: choice.groups,
    cost: all.reduce((sum, { cost }) => sum + cost, 0),
  };
}

/** The breakdowns that a tie's quantities are cells of, to be withheld entire, where any of their noughts is shown. */
function entireIn(choosing: Choosing, quantities: readonly number[]): Priced[] {
  const { hiding, ground } = choosing;
  const shown = quantities
    .flatMap((quantity) => hiding.sight.viewsOf(quantity))
    .filter((view) => view.kind === 'now' && view.group !== null && hiding.shows(view));
  const hasNought = shown.some(({ told }) =>
    quantitiesOf(told).some((quantity) => ground.truth[quantity] === 0),
  );
  if (!hasNought) return [];
  const groups = [...new Set(shown.flatMap(({ group }) => group ?? []))];
  const views = groups
    .flatMap((group) => hiding.sight.viewsIn(group))
    .filter((v) => v.kind === 'now');
  const lost = views.filter((view) => hiding.shows(view));
  const cost = lost.reduce((sum, view) => sum + worthOfView(choosing, view), 0);
  return [{ quantities: [], groups, cost }];
}

/**
 * The breakdowns of a tie's cells that are withheld themselves, each to be withheld entire: as long as a nought beside such a cell
 * is shown, a reader knows that it is none.
 */
function besideWithheld(choosing: Choosing, { terms }: Tie): Priced[] {
  const { hiding, ground } = choosing;
  const groups = new Set(
    terms
      .flatMap(({ quantity }) => hiding.sight.viewsOf(quantity))
      .flatMap((view) => (view.kind === 'now' && !hiding.shows(view) ? (view.group ?? []) : [])),
  );
  return [...groups].flatMap((group): Priced[] => {
    const lost = hiding.sight.viewsIn(group).filter((v) => v.kind === 'now' && hiding.shows(v));
    const hasNought = lost.some(({ told }) =>
      quantitiesOf(told).some((quantity) => ground.truth[quantity] === 0),
    );
    if (!hasNought) return [];
    const cost = lost.reduce(
      (sum, view) => (view.kind === 'now' ? sum + worthOfView(choosing, view) : sum),
      0,
    );
    return [{ quantities: [], groups: [group], cost }];
  });
}

function distinct(choices: readonly Priced[]): Priced[] {
  const key = ({ quantities, groups }: Choice) => [...quantities, ...groups].join('|');
  return [...new Map(choices.map((choice) => [key(choice), choice])).values()];
}
