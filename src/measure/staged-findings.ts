import type { Finding, FindingRule } from '../model/finding.ts';
import { counted } from '../model/words.ts';
import type { StagedFacts, Tally } from './staged.ts';

/** Takes what was found in the staged views; gives it as findings: rows that are not counted, and rows with something said of them. */
export function findingsOf(facts: readonly StagedFacts[]): Finding[] {
  return facts.flatMap((fact) => [
    ...fact.faults.map((fault) =>
      finding(
        fact,
        fault,
        'rows left out',
        'The row is not counted. Put it right in the system and export again.',
      ),
    ),
    ...fact.remarks.map((remark) =>
      finding(fact, remark, ruleOf(remark), 'The row is counted. Check it in the system.'),
    ),
    ...fact.doubts.map(({ says, todo }): Finding => ({
      rule: 'perhaps left out',
      severity: 'warning',
      says,
      todo,
      file: null,
      table: null,
      column: null,
      count: null,
    })),
  ]);
}

function finding(
  { view }: StagedFacts,
  { why, count }: Tally,
  rule: FindingRule,
  todo: string,
): Finding {
  return {
    rule,
    severity: rule === 'rows left out' ? 'warning' : 'note',
    says: `${counted(count, view.noun ?? ['row', 'rows'])} ${why}.`,
    todo,
    file: null,
    table: null,
    column: null,
    count,
  };
}

function ruleOf(remark: Tally): FindingRule {
  return remark.why === 'with no date of birth' ? 'no date of birth' : 'end after extract';
}
