import { monthsBefore } from './calendar.ts';
import type { Day } from './calendar.ts';
import type { Caseload } from './caseload.ts';
import { openAt, within } from './periods.ts';
import type { Period } from './periods.ts';
import { count, ratio } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Span } from './rows.ts';

export function childrenOnPlan(caseload: Caseload, day: Day): Set<string> {
  const open = caseload.ownCpPlans.filter((plan) => openAt(day, plan));
  return new Set(open.map(({ person }) => person));
}

export function plansAtQuarterEnd(caseload: Caseload, quarter: Period): Reading[] {
  return [count('riia-13', 'children', quarter, childrenOnPlan(caseload, quarter.last).size)];
}

/** The ends of the child's other own plans, on or before the day this one started. */
function earlierEnds(plan: Span, all: readonly Span[]): Day[] {
  const ends: Day[] = [];
  for (const other of all) {
    if (other.id === plan.id || other.person !== plan.person) continue;
    if (other.end !== null && other.end <= plan.start) ends.push(other.end);
  }
  return ends;
}

export function plansStartingAndCeasing(caseload: Caseload, period: Period): Reading[] {
  const plans = caseload.ownCpPlans;
  const started = plans.filter((plan) => within(period, plan.start));
  const ceased = plans.filter((plan) => within(period, plan.end));
  let repeatEver = 0;
  let repeatTwoYears = 0;
  for (const plan of started) {
    const ends = earlierEnds(plan, plans);
    const from = monthsBefore(plan.start, 24);
    if (ends.length > 0) repeatEver += 1;
    if (ends.some((end) => end >= from)) repeatTwoYears += 1;
  }
  return [
    count('riia-14', 'new', period, started.length),
    count('riia-15', 'ceasing', period, ceased.length),
    ratio('riia-16', 'repeat_ever', period, repeatEver, started.length),
    ratio('riia-17', 'repeat_2_years', period, repeatTwoYears, started.length),
  ];
}
