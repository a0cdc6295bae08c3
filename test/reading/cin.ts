import { childrenLookedAfter } from './care.ts';
import type { Caseload } from './caseload.ts';
import { isNoFurtherAction } from './no-further-action.ts';
import { openAt } from './periods.ts';
import type { Period } from './periods.ts';
import { childrenOnPlan } from './plans.ts';
import { children, count } from './reading.ts';
import type { Reading } from './reading.ts';

export function childrenInNeed(caseload: Caseload, quarter: Period): Reading[] {
  const day = quarter.last;
  const onPlan = childrenOnPlan(caseload, day);
  const lookedAfter = childrenLookedAfter(caseload, day);
  const elsewhere = (person: string): boolean => onPlan.has(person) || lookedAfter.has(person);

  const open = caseload.referrals.filter(
    (episode) => openAt(day, episode) && !isNoFurtherAction(episode),
  );
  const notElsewhere = open.filter(({ person }) => !elsewhere(person));
  const plans = caseload.cinPlans.filter(
    (plan) =>
      openAt(day, plan) && !(caseload.settings.cinPlansWithoutCpAndCla && elsewhere(plan.person)),
  );
  return [
    count('riia-08', 'open', quarter, children(open)),
    count('riia-08', 'not_cp_or_cla', quarter, children(notElsewhere)),
    count('riia-09', 'plans', quarter, children(plans)),
  ];
}
