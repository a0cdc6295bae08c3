import { type Day, addDays, formatDay } from '../model/day.ts';
import type { TableReport } from '../model/extract.ts';
import type { RecordsMeasure } from '../model/measure.ts';
import type { Caveat } from '../model/observation.ts';
import { type Period, firstDay } from '../model/period.ts';
import { counted } from '../model/words.ts';
import type { Held } from './held.ts';
import { columnsRead, readingCaveats } from './read-caveats.ts';
import type { Reach } from './reach.ts';
import type { StagedFacts } from './staged.ts';

/** What a measure's caveats are drawn from. */
export interface CaveatGround {
  readonly held: Held;
  readonly tables: readonly TableReport[];
  readonly reach: Reach;
  readonly facts: readonly StagedFacts[];
}

/** Takes a measure and its periods; gives what must be said beside its figures. */
export function caveatsOf(
  measure: RecordsMeasure,
  periods: readonly Period[],
  ground: CaveatGround,
): Caveat[] {
  return [
    ...fromElsewhere(measure, ground.held),
    ...refiningMissing(measure, ground.held),
    ...readingCaveats(measure, ground),
    ...rowsLeftOut(measure, ground),
    ...wordsNotMapped(measure, ground),
    ...factsOf(measure, ground).flatMap(({ doubts }) =>
      doubts.map(({ says }) => aboutAll('perhaps left out', says)),
    ),
    ...windowLimited(measure, periods, ground.reach),
  ];
}

/** What was counted from another system, and what that does to the figures. */
function fromElsewhere({ needs, figures }: RecordsMeasure, held: Held): Caveat[] {
  const tables = [...needs, ...figures.flatMap((figure) => figure.needs)].flatMap(
    (column) => column.split('.')[0] ?? [],
  );
  return [...new Set(tables)].flatMap((table) => {
    const sources = held.sourcesOf(table);
    if (sources.length === 1 && sources[0] === table) return [];
    const says = sources.includes(table)
      ? `Put together from ${sources.join(' and ')}.${held.joins(sources) ? '' : ' They have different ids for children, so a child in both counts twice.'}`
      : `Counted from ${sources.join(' and ')}, and not from ${table}.`;
    return [aboutAll('from another system', says)];
  });
}

function refiningMissing(measure: RecordsMeasure, held: Held): Caveat[] {
  const losses = new Map<string, string[]>();
  for (const loss of measure.refines) {
    const lacking = held.lacking(loss.column);
    if (lacking.length === 0 || (loss.unless && held.has(loss.unless))) continue;
    const why = held.isUnsettled(loss.column)
      ? 'It is not settled whether day or month stands first in'
      : 'The extract has no';
    const lost = `${loss.otherwise} ${why}`;
    losses.set(lost, [...(losses.get(lost) ?? []), ...lacking]);
  }
  return [...losses].map(([lost, columns]) =>
    aboutAll('refining column missing', `${lost} ${columns.join(', ')}.`),
  );
}

function rowsLeftOut(measure: RecordsMeasure, ground: CaveatGround): Caveat[] {
  return factsOf(measure, ground)
    .filter((fact) => fact.faults.length > 0)
    .map((fact) => {
      const total = fact.faults.reduce((sum, fault) => sum + fault.count, 0);
      const whys = fact.faults.map(({ count, why }) => `${count.toLocaleString('en-GB')} ${why}`);
      const not = `in the extract ${total === 1 ? 'is' : 'are'} not counted in any period`;
      return aboutAll(
        'rows left out',
        `${counted(total, nounOf(fact))} ${not}: ${whys.join('; ')}.`,
        `Some ${nounOf(fact)[1]} in the extract are not counted: ${fact.faults.map(({ why }) => why).join('; ')}.`,
      );
    });
}

function wordsNotMapped(measure: RecordsMeasure, ground: CaveatGround): Caveat[] {
  const columns = columnsRead(measure, ground.held);
  return factsOf(measure, ground).flatMap((fact) =>
    fact.unmapped
      .map(({ columns: all, count }) => ({ held: all.filter((one) => columns.has(one)), count }))
      .filter(({ held }) => held.length > 0)
      .map(({ held, count }) => {
        const has = `in the extract ${count === 1 ? 'has' : 'have'} a word in ${held.join(' or ')}`;
        return aboutAll(
          'words not mapped',
          `${counted(count, nounOf(fact))} ${has} that belongs to no national group, and count${count === 1 ? 's' : ''} as not known.`,
          `Some ${nounOf(fact)[1]} have a word that belongs to no national group, and count as not known.`,
        );
      }),
  );
}

function windowLimited(
  measure: RecordsMeasure,
  periods: readonly Period[],
  reach: Reach,
): Caveat[] {
  const own = measure.period === 'activity' ? reach.get(measure.reads[0] ?? '') : undefined;
  const back = measure.lookback ? reach.get(measure.lookback.view) : undefined;
  const months = measure.lookback?.months ?? 0;
  const start = (period: Period) =>
    months === 'ever' ? null : monthsBefore(firstDay(period), months);
  const begins = periods.filter((period) => own !== undefined && firstDay(period) < own);
  const looksBack = periods.filter(
    (period) => back !== undefined && !begins.includes(period) && (start(period) ?? '') < back,
  );
  return [
    ...limited(begins, own, 'what happened before it is not counted'),
    ...limited(looksBack, back, `${lookedBack(months)} before it, and the figure may be too low`),
  ];
}

function lookedBack(months: number | 'ever'): string {
  if (months === 'ever') return 'what is looked back on may lie';
  return `some of the ${months === 1 ? 'month' : `${months} months`} that are looked back on lie`;
}

function limited(periods: readonly Period[], from: Day | undefined, so: string): Caveat[] {
  if (periods.length === 0 || !from) return [];
  const says = `Window-limited: the extract reaches back to ${formatDay(from)}; ${so}.`;
  return [{ kind: 'window-limited', says, sent: says, figures: [], periods }];
}

/** Takes the first day of a quarter and months; gives the day so many months before. It is the first of a month, so none needs cutting. */
export function monthsBefore(day: Day, months: number): Day {
  let earlier = day;
  for (let month = 0; month < months; month += 1) {
    const lastOfMonthBefore = addDays(earlier, -1);
    earlier = addDays(lastOfMonthBefore, 1 - Number(lastOfMonthBefore.slice(8)));
  }
  return earlier;
}

/** What was found in the views that a measure reads, but for a view whose rows others are counted in place of. */
function factsOf(measure: RecordsMeasure, { facts, held }: CaveatGround): StagedFacts[] {
  return facts.filter(
    ({ view }) => measure.reads.includes(view.id) && (view.of === null || held.isInUse(view.of)),
  );
}

function nounOf(fact: StagedFacts): readonly [string, string] {
  return fact.view.noun ?? ['row', 'rows'];
}

function aboutAll(kind: Caveat['kind'], says: string, sent = says): Caveat {
  return { kind, says, sent, figures: [], periods: [] };
}
