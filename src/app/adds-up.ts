import type {
  Balance,
  BalanceResult,
  OverlapBalance,
  StockBalance,
  YearBalance,
} from '../model/balance.ts';
import { type Measure, headlineOf } from '../model/measure.ts';
import { type Outcome, inFull } from '../model/outcome.ts';
import { type Quarter, stepQuarter, yearTo } from '../model/period.ts';
import { signed } from '../model/words.ts';
import type { Answered } from './answered.ts';

/** Figures that were compared, or why they could not be. */
export type Compared<T> = ({ readonly kind: 'compared' } & T) | NotCompared;

interface NotCompared {
  readonly kind: 'not compared';
  /** The whole sentence. */
  readonly says: string;
}

/** The figures are those of the answer; `children` stand behind the difference, which is open less should be open. */
export interface Stock {
  readonly wasOpen: number;
  readonly started: number;
  readonly ceased: number;
  readonly shouldBeOpen: number;
  readonly isOpen: number;
  readonly difference: number;
  readonly children: number;
}

interface Overlap {
  readonly first: number;
  readonly second: number;
  readonly both: number;
  readonly either: number;
}

/** Parts, and the whole that they must come to. */
export interface Sum {
  readonly parts: readonly number[];
  readonly sum: number;
  readonly whole: number;
}

/** A balance of stock and flows, with what came of it in one quarter. */
export interface StockShown {
  readonly balance: StockBalance;
  readonly stock: Compared<Stock>;
}

/** Takes what must add up, the answer and a quarter; gives what was open, new, ceased and is open, balance by balance. */
export function stocksIn(
  balances: readonly Balance[],
  answered: Answered,
  quarter: Quarter,
): StockShown[] {
  return balances
    .filter((balance) => balance.kind === 'stock')
    .map((balance) => ({ balance, stock: stockIn(balance, answered, quarter) }));
}

/** Takes a balance of what was open, started, ceased and is open, the answer and a quarter; gives how they compare. */
function stockIn(balance: StockBalance, answered: Answered, quarter: Quarter): Compared<Stock> {
  const { stock, starting, ceasing } = balance;
  const before = stepQuarter(quarter, -1);
  if (!answered.answer.quarters.includes(before))
    return notCompared('the extract does not reach the quarter before');
  const counts = countsOf([
    answered.outcome(stock.measure, stock.figure, before),
    answered.outcome(starting.measure, starting.figure, quarter),
    answered.outcome(ceasing.measure, ceasing.figure, quarter),
    answered.outcome(stock.measure, stock.figure, quarter),
  ]);
  if (typeof counts === 'string') return notCompared(counts);
  const [wasOpen = 0, started = 0, ceased = 0, isOpen = 0] = counts;
  const result = answered.answer.balances.find((one) => one.balance === balance.id);
  if (result?.kind !== 'stock' || result.failed !== null) return notAsked(result);
  const shouldBeOpen = wasOpen + started - ceased;
  const difference = isOpen - shouldBeOpen;
  // A quarter in which every child adds up has no tally.
  const tally = result.tallies.find((one) => one.quarter === quarter);
  if ((tally?.difference ?? 0) !== difference)
    return notCompared(
      `the records differ by ${signed(tally?.difference ?? 0)}, and the figures by ${signed(difference)}. Do not send these figures before you know why`,
    );
  const children = tally?.children ?? 0;
  return {
    kind: 'compared',
    wasOpen,
    started,
    ceased,
    shouldBeOpen,
    isOpen,
    difference,
    children,
  };
}

/** Takes two ways to count the same, the answer and a quarter; gives what each, both and either of them count. */
export function overlapIn(
  { id, measure, either, ways }: OverlapBalance,
  answered: Answered,
  quarter: Quarter,
): Compared<Overlap> {
  const counts = countsOf(
    [...ways, either].map((figure) => answered.outcome(measure, figure, quarter)),
  );
  if (typeof counts === 'string') return notCompared(counts);
  const [first = 0, second = 0, counted = 0] = counts;
  const result = answered.answer.balances.find((one) => one.balance === id);
  if (result?.kind !== 'overlap' || result.failed !== null) return notAsked(result);
  const both = result.tallies.find((one) => one.quarter === quarter)?.both ?? 0;
  return { kind: 'compared', first, second, both, either: counted };
}

/** Takes a figure whose year counts a child once, the answer and a quarter; gives its four quarters and their year. */
export function yearIn(
  { measure, figure }: YearBalance,
  answered: Answered,
  quarter: Quarter,
): Compared<Sum> {
  const quarters = [-3, -2, -1, 0].map((steps) => stepQuarter(quarter, steps));
  return sumOf(
    quarters.map((each) => answered.outcome(measure, figure, each)),
    answered.outcome(measure, figure, yearTo(quarter)),
  );
}

/** Takes an item that is a breakdown of a measure, its cells, the answer and a quarter; gives the cells and the measure. */
export function breakdownIn(
  item: Extract<Measure, { kind: 'breakdown' }>,
  of: Extract<Measure, { kind: 'records' }>,
  cells: readonly string[],
  answered: Answered,
  quarter: Quarter,
): Compared<Sum> {
  const figure = headlineOf(of).id;
  return sumOf(
    cells.map((cell) => answered.outcome(of.id, figure, quarter, { by: item.by, cell })),
    answered.outcome(of.id, figure, quarter),
  );
}

function sumOf(parts: readonly Outcome[], whole: Outcome): Compared<Sum> {
  const counts = countsOf([whole, ...parts]);
  if (typeof counts === 'string') return notCompared(counts);
  const [total = 0, ...rest] = counts;
  const sum = rest.reduce((added, count) => added + count, 0);
  return { kind: 'compared', parts: rest, sum, whole: total };
}

/** The counts, or why one of them is none. */
function countsOf(outcomes: readonly Outcome[]): number[] | string {
  const counts: number[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind !== 'count') return reasonOf(outcome);
    counts.push(outcome.value);
  }
  return counts;
}

function reasonOf(outcome: Outcome): string {
  return 'reason' in outcome ? outcome.reason : inFull(outcome);
}

function notCompared(why: string): NotCompared {
  return { kind: 'not compared', says: `Could not be compared: ${why}.` };
}

/** What failed says so itself. */
function notAsked(result: BalanceResult | undefined): NotCompared {
  if (!result?.failed) return notCompared('the records were not asked');
  return { kind: 'not compared', says: result.failed };
}
