/** What would let one record look at another of the same period, were it not inside brackets. */
const LOOKS_ASIDE = /\b(group by|distinct|qualify|limit|union|intersect|except|over)\b/i;

/**
 * Takes a measure's SELECT; tells whether its records look at their period only for the day that puts them in it. Then a
 * year has the records of its four quarters, and its figures are their sums. Where it cannot be told from the words, no.
 */
export function yearsAddUp(sql: string): boolean {
  const words = sql.replace(/--.*$/gm, '');
  const [joined] =
    words.match(/\bjoin period p on \S+ between p\.first_day and p\.last_day\b/g) ?? [];
  if (joined === undefined) return false;
  const others = words.replace(joined, '');
  return (
    // The period that is named in the outermost SELECT, and nothing more of any period.
    countOf(outsideBrackets(others), /\bp\.period\b/g) === 1 &&
    countOf(others, /\b(p\.\w+|period)\b/g) === 1 &&
    !LOOKS_ASIDE.test(outsideBrackets(words))
  );
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
