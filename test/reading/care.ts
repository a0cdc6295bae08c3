import { ageAt } from './calendar.ts';
import type { Day } from './calendar.ts';
import type { CarePeriod } from './care-periods.ts';
import type { Caseload } from './caseload.ts';
import { openAt, within } from './periods.ts';
import type { Period } from './periods.ts';
import { children, count, ratio } from './reading.ts';
import type { Reading } from './reading.ts';
import { onRespite, unaccompaniedOn } from './statuses.ts';

const ADULT = 18;

function isChildOn(caseload: Caseload, person: string, day: Day): boolean {
  const born = caseload.births.get(person);
  return born === undefined || (born <= day && ageAt(born, day) < ADULT);
}

export function childrenLookedAfter(caseload: Caseload, day: Day): Set<string> {
  const lookedAfter = new Set<string>();
  for (const period of caseload.carePeriods) {
    const { person } = period;
    if (!openAt(day, period) || !isChildOn(caseload, person, day)) continue;
    if (!onRespite(caseload, person, day)) lookedAfter.add(person);
  }
  return lookedAfter;
}

export function careAtQuarterEnd(caseload: Caseload, quarter: Period): Reading[] {
  const lookedAfter = childrenLookedAfter(caseload, quarter.last);
  let unaccompanied = 0;
  for (const person of lookedAfter) {
    if (unaccompaniedOn(caseload, person, quarter.last)) unaccompanied += 1;
  }
  return [
    count('riia-18', 'children', quarter, lookedAfter.size),
    count('riia-21', 'children', quarter, unaccompanied),
    ratio('riia-21', 'share', quarter, unaccompanied, lookedAfter.size),
  ];
}

function othersOf(caseload: Caseload, period: CarePeriod): CarePeriod[] {
  return caseload.carePeriods.filter((other) => other !== period && other.person === period.person);
}

function isEntry(caseload: Caseload, period: CarePeriod): boolean {
  const day = period.start;
  if (!isChildOn(caseload, period.person, day)) return false;
  if (onRespite(caseload, period.person, day)) return false;
  return !othersOf(caseload, period).some(
    (other) => other.start < day && (other.end === null || other.end >= day - 1),
  );
}

function isExit(caseload: Caseload, period: CarePeriod): boolean {
  const day = period.end;
  if (day === null || period.ceasedReason === 'X1') return false;
  if (onRespite(caseload, period.person, period.start)) return false;
  return !othersOf(caseload, period).some(
    (other) =>
      openAt(day, other) ||
      openAt(day + 1, other) ||
      other.start === day ||
      other.start === day + 1,
  );
}

export function careStartingAndCeasing(caseload: Caseload, period: Period): Reading[] {
  const entries = caseload.carePeriods.filter(
    (care) => within(period, care.start) && isEntry(caseload, care),
  );
  const exits = caseload.carePeriods.filter(
    (care) => within(period, care.end) && isExit(caseload, care),
  );
  return [
    count('riia-19', 'children', period, children(entries)),
    count('riia-20', 'children', period, children(exits)),
  ];
}
