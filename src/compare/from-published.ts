import type { Authority } from '../model/authority.ts';
import type {
  Feed,
  PublishedRegion,
  PublishedSet,
  PublishedSymbol,
  PublishedTerms,
} from '../model/published.ts';
import type { Content, FigureColumns, FigureSource, SourceArea } from './columns.ts';
import { ColumnsBuilder } from './columns-builder.ts';
import { SCALES, periodBeside, populationOfRate } from './published-period.ts';

/** England's own code. */
export const ENGLAND = 'E92000001';

/** Takes the set that comes with the page and the authorities; gives its figures in columns. */
export function publishedColumns(
  { table, terms, areas, columns, series }: PublishedSet,
  authorities: readonly Authority[],
): FigureColumns {
  const source: FigureSource = {
    ...{ id: 'published', kind: 'published', synthetic: false, made: null, provisional: false },
    removable: false,
    ...{ title: 'DfE, published figures', licence: table.licence },
  };
  const builder = new ColumnsBuilder(source, publishedAreas(areas, authorities, terms.regions));
  for (const [place, year, ...cells] of series) {
    const feed = terms.feeds[place];
    if (!feed) continue;
    const [value, numerator, denominator] = cells.map((column) => columns[column]);
    const at = { ...seriesOf(feed, year, terms), version: 0 };
    for (const [index, area] of areas.entries()) {
      const content = contentIn(feed, terms.symbols, {
        value: value?.[index] ?? null,
        numerator: numberIn(numerator?.[index]),
        denominator: numberIn(denominator?.[index]),
      });
      if (content) builder.add({ ...at, area, content });
    }
  }
  return builder.build();
}

/** Takes a feed and a year; gives what of ours it is, and where its denominator comes from. */
export function seriesOf(feed: Feed, year: number, terms: PublishedTerms) {
  const { measure, figure } = feed;
  const denominatorFrom = populationOfRate(feed, year, terms);
  return { measure, figure, period: periodBeside(feed, year, terms), cell: null, denominatorFrom };
}

/** What is published of one area: a number, a symbol, or both as `12.3 u`, and the parts where there are any. */
interface PublishedCell {
  readonly value: number | string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Takes a feed, the symbols and what is published of one area; gives it, or null where nothing is. */
export function contentIn(
  { unit }: Feed,
  symbols: readonly PublishedSymbol[],
  { value, numerator, denominator }: PublishedCell,
): Content | null {
  if (numerator !== null && denominator !== null && denominator > 0) {
    return { kind: 'ratio', numerator, denominator, scale: SCALES[unit], flag: null };
  }
  const [first = '', second] = typeof value === 'string' ? value.split(' ') : [];
  const shown = typeof value === 'number' ? value : second === undefined ? null : Number(first);
  const symbol = symbols.find((one) => one.symbol === (second ?? first));
  if (shown === null) return symbol ? { kind: 'symbol', ...symbol } : null;
  const flag = symbol?.symbol ?? null;
  return unit === 'count'
    ? { kind: 'count', value: shown, flag }
    : { kind: 'bare', value: shown, scale: SCALES[unit], flag };
}

/** Takes codes, the authorities and the regions; gives the areas that they are. */
export function publishedAreas(
  codes: readonly string[],
  authorities: readonly Authority[],
  regions: readonly PublishedRegion[],
): SourceArea[] {
  const rest = { members: [], synthetic: false, earlyHelp: null };
  return codes.map((code): SourceArea => {
    const authority = authorities.find((one) => one.code === code);
    if (authority) {
      const { name, region } = authority;
      return { code, name, kind: 'authority', region, ...rest };
    }
    const region = regions.find((one) => one.code === code);
    const named = region ? ({ kind: 'region', name: region.name } as const) : null;
    return { code, region: null, ...rest, ...(named ?? { kind: 'england', name: 'England' }) };
  });
}

function numberIn(cell: number | string | null | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}
