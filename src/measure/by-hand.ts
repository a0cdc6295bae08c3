import { addDays } from '../model/day.ts';
import type { Day } from '../model/day.ts';
import type { Figure, FormMeasure, Part, RecordsMeasure } from '../model/measure.ts';
import type { Observation } from '../model/observation.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Quarter, firstDay, lastDay } from '../model/period.ts';
import type { HandEntry, Question } from '../model/question.ts';

/** What hand-entered figures are made with: the question that holds them, and the bank holidays. */
export interface ByHand {
  readonly question: Pick<Question, 'la' | 'handEntered'>;
  readonly bankHolidays: readonly Day[];
}

/**
 * Takes a measure that is entered by hand, or a figure of one that the extract does not hold, the quarters and what was
 * entered; gives the observations, missing where nothing was.
 */
export function byHand(
  measure: FormMeasure | RecordsMeasure,
  figures: readonly Figure[],
  quarters: readonly Quarter[],
  { question, bankHolidays }: ByHand,
): Observation[] {
  return figures.flatMap((figure) =>
    quarters.map((quarter): Observation => {
      const entry = question.handEntered.find(
        (e) => e.measure === measure.id && e.quarter === quarter,
      );
      return {
        measure: measure.id,
        version: measure.version,
        figure: figure.id,
        period: quarter,
        area: question.la,
        cell: null,
        outcome: entry ? entered(measure, figure, entry, bankHolidays) : NOT_ENTERED,
        origin: 'entered by hand',
        denominatorFrom: null,
      };
    }),
  );
}

const NOT_ENTERED: Outcome = { kind: 'missing', reason: 'not yet entered' };

function entered(
  { kind, parts }: FormMeasure | RecordsMeasure,
  figure: Figure,
  entry: HandEntry,
  bankHolidays: readonly Day[],
): Outcome {
  if (figure.kind === 'rate') return NOT_ENTERED;
  const amounts = { ...entry.parts, working_days: workingDays(entry.quarter, bankHolidays) };
  const numerator = sumOf(kind === 'records' ? figure.id : figure.where, amounts);
  if (numerator === null) return NOT_ENTERED;
  if (figure.kind === 'count')
    return { kind: isWhole(figure, parts) ? 'count' : 'amount', value: numerator };
  const denominator = sumOf(figure.of, amounts);
  if (denominator === null) return NOT_ENTERED;
  if (denominator === 0)
    return { kind: 'not applicable', reason: `there were no ${figure.unit[1]}` };
  return { kind: 'ratio', numerator, denominator, scale: figure.scale };
}

/** `a + b * c` of what was entered; null where a part was not. */
function sumOf(written: string, amounts: Readonly<Record<string, number>>): number | null {
  const products = written
    .split(' + ')
    .map((term) => term.split(' * ').reduce((product, id) => product * (amounts[id] ?? NaN), 1));
  const sum = products.reduce((total, product) => total + product, 0);
  return Number.isNaN(sum) ? null : sum;
}

function isWhole(figure: Figure, parts: readonly Part[]): boolean {
  const of =
    figure.kind === 'count' && figure.where !== 'all' ? figure.where.split(/ [+*] /) : [figure.id];
  return parts.filter((part) => of.includes(part.id)).every((part) => part.whole);
}

function workingDays(quarter: Quarter, bankHolidays: readonly Day[]): number {
  let days = 0;
  for (let day = firstDay(quarter); day <= lastDay(quarter); day = addDays(day, 1)) {
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !bankHolidays.includes(day)) days += 1;
  }
  return days;
}
