import { monthsBefore } from './calendar.ts';
import type { Caseload } from './caseload.ts';
import { within } from './periods.ts';
import type { Period } from './periods.ts';
import { children, count, ratio } from './reading.ts';
import type { Reading } from './reading.ts';
import { cell } from './rows.ts';
import type { Span } from './rows.ts';

const SOURCE_GROUPS: Readonly<Record<string, readonly string[]>> = {
  individual: ['1A', '1B', '1C', '1D'],
  schools: ['2A'],
  education: ['2B'],
  health: ['3A', '3B', '3C', '3D', '3E', '3F'],
  housing: ['4'],
  'la-services': ['5A', '5B', '5C', '5D'],
  police: ['6'],
  'other-legal': ['7'],
  other: ['8'],
  anonymous: ['9'],
};

function sourceGroup(referral: Span): string {
  const code = cell(referral.row, 'cine_referral_source_code');
  for (const [group, codes] of Object.entries(SOURCE_GROUPS)) {
    if (code !== null && codes.includes(code)) return group;
  }
  return 'unknown';
}

function isRepeat(referral: Span, all: readonly Span[]): boolean {
  const from = monthsBefore(referral.start, 12);
  return all.some(
    (earlier) =>
      earlier.person === referral.person && earlier.start >= from && earlier.start < referral.start,
  );
}

export function contactsAndReferrals(caseload: Caseload, period: Period): Reading[] {
  const contacts = caseload.contacts.filter((contact) => within(period, contact.start));
  const referrals = caseload.referrals.filter((referral) => within(period, referral.start));
  const repeat = referrals.filter((referral) => isRepeat(referral, caseload.referrals));
  const bySource = [...Object.keys(SOURCE_GROUPS), 'unknown'].map((group) =>
    count(
      'riia-03',
      group,
      period,
      referrals.filter((referral) => sourceGroup(referral) === group).length,
    ),
  );
  return [
    count('riia-01', 'contacts', period, contacts.length),
    count('riia-01', 'children', period, children(contacts)),
    count('riia-02', 'referrals', period, referrals.length),
    ...bySource,
    ratio('riia-04', 'repeat', period, repeat.length, referrals.length),
  ];
}
