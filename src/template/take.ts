import type { Identity } from '../model/disclosure.ts';
import type {
  AskedNumber,
  GivenFigure,
  GivenOutcome,
  TakenNumbers,
  WrittenNumber,
  WrittenProblem,
} from '../model/given.ts';
import type { Breakdown, Figure, Measure } from '../model/measure.ts';
import { type Quarter, yearTo } from '../model/period.ts';
import type { HandEntry } from '../model/question.ts';
import { askedByKey } from './asked.ts';
import { withWholeBreakdowns } from './check-breakdowns.ts';
import { checkTaken } from './check-taken.ts';
import { type NumberRead, readNumber } from './read-number.ts';

/** What written numbers are read by. */
export interface TakenBy {
  readonly measures: readonly Measure[];
  readonly breakdowns: readonly Breakdown[];
  readonly identities: readonly Identity[];
}

/** A number that was asked for, what was written, and what it comes to. */
export interface NumberFound {
  readonly asked: AskedNumber;
  readonly written: WrittenNumber;
  readonly read: NumberRead;
}

/**
 * Takes the numbers that a person wrote for a quarter and the year that ends with it; gives the figures that they make, and
 * what is wrong with them. What is empty is not given, and no problem: an authority gives as much as it has.
 */
export function takeNumbers(
  quarter: Quarter,
  written: readonly WrittenNumber[],
  by: TakenBy,
): TakenNumbers {
  const known = askedByKey(by.measures, by.breakdowns);
  const found = written.flatMap((one): NumberFound[] => {
    const asked = known.get(one.key);
    return asked ? [{ asked, written: one, read: readNumber(asked, one) }] : [];
  });
  const taking = new Taking(quarter, by);
  for (const group of groupsOf(found)) taking.take(group);
  const whole = withWholeBreakdowns(found, taking.given, by);
  const problems = [...taking.problems, ...whole.problems, ...checkTaken(found, by)];
  return { quarter, byHand: taking.byHand, given: whole.given, problems };
}

/** Those that make one figure, or one form, of one period. */
function groupsOf(found: readonly NumberFound[]): NumberFound[][] {
  const groups = new Map<string, NumberFound[]>();
  for (const one of found) {
    const { at } = one.asked;
    const of = at.kind === 'part' ? 'form' : `${at.figure} ${at.cell?.by} ${at.cell?.cell}`;
    const key = `${at.measure} ${of} ${one.written.period}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

class Taking {
  readonly byHand: HandEntry[] = [];
  readonly given: GivenFigure[] = [];
  readonly problems: WrittenProblem[] = [];
  readonly #quarter: Quarter;
  readonly #measures: readonly Measure[];

  constructor(quarter: Quarter, { measures }: TakenBy) {
    this.#quarter = quarter;
    this.#measures = measures;
  }

  take(group: readonly NumberFound[]): void {
    const [first] = group;
    const filled = group.filter(({ read }) => read.kind !== 'empty');
    if (!first || filled.length === 0) return;
    const wrong = filled.filter(({ read }) => read.kind === 'wrong');
    for (const { written, read } of wrong)
      if (read.kind === 'wrong') this.#problem(written, read.says, read.todo);
    const outcome = wrong.length > 0 ? null : this.#outcomeOf(group, filled);
    if (outcome === null) return;
    const { at } = first.asked;
    if (at.kind === 'figure') {
      const period = first.written.period === 'year' ? yearTo(this.#quarter) : this.#quarter;
      this.given.push({ measure: at.measure, figure: at.figure, period, cell: at.cell, outcome });
    } else this.#takeForm(at.measure, group, outcome);
  }

  /** A form's numbers are kept as its parts; why it has none, with each of its figures. */
  #takeForm(measure: string, group: readonly NumberFound[], outcome: GivenOutcome): void {
    if (outcome.kind === 'not available' || outcome.kind === 'not applicable') {
      const of = this.#measures.find(({ id }) => id === measure);
      if (of?.kind !== 'form') return;
      for (const { id: figure } of of.figures)
        this.given.push({ measure, figure, period: this.#quarter, cell: null, outcome });
      return;
    }
    const parts = group.flatMap(({ asked, read }) =>
      asked.at.kind === 'part' && read.kind === 'number' ? [[asked.at.part, read.value]] : [],
    );
    this.byHand.push({ measure, quarter: this.#quarter, parts: Object.fromEntries(parts) });
  }

  /** Null where the numbers do not belong together; then a problem says so. */
  #outcomeOf(group: readonly NumberFound[], filled: readonly NumberFound[]): GivenOutcome | null {
    const mark = filled.find(({ read }) => isMark(read));
    if (mark && isMark(mark.read)) {
      const number = filled.find(({ read }) => read.kind === 'number');
      if (!number) return { kind: mark.read.kind, reason: mark.read.reason };
      const says = `It says “${mark.written.text.trim()}”, and a number stands at ${number.written.place}, which belongs to it.`;
      this.#problem(mark.written, says, 'Give all its numbers, or none of them.');
      return null;
    }
    const empty = group.find(({ read }) => read.kind === 'empty');
    const other = filled[0];
    if (empty && other) {
      const says = `It is empty, and a number stands at ${other.written.place}, which belongs to it.`;
      this.#problem(
        empty.written,
        says,
        'Give both numbers, or neither: the one is out of the other.',
      );
      return null;
    }
    return this.#figureOf(group);
  }

  #figureOf(group: readonly NumberFound[]): GivenOutcome | null {
    const [first] = group;
    if (first?.read.kind !== 'number') return null;
    const { at } = first.asked;
    const [part, of] = [numberIn(group, 'numerator'), numberIn(group, 'denominator')];
    // A form's own figures are made of its parts where it is measured.
    if (at.kind === 'part' || !part || !of) return { kind: 'count', value: first.read.value };
    if (part.value > of.value) {
      const says = `It is ${part.value}, and ${of.value} stand at ${of.written.place}: a part cannot be more than what it is a part of.`;
      this.#problem(part.written, says, 'Put right the one that is wrong.');
      return null;
    }
    const figure = this.#ratio(at.measure, at.figure);
    if (of.value === 0)
      return { kind: 'not applicable', reason: `there were no ${figure?.unit[1] ?? 'such'}` };
    const [numerator, denominator] = [part.value, of.value];
    return { kind: 'ratio', numerator, denominator, scale: figure?.scale ?? 100 };
  }

  #ratio(measure: string, figure: string): Extract<Figure, { kind: 'ratio' }> | null {
    const of = this.#measures.find(({ id }) => id === measure);
    const found = of && of.kind !== 'breakdown' ? of.figures.find(({ id }) => id === figure) : null;
    return found?.kind === 'ratio' ? found : null;
  }

  #problem({ key, period, place }: WrittenNumber, says: string, todo: string): void {
    this.problems.push({ key, period, place, says, todo, isLeftOut: true });
  }
}

function isMark(
  read: NumberRead,
): read is Extract<NumberRead, { kind: 'not available' | 'not applicable' }> {
  return read.kind === 'not available' || read.kind === 'not applicable';
}

function numberIn(group: readonly NumberFound[], part: 'numerator' | 'denominator') {
  const one = group.find(({ asked: { at } }) => at.kind === 'figure' && at.part === part);
  return one?.read.kind === 'number' ? { value: one.read.value, written: one.written } : null;
}
