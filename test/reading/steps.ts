import type { Caseload } from './caseload.ts';
import { canBeJoined } from './elsewhere.ts';
import { endReasonGroup } from './end-reasons.ts';
import { within } from './periods.ts';
import type { Period } from './periods.ts';
import { count } from './reading.ts';
import type { Reading } from './reading.ts';
import { cell } from './rows.ts';
import type { Span } from './rows.ts';

function isNoFurtherAction(referral: Span): boolean {
  return cell(referral.row, 'cine_referral_nfa') === 'Y';
}

export function steppedUp(caseload: Caseload, period: Period): Reading[] {
  const byEndReason = new Set<string>();
  const byReferral = new Set<string>();
  for (const episode of caseload.earlyHelp) {
    if (within(period, episode.end) && endReasonGroup(episode) === 'stepped up') {
      byEndReason.add(episode.person);
    }
    for (const referral of caseload.referrals) {
      if (referral.person !== episode.person || isNoFurtherAction(referral)) continue;
      if (!within(period, referral.start) || referral.start < episode.start) continue;
      const lastDay =
        episode.end === null ? null : episode.end + caseload.settings.stepUpAfterEndDays;
      if (lastDay === null || referral.start <= lastDay) byReferral.add(episode.person);
    }
  }
  const alone = count('eh-6', 'by_end_reason', period, byEndReason.size);
  if (!canBeJoined(caseload.extract).socialCare) return [alone];
  return [
    alone,
    count('eh-6', 'either', period, new Set([...byEndReason, ...byReferral]).size),
    count('eh-6', 'by_referral', period, byReferral.size),
  ];
}

function startsNearClosure(caseload: Caseload, period: Period, closed: Span): boolean {
  const { stepDownBeforeClosureDays, stepDownAfterClosureDays } = caseload.settings;
  const closure = closed.end;
  if (closure === null) return false;
  return caseload.earlyHelp.some(
    (episode) =>
      episode.person === closed.person &&
      episode.start >= closure - stepDownBeforeClosureDays &&
      episode.start <= closure + stepDownAfterClosureDays &&
      within(period, Math.max(closure, episode.start)),
  );
}

export function steppedDown(caseload: Caseload, period: Period): Reading[] {
  const byCloseReason = new Set<string>();
  const byEpisode = new Set<string>();
  for (const referral of caseload.referrals) {
    if (referral.end === null || isNoFurtherAction(referral)) continue;
    if (within(period, referral.end) && cell(referral.row, 'cine_close_reason') === 'RC9') {
      byCloseReason.add(referral.person);
    }
    if (startsNearClosure(caseload, period, referral)) byEpisode.add(referral.person);
  }
  const alone = count('eh-7', 'by_close_reason', period, byCloseReason.size);
  if (!canBeJoined(caseload.extract).socialCare) return [alone];
  return [
    alone,
    count('eh-7', 'either', period, new Set([...byCloseReason, ...byEpisode]).size),
    count('eh-7', 'by_episode', period, byEpisode.size),
  ];
}
