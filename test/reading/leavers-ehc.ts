import { ageAt } from './calendar.ts';
import type { Day } from './calendar.ts';
import type { Caseload } from './caseload.ts';
import { endedShortlyBefore, openAt, within } from './periods.ts';
import type { Period } from './periods.ts';
import { count } from './reading.ts';
import type { Reading } from './reading.ts';
import { cell, dateIn, hasRows, possibleDates, rowsByKey } from './rows.ts';
import { unaccompaniedBy } from './statuses.ts';

const ELIGIBLE = ['relevant', 'former relevant'];

function careLeavers(caseload: Caseload, day: Day): Set<string> {
  const { careLeaverFromAge, careLeaverToAge } = caseload.settings;
  const leavers = new Set<string>();
  for (const row of rowsByKey(caseload.extract, 'ssd_care_leavers', 'clea_table_id').values()) {
    const person = cell(row, 'clea_person_id');
    const eligibility = cell(row, 'clea_care_leaver_eligibility');
    if (person === null || eligibility === null) continue;
    const born = caseload.births.get(person);
    if (born === undefined || !ELIGIBLE.includes(eligibility.toLowerCase())) continue;
    const age = ageAt(born, day);
    if (age >= careLeaverFromAge && age <= careLeaverToAge) leavers.add(person);
  }
  return leavers;
}

/** The table holds the position on the day of the extract only. */
export function leaversAtExtract(caseload: Caseload, quarter: Period): Reading[] {
  if (!endedShortlyBefore(caseload.extractDay, quarter.label)) return [];
  const leavers = careLeavers(caseload, quarter.last);
  const unaccompanied = [...leavers].filter((person) =>
    unaccompaniedBy(caseload, person, quarter.last),
  );
  return [
    count('riia-22', 'young_people', quarter, leavers.size),
    count('riia-23', 'young_people', quarter, unaccompanied.length),
  ];
}

export function ehcRequestsAndAssessments(caseload: Caseload, period: Period): Reading[] {
  const dated = (table: string, key: string, column: string): number => {
    let events = 0;
    for (const row of rowsByKey(caseload.extract, table, key).values()) {
      const day = dateIn(row, column);
      if (day !== null && day <= caseload.extractDay && within(period, day)) events += 1;
    }
    return events;
  };
  const readings: Reading[] = [];
  if (hasRows(caseload.extract, 'ssd_ehcp_requests')) {
    const requests = dated('ssd_ehcp_requests', 'ehcr_ehcp_request_id', 'ehcr_ehcp_req_date');
    readings.push(count('riia-25', 'requests', period, requests));
  }
  if (hasRows(caseload.extract, 'ssd_ehcp_assessment')) {
    const assessed = dated(
      'ssd_ehcp_assessment',
      'ehca_ehcp_assessment_id',
      'ehca_ehcp_assessment_outcome_date',
    );
    readings.push(count('riia-26', 'assessments', period, assessed));
  }
  return readings;
}

function namedPlansInForce(caseload: Caseload, day: Day): number {
  const rows = rowsByKey(caseload.extract, 'ssd_ehcp_named_plan', 'ehcn_named_plan_id');
  let inForce = 0;
  for (const row of rows.values()) {
    const start = dateIn(row, 'ehcn_named_plan_start_date');
    const ceased = dateIn(row, 'ehcn_named_plan_ceased_date');
    const dates = possibleDates(start, ceased, caseload.extractDay);
    if (dates !== null && openAt(day, dates)) inForce += 1;
  }
  return inForce;
}

export function ehcPlans(caseload: Caseload, quarter: Period): Reading[] {
  if (hasRows(caseload.extract, 'ssd_ehcp_named_plan')) {
    return [count('riia-27', 'plans', quarter, namedPlansInForce(caseload, quarter.last))];
  }
  if (!hasRows(caseload.extract, 'ssd_ehcp_active_plans')) return [];
  if (!endedShortlyBefore(caseload.extractDay, quarter.label)) return [];
  const active = rowsByKey(caseload.extract, 'ssd_ehcp_active_plans', 'ehcp_active_ehcp_id');
  return [count('riia-27', 'plans', quarter, active.size)];
}
