import type { Day } from './calendar.ts';
import type { Caseload } from './caseload.ts';
import { within } from './periods.ts';
import type { Period } from './periods.ts';
import { count, ratio } from './reading.ts';
import type { Reading } from './reading.ts';
import { cell } from './rows.ts';
import { workingDays } from './working-days.ts';

const DAYS_ALLOWED = 45;

type Stretch = { readonly from: Day; readonly to: Day };

function inTime(figure: string, period: Period, stretches: readonly Stretch[]): Reading {
  const timely = stretches.filter(({ from, to }) => workingDays(from, to) <= DAYS_ALLOWED);
  return ratio('riia-07', figure, period, timely.length, stretches.length);
}

export function assessments(caseload: Caseload, period: Period): Reading[] {
  let started = 0;
  let completed = 0;
  const fromStart: Stretch[] = [];
  const fromReferral: Stretch[] = [];
  for (const assessment of caseload.assessments) {
    if (within(period, assessment.started)) started += 1;
    const to = assessment.completed;
    if (to === null || !within(period, to)) continue;
    completed += 1;
    if (assessment.started !== null) fromStart.push({ from: assessment.started, to });
    const referralId = cell(assessment.row, 'cina_referral_id');
    const referral = caseload.referrals.find(({ id }) => id === referralId);
    if (referral !== undefined && referral.start <= to) {
      fromReferral.push({ from: referral.start, to });
    }
  }
  return [
    count('riia-05', 'started', period, started),
    count('riia-06', 'completed', period, completed),
    inTime('from_start', period, fromStart),
    inTime('from_referral', period, fromReferral),
  ];
}
