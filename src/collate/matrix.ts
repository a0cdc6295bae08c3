import { whyNotThere } from '../model/authority.ts';
import type { CollationMatrix, QuarterRow } from '../model/collation-view.ts';
import { type Quarter, lastDay } from '../model/period.ts';
import type { Collation } from './collate.ts';
import { Completeness } from './completeness.ts';
import { expectedOf } from './expected.ts';
import type { CollateKnown } from './known.ts';

interface Row {
  readonly area: string;
  readonly name: string;
}

/** Takes a collation, what is known and a quarter; gives what each authority that is expected, or that sent anything, has given of it, by name. */
export function matrixOf(
  collation: Collation,
  known: CollateKnown,
  quarter: Quarter,
): CollationMatrix {
  const completeness = new Completeness(collation, known);
  const expected = new Set(expectedOf(collation, known));
  const sent = new Set(sentIn(collation, quarter));
  const rows = authoritiesIn(collation, known)
    .filter(({ area }) => sent.has(area) || isThere(area, quarter, known))
    .map(({ area, name }) => ({
      ...{ area, name, isExpected: expected.has(area), isIn: sent.has(area) },
      states: known.terms.measures.map((measure) => completeness.state(area, measure, quarter)),
    }));
  return { quarter, rows };
}

/** Takes a collation, what is known and quarters; gives how many measures each authority has given something of, quarter by quarter. */
export function quarterRows(
  collation: Collation,
  known: CollateKnown,
  quarters: readonly Quarter[],
): QuarterRow[] {
  const completeness = new Completeness(collation, known);
  const sent = new Map(quarters.map((quarter) => [quarter, new Set(sentIn(collation, quarter))]));
  const givenIn = (area: string, quarter: Quarter) => {
    if (!sent.get(quarter)?.has(area)) return isThere(area, quarter, known) ? 'none' : 'not there';
    const counts = completeness.counts(area, quarter);
    return counts.received + counts['by hand'] + counts.withheld;
  };
  return authoritiesIn(collation, known)
    .map(({ area, name }) => ({
      ...{ area, name },
      given: quarters.map((quarter) => givenIn(area, quarter)),
    }))
    .filter(({ given }) => given.some((each) => each !== 'not there'));
}

function sentIn({ standing }: Collation, quarter: Quarter): string[] {
  return standing.flatMap((one) => (one.quarter === quarter && one.stands ? [one.area] : []));
}

/** Those expected and those that sent anything, by name. */
function authoritiesIn(collation: Collation, known: CollateKnown): Row[] {
  const names = new Map(known.authorities.map(({ code, name }) => [code, name]));
  const sent = new Map(
    collation.standing.flatMap(({ area, stands }) => (stands ? [[area, stands.name]] : [])),
  );
  const codes = new Set([...expectedOf(collation, known), ...sent.keys()]);
  return [...codes]
    .map((area) => ({ area, name: names.get(area) ?? sent.get(area) ?? area }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

function isThere(area: string, quarter: Quarter, { authorities }: CollateKnown): boolean {
  const authority = authorities.find(({ code }) => code === area);
  return !authority || whyNotThere(authority, lastDay(quarter)) === null;
}
