import { Problem } from '../../model/problem.ts';

/** How columns are called that tell one person from another, in whichever system. */
const ABOUT_ONE =
  /(^|[_ ])(person|child|client|pupil|student|young person|case|referral|episode|record|legacy|contact|assessment|plan)[_ ]?(id|number|no|ref|key)s?$|(^|[_ ])(upn|uln|nhs([_ ]?(no|number))?|dob|date[_ ]?of[_ ]?birth|birth[_ ]?date|forenames?|first[_ ]?names?|surnames?|last[_ ]?names?|family[_ ]?name|full[_ ]?name|child[_ ]?name|post[_ ]?code|address)$/i;

/**
 * Takes the names of a file's columns and those of the extract's own that are about one child; throws a Problem where one
 * of them is there: such a file is none that may be sent.
 */
export function refuseChildLevel(
  columns: readonly string[],
  childColumns: ReadonlySet<string>,
): void {
  const found = columns.find((name) => tellsOneChild(name, childColumns));
  if (found !== undefined) throw aboutChildren(`its column “${found.slice(0, 40)}”`);
}

/** Takes the name of a column and those of the extract's own that are about one child; tells whether it is about one. */
export function tellsOneChild(name: string, childColumns: ReadonlySet<string>): boolean {
  const plain = name.trim().toLowerCase();
  return childColumns.has(plain) || ABOUT_ONE.test(plain);
}

/** What refuses a file about single children: it is told apart from one that only cannot be read. */
export class ChildLevelProblem extends Problem {}

/** Takes what gives it away; gives the Problem that a file is about single children. */
export function aboutChildren(by: string): ChildLevelProblem {
  return new ChildLevelProblem(
    `This file is about single children, as ${by} shows. It is no return, and was not read any further.`,
    'Do not send it on. If it was sent to you, tell whoever sent it, and your data protection officer.',
  );
}
