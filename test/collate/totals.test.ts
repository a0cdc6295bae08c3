import { beforeAll, describe, expect, it } from 'vitest';
import { type Country, isThere } from '../../fixtures/country/country.ts';
import { asStandIn } from '../../fixtures/country/safe-to-share.ts';
import { returnsOf } from '../../fixtures/country/sending.ts';
import { type Collation, collate } from '../../src/collate/collate.ts';
import { collectedReturn } from '../../src/collate/collected.ts';
import { type TotalArea, totalAreas } from '../../src/collate/total-areas.ts';
import { Totals } from '../../src/collate/totals.ts';
import { type AreaTotal, NO_CHOICES, seriesKey } from '../../src/model/collation.ts';
import { quarterIn } from '../../src/model/period.ts';
import { spec } from '../../src/spec/spec.ts';
import { KNOWN, files } from '../unit/collate/made.ts';
import { madeCountry, wholeCountry } from './made-country.ts';
import { type Apart, sentIn, totalsApart } from './total-apart.ts';

/** The estimate that nearly all authorities have last; those that had ended before it have none. */
const YEAR = latestYear();

function latestYear(): string {
  const years = KNOWN.authorities.flatMap(({ children }) => Object.keys(children));
  return years.sort().at(-1) ?? '';
}

/** A country’s returns as they are, with nothing planted. */
function collationOf(country: Country): Collation {
  const returns = [...returnsOf(country, asStandIn(spec))].map((document, place) =>
    collectedReturn({
      ...{ name: `${place}.json`, form: 'json', document, sha256: `${place}` },
      ...{ asWritten: true, remarks: [] },
    }),
  );
  return collate(files(...returns), NO_CHOICES);
}

/** Every total of the core’s, by its area and quarter. */
function totalsIn(collation: Collation): { area: TotalArea; told: Map<string, AreaTotal[]> }[] {
  const totals = new Totals(collation, KNOWN);
  return totalAreas(collation, KNOWN).map((area) => {
    const told = new Map<string, AreaTotal[]>();
    for (const total of totals.of(area)) {
      const quarter = quarterIn(total.at.period);
      const own = told.get(quarter) ?? [];
      own.push(total);
      told.set(quarter, own);
    }
    return { area, told };
  });
}

const near = (one: number | undefined, other: number | undefined) =>
  one !== undefined &&
  other !== undefined &&
  Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));

/** What a total says otherwise than it was worked out here; nothing where they agree. */
function unlike(
  { outcome, range, coverage, spread }: AreaTotal,
  found: Apart,
  of: number,
): string[] {
  const shown = found.counts + found.amounts + found.ratios + found.ofNone;
  const wrong: string[] = [];
  const check = (what: string, agrees: boolean) => void (agrees || wrong.push(what));
  check('members', coverage.of === of);
  check('shown', coverage.shown === shown);
  check('withheld', coverage.withheld === found.withheld);
  check('without', coverage.without === of - shown - found.withheld);
  check('another version', coverage.otherVersion === 0);
  check('outcome', isOutcome(outcome, found));
  if (found.n < 3) check('no spread of two', spread === null);
  else {
    check('n', spread?.n === found.n);
    check('mean', near(spread?.mean, found.mean));
    check('lower quartile', near(spread?.lowerQuartile, found.lower));
    check('median', near(spread?.median, found.median));
    check('upper quartile', near(spread?.upperQuartile, found.upper));
  }
  const ranged = found.withheld > 0 && found.counts > 0;
  check('range', (range !== null) === ranged);
  if (!range) return wrong;
  // It holds what the number is in truth, and never counts what is withheld as none.
  check('least', range.least <= found.truly && range.least >= found.value);
  check('most', range.most === null || range.most >= found.truly);
  return wrong;
}

function isOutcome(outcome: AreaTotal['outcome'], found: Apart): boolean {
  if (found.withheld > 0) return outcome.kind === 'withheld';
  if (found.counts > 0) return outcome.kind === 'count' && outcome.value === found.value;
  if (found.amounts > 0) return outcome.kind === 'amount' && near(outcome.value, found.value);
  if (found.ratios > 0)
    return (
      outcome.kind === 'ratio' &&
      outcome.numerator === found.value &&
      outcome.denominator === found.denominator &&
      outcome.scale === found.scale
    );
  return outcome.kind === (found.ofNone > 0 ? 'not applicable' : 'not available');
}

