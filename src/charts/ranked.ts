import type { Comparison } from '../model/comparison.ts';
import { partsWords, unitHeading, valueCell, valueWords } from './figure-words.ts';
import type { ChartMade, TableRow } from './made.ts';
import { rankedColumns } from './ranked-columns.ts';
import { rankedRows } from './ranked-rows.ts';
import { rankedThin } from './ranked-thin.ts';
import { type Bar, type Bars, barsOf } from './standing-bars.ts';

/** So many have a row with a name each; more are thin columns, of which some are named. */
const ROWS = 25;
/** Columns need as much width; where there is less, they lie on their side. */
const COLUMNS_WIDTH = 560;

const WHOSE = { own: 'This authority', peer: 'Peer', other: 'Other' } as const;

/** Takes a comparison; gives every number of it as a bar, highest first, with the authority and its peers picked out. */
export function ranked(comparison: Comparison): ChartMade {
  const all = barsOf(comparison);
  const spec = (width: number) => {
    if (all.bars.length <= ROWS) return rankedRows(all, width);
    return width < COLUMNS_WIDTH ? rankedThin(all, width) : rankedColumns(all, width);
  };
  return {
    spec: all.bars.length === 0 ? null : spec,
    says: saysOf(all, comparison),
    headings: [
      'Local authority',
      unitHeading(all.figure),
      '95% interval from',
      'to',
      'Made of',
      'Shown as',
    ],
    rows: [...all.bars.map((bar) => rowOf(bar, all)), ...comparison.without.map(withoutRow)],
  };
}

function rowOf({ placed, whose }: Bar, { figure: { unit } }: Bars): TableRow {
  const { shown, interval, name } = placed;
  const flag = shown.flag ? ` (${shown.flag.symbol}: ${shown.flag.says})` : '';
  const value = valueCell(shown.value, unit);
  return {
    head: name,
    cells: [
      value,
      valueCell(interval?.low ?? null, unit),
      valueCell(interval?.high ?? null, unit),
      partsWords(shown),
      `${WHOSE[whose]}${flag}`,
    ],
  };
}

function withoutRow({ name, says }: Comparison['without'][number]): TableRow {
  return { head: name, cells: [says, '', '', '', 'Not drawn'] };
}

function saysOf({ figure, bars, median }: Bars, { reading }: Comparison): string {
  const [first, last] = [bars[0], bars.at(-1)];
  if (!first || !last) return `No number of ${figure.title} to draw.`;
  const own = bars.find(({ whose }) => whose === 'own');
  const value = ({ placed }: Bar) =>
    `${placed.name}, ${valueWords(placed.shown.value, figure.unit)}`;
  return [
    `Bar chart of ${figure.title}, ${figure.unitWords}, for ${bars.length} local authorities, highest first.`,
    `From ${value(first)} to ${value(last)}.`,
    own ? `Picked out: ${value(own)}.` : '',
    median ? `${median.words}: ${valueWords(median.value, figure.unit)}.` : '',
    reading,
    'Every number is in the table below it.',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
