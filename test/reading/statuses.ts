import type { Day } from './calendar.ts';
import type { Caseload } from './caseload.ts';
import { openAt } from './periods.ts';
import { cell } from './rows.ts';
import type { Span } from './rows.ts';

function isRespiteStatus(status: Span): boolean {
  const code = cell(status.row, 'lega_legal_status');
  return code === 'V3' || code === 'V4';
}

/** Of the statuses that cover the day the latest to start decides; if several, any other than V3 or V4. */
export function onRespite(caseload: Caseload, person: string, day: Day): boolean {
  const covering = caseload.legalStatuses.filter(
    (status) => status.person === person && openAt(day, status),
  );
  if (covering.length === 0) return false;
  const latestStart = Math.max(...covering.map(({ start }) => start));
  return covering.filter(({ start }) => start === latestStart).every(isRespiteStatus);
}

function isUnaccompanied(status: Span): boolean {
  const word = cell(status.row, 'immi_immigration_status');
  return word === 'UASC' || word === 'Unaccompanied asylum seeking child';
}

export function unaccompaniedOn(caseload: Caseload, person: string, day: Day): boolean {
  return caseload.immigrationStatuses.some(
    (status) => status.person === person && isUnaccompanied(status) && openAt(day, status),
  );
}

export function unaccompaniedBy(caseload: Caseload, person: string, day: Day): boolean {
  return caseload.immigrationStatuses.some(
    (status) => status.person === person && isUnaccompanied(status) && status.start <= day,
  );
}
