import type { YearsAddUp } from '../../model/measure.ts';

/** What would let one record look at another of the same period, were it not inside brackets. */
const LOOKS_ASIDE = /\b(group by|distinct|qualify|limit|union|intersect|except|over)\b/i;

/** The one way in which a record is put in a period. */
const JOINED = /\bjoin period p on (\w+\.\w+) between p\.first_day and p\.last_day\b/;

/** The one way in which a record is the first in a period: the one before it is of a day before the period, or there is none. */
const FIRST = /\bcoalesce\((\w+\.(\w+)) < p\.first_day, true\) as (\w+)/g;

/**
 * Takes a measure's SELECT; tells how its years are the sums of their quarters: its records look at their period only for
 * the day that puts them in it, and for whether they are the first in it, by a day that they give. Where that cannot be
 * told from the words, it gives null.
 */
export function yearsAddUp(sql: string): YearsAddUp | null {
  const words = sql.replace(/--.*$/gm, '');
  const [joined, day] = JOINED.exec(words) ?? [];
  if (joined === undefined || day === undefined) return null;
  const others = words.replace(joined, '').replace(FIRST, 'first_in_period');
  const outer = outsideBrackets(others);
  // The period that is named in the outermost SELECT, and nothing more of any period.
  const looksAtDayAlone =
    countOf(outer, /\bp\.period\b/g) === 1 &&
    countOf(others, /\b(p\.\w+|period)\b/g) === 1 &&
    !LOOKS_ASIDE.test(outer);
  const found = [...words.matchAll(FIRST)];
  const areFirstsTold =
    found.length === 0 ||
    (isGiven(outer, `${day} as event_date`) &&
      found.every(([, before = '']) => isGiven(outer, before)) &&
      countOf(outer, /\bfirst_in_period\b/g) === found.length);
  if (!looksAtDayAlone || !areFirstsTold) return null;
  return { firsts: found.map(([, , before = '', column = '']) => ({ column, before })) };
}

/** Whether a column stands by itself in a SELECT. */
function isGiven(select: string, column: string): boolean {
  const [list = ''] = select.split(/\bfrom\b/);
  return list
    .replace(/^[^]*\bselect\b/, '')
    .split(',')
    .some((one) => one.trim() === column);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function outsideBrackets(sql: string): string {
  let text = sql;
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(/\([^()]*\)/g, '');
  }
  return text;
}
