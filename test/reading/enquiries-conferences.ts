import type { Caseload } from './caseload.ts';
import { within } from './periods.ts';
import type { Period } from './periods.ts';
import { count, ratio } from './reading.ts';
import type { Reading } from './reading.ts';
import { cell } from './rows.ts';
import { workingDays } from './working-days.ts';

const DAYS_ALLOWED = 15;

export function enquiriesAndConferences(caseload: Caseload, period: Period): Reading[] {
  const enquiries = caseload.enquiries.filter((enquiry) => within(period, enquiry.start));
  const conferences = caseload.conferences.filter((conference) => within(period, conference.start));
  let timed = 0;
  let timely = 0;
  for (const conference of conferences) {
    if (cell(conference.row, 'icpc_icpc_transfer_in') === 'Y') continue;
    const enquiryId = cell(conference.row, 'icpc_s47_enquiry_id');
    const enquiry = caseload.enquiries.find(({ id }) => id === enquiryId);
    if (enquiry === undefined || enquiry.start > conference.start) continue;
    timed += 1;
    if (workingDays(enquiry.start, conference.start) <= DAYS_ALLOWED) timely += 1;
  }
  return [
    count('riia-10', 'enquiries', period, enquiries.length),
    count('riia-11', 'conferences', period, conferences.length),
    ratio('riia-12', 'within_15', period, timely, timed),
  ];
}
