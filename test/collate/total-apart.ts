import { op, table } from 'arquero';
import { z } from 'zod';
import type { Country } from '../../fixtures/country/country.ts';
import { asStandIn } from '../../fixtures/country/safe-to-share.ts';
import { usualSending } from '../../fixtures/country/sending.ts';
import type { Authority } from '../../src/model/authority.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { Quarter } from '../../src/model/period.ts';
import { spec } from '../../src/spec/spec.ts';

/** A figure that an authority sent, as it goes into a total of the region or of England. */
interface Sent {
  readonly region: string;
  readonly series: string;
  /** Of a total that nobody withholds a part of: the value or the numerator, and the denominator. */
  readonly value: number;
  readonly denominator: number;
  readonly scale: number;
  readonly counts: number;
  readonly amounts: number;
  readonly ratios: number;
  readonly withheld: number;
  /** Of none: a figure that adds nothing. */
  readonly ofNone: number;
  /** The authority's own value at the figure's scale; null where it shows none. */
  readonly own: number | null;
  /** The count as it truly is, withheld or not. */
  readonly truly: number;
}

const apart = z.object({
  series: z.string(),
  ...{ value: z.number(), denominator: z.number(), scale: z.number(), truly: z.number() },
  ...{ counts: z.number(), amounts: z.number(), ratios: z.number() },
  ...{ withheld: z.number(), ofNone: z.number() },
  // Of none there is no mean.
  ...{ n: z.number(), mean: z.number().optional() },
  ...{ lower: z.number().optional(), median: z.number().optional(), upper: z.number().optional() },
});

/** A total as it is worked out here, from the country's own numbers and by nothing of the page. */
export type Apart = z.infer<typeof apart>;

/** Takes a country, a quarter and the year of the population; gives every figure that was sent of it. */
export function sentIn(country: Country, quarter: Quarter, year: string): Sent[] {
  const standIn = asStandIn(spec);
  return [...country.expected()].flatMap((whose) => {
    if (whose.quarter !== quarter) return [];
    const { kind, from } = usualSending(country, whose);
    const truth = country.observations(whose, { byHand: from === 'by hand' });
    const shown = kind === 'collator' ? truth : standIn(truth).observations;
    return shown.map((one, place) => sentOf(one, truth[place], whose.authority, year));
  });
}

const NOTHING = {
  ...{ value: 0, denominator: 0, scale: 0, counts: 0, amounts: 0, ratios: 0, withheld: 0 },
  ...{ ofNone: 0, own: null, truly: 0 },
};

function sentOf(
  shown: Observation,
  truth: Observation | undefined,
  { region, children }: Authority,
  year: string,
): Sent {
  const { measure, figure, period, cell, outcome } = shown;
  const series = [measure, figure, period, cell?.by ?? '', cell?.cell ?? ''].join('|');
  const truly = truth?.outcome.kind === 'count' ? truth.outcome.value : 0;
  const none = { ...NOTHING, region, series, truly };
  switch (outcome.kind) {
    case 'count':
      return { ...none, value: outcome.value, own: outcome.value, counts: 1 };
    case 'amount':
      return { ...none, value: outcome.value, own: outcome.value, amounts: 1 };
    case 'ratio': {
      const { numerator: value, scale } = outcome;
      const isRate = shown.denominatorFrom !== null;
      const denominator = isRate ? children[year] : outcome.denominator;
      if (denominator === undefined) return none;
      return { ...none, value, denominator, scale, ratios: 1, own: (value / denominator) * scale };
    }
    case 'withheld':
      return { ...none, withheld: 1 };
    case 'not applicable':
      return { ...none, ofNone: 1 };
    case 'missing':
    case 'not available':
      return none;
  }
}

const COLUMNS = [
  ...(['series', 'value', 'denominator', 'scale', 'counts', 'amounts', 'ratios'] as const),
  ...(['withheld', 'ofNone', 'own', 'truly'] as const),
];

/** Takes what was sent; gives its totals by series. */
export function totalsApart(sent: readonly Sent[]): ReadonlyMap<string, Apart> {
  const columns = COLUMNS.map((name) => [name, sent.map((one) => one[name])] as const);
  const totals = table(Object.fromEntries(columns))
    .groupby('series')
    .rollup({
      ...{ value: op.sum('value'), denominator: op.sum('denominator'), truly: op.sum('truly') },
      ...{ scale: op.max('scale'), counts: op.sum('counts'), amounts: op.sum('amounts') },
      ...{ ratios: op.sum('ratios'), withheld: op.sum('withheld'), ofNone: op.sum('ofNone') },
      ...{ n: op.valid('own'), mean: op.mean('own'), median: op.median('own') },
      ...{ lower: op.quantile('own', 0.25), upper: op.quantile('own', 0.75) },
    })
    .objects();
  return new Map(totals.map((row) => apart.parse(row)).map((one) => [one.series, one]));
}
