import { assessments } from './assessments.ts';
import { careAtQuarterEnd, careStartingAndCeasing } from './care.ts';
import { caseloadOf } from './caseload.ts';
import type { Caseload } from './caseload.ts';
import { childrenInNeed } from './cin.ts';
import { contactsAndReferrals } from './contacts-referrals.ts';
import { earlyHelpActivity, earlyHelpAtQuarterEnd } from './early-help.ts';
import { enquiriesAndConferences } from './enquiries-conferences.ts';
import type { Extract } from './extract.ts';
import { ehcPlans, ehcRequestsAndAssessments, leaversAtExtract } from './leavers-ehc.ts';
import { quarterPeriod, yearPeriod } from './periods.ts';
import type { Period } from './periods.ts';
import { plansAtQuarterEnd, plansStartingAndCeasing } from './plans.ts';
import type { Reading } from './reading.ts';
import { steppedDown, steppedUp } from './steps.ts';

export type { Reading } from './reading.ts';

type Theme = (caseload: Caseload, period: Period) => Reading[];

const activity: readonly Theme[] = [
  contactsAndReferrals,
  assessments,
  enquiriesAndConferences,
  plansStartingAndCeasing,
  careStartingAndCeasing,
  ehcRequestsAndAssessments,
  earlyHelpActivity,
  steppedUp,
  steppedDown,
];

const snapshots: readonly Theme[] = [
  childrenInNeed,
  plansAtQuarterEnd,
  careAtQuarterEnd,
  leaversAtExtract,
  ehcPlans,
  earlyHelpAtQuarterEnd,
];

export function readAll(extract: Extract, quarters: readonly string[]): Reading[] {
  const caseload = caseloadOf(extract);
  return quarters.flatMap((label) => {
    const quarter = quarterPeriod(label);
    const year = yearPeriod(label);
    return [
      ...activity.flatMap((theme) => [...theme(caseload, quarter), ...theme(caseload, year)]),
      ...snapshots.flatMap((theme) => theme(caseload, quarter)),
    ];
  });
}
