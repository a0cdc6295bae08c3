import { monthsBefore } from './calendar.ts';
import type { Caseload } from './caseload.ts';
import { canBeJoined } from './elsewhere.ts';
import { endReasonGroup } from './end-reasons.ts';
import { openAt, within } from './periods.ts';
import type { Period } from './periods.ts';
import { children, count, ratio } from './reading.ts';
import type { Reading } from './reading.ts';
import { hasRows } from './rows.ts';
import type { Span } from './rows.ts';

const UNMAPPED_PERCENT_ALLOWED = 5;

function followsContact(caseload: Caseload, episode: Span): boolean {
  return caseload.earlyHelpContacts.some((contact) => {
    const days = episode.start - contact.start;
    return (
      contact.person === episode.person &&
      days >= 0 &&
      days <= caseload.settings.contactToEpisodeDays
    );
  });
}

function isAgain(caseload: Caseload, episode: Span): boolean {
  const from = monthsBefore(episode.start, 12);
  let endedBefore = false;
  for (const other of caseload.earlyHelp) {
    if (other.id === episode.id || other.person !== episode.person || other.end === null) continue;
    const goesOn = other.end === episode.start || other.end === episode.start - 1;
    if (goesOn) return false;
    if (other.end >= from && other.end < episode.start) endedBefore = true;
  }
  return endedBefore;
}

function starting(caseload: Caseload, period: Period): Reading[] {
  const started = caseload.earlyHelp.filter((episode) => within(period, episode.start));
  const afterContact = started.filter((episode) => followsContact(caseload, episode));
  const again = started.filter((episode) => isAgain(caseload, episode));
  return [
    count('eh-2', 'episodes', period, started.length),
    ...(canBeJoined(caseload.extract).contacts
      ? [count('eh-2', 'after_contact', period, afterContact.length)]
      : []),
    count('eh-3', 'episodes', period, again.length),
    ratio('eh-3', 'share', period, again.length, started.length),
  ];
}

function closing(caseload: Caseload, period: Period): Reading[] {
  const closed = caseload.earlyHelp.filter((episode) => within(period, episode.end));
  const readings = [count('eh-8', 'closed', period, closed.length)];
  const groups = closed.map(endReasonGroup);
  const unmapped = groups.filter((group) => group === 'unmapped').length;
  if (unmapped * 100 > closed.length * UNMAPPED_PERCENT_ALLOWED) return readings;
  const met = groups.filter((group) => group === 'met').length;
  readings.push(count('eh-9', 'met', period, met));
  readings.push(ratio('eh-9', 'share', period, met, closed.length));
  return readings;
}

export function earlyHelpActivity(caseload: Caseload, period: Period): Reading[] {
  const contacts = caseload.earlyHelpContacts.filter((contact) => within(period, contact.start));
  const readings = [
    count('eh-1', 'contacts', period, contacts.length),
    count('eh-1', 'children', period, children(contacts)),
    ...starting(caseload, period),
  ];
  if (hasRows(caseload.extract, 'eh_assessments')) {
    const completed = caseload.earlyHelpAssessments.filter((assessment) =>
      within(period, assessment.completed),
    );
    readings.push(count('eh-4', 'assessments', period, completed.length));
  }
  return [...readings, ...closing(caseload, period)];
}

export function earlyHelpAtQuarterEnd(caseload: Caseload, quarter: Period): Reading[] {
  const open = caseload.earlyHelp.filter((episode) => openAt(quarter.last, episode));
  return [count('eh-5', 'children', quarter, children(open))];
}