const COUNTRIES =
  madeCountry().asked.region === undefined ? [wholeCountry()] : [madeCountry(), wholeCountry()];

describe.each(COUNTRIES.map((country) => [country.asked.region ?? 'England', country] as const))(
  'the totals of %s',
  (_, country) => {
    const wrong: string[] = [];
    const met = { totals: 0, withheld: 0, ranges: 0, open: 0, rates: 0, pooled: 0, amounts: 0 };
    let areas: readonly TotalArea[] = [];

    function compare(
      told: readonly AreaTotal[],
      found: ReadonlyMap<string, Apart>,
      of: number,
    ): void {
      for (const total of told) {
        const key = seriesKey(total.at);
        const apart = found.get(key);
        const off = apart ? unlike(total, apart, of) : ['nobody sent it'];
        if (off.length > 0) wrong.push(`${total.area} ${key}: ${off.join(', ')}`);
        count(total);
      }
      const keys = new Set(told.map(({ at }) => seriesKey(at)));
      for (const key of found.keys()) if (!keys.has(key)) wrong.push(`${key} has no total`);
    }

    function count({ outcome, range, denominatorFrom }: AreaTotal): void {
      met.totals += 1;
      met.withheld += Number(outcome.kind === 'withheld');
      met.ranges += Number(range !== null);
      met.open += Number(range !== null && range.most === null);
      met.rates += Number(denominatorFrom !== null);
      met.pooled += Number(outcome.kind === 'ratio' && denominatorFrom === null);
      met.amounts += Number(outcome.kind === 'amount');
    }

    beforeAll(() => {
      const all = totalsIn(collationOf(country));
      areas = all.map(({ area }) => area);
      for (const quarter of country.quarters) {
        const sent = sentIn(country, quarter, YEAR);
        for (const { area, told } of all) {
          const own =
            area.kind === 'england' ? sent : sent.filter(({ region }) => region === area.name);
          const there = country.authorities.filter(
            (one) => isThere(one, quarter) && (area.kind === 'england' || one.region === area.name),
          );
          compare(told.get(quarter) ?? [], totalsApart(own), there.length);
        }
      }
    });

    it('are those that are worked out apart, in every series', () => {
      expect(wrong.slice(0, 20)).toEqual([]);
    });

    it('are of every sort, of more areas than one where it is more than a region', () => {
      expect(met.totals).toBeGreaterThan(2000);
      // In the region every whole is shown, and so bounds the cells that are withheld of it.
      const { open, ...others } = met;
      expect(Math.min(...Object.values(others))).toBeGreaterThan(0);
      if (country.asked.region === undefined) expect(open).toBeGreaterThan(0);
      const kinds = new Set(areas.map(({ kind }) => kind));
      expect([areas.length, ...kinds]).toEqual(
        country.asked.region !== undefined ? [1, 'region'] : [10, 'region', 'england'],
      );
    });
  },
);

describe('a total that is worked out apart', () => {
  it('differs where a single number of one authority does', () => {
    const country = madeCountry({ isSmall: true });
    const [quarter] = country.quarters;
    if (!quarter) throw new RangeError('there is no quarter');
    const sent = sentIn(country, quarter, YEAR);
    const place = sent.findIndex(({ counts, series }) => counts > 0 && series.includes('riia-10'));
    const off = sent.map((one, at) => (at === place ? { ...one, value: one.value + 1 } : one));
    const series = sent[place]?.series ?? '';
    const [first] = totalsIn(collationOf(country));
    const total = first?.told.get(quarter)?.find(({ at }) => seriesKey(at) === series);
    const of = total?.coverage.of ?? 0;
    const [as, other] = [totalsApart(sent).get(series), totalsApart(off).get(series)];
    expect(total && as && unlike(total, as, of)).toEqual([]);
    expect(total && other && unlike(total, other, of)).toEqual(['outcome']);
  });
});
