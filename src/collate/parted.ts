import { type FigureTable, seriesKey } from '../model/collation.ts';
import type { ObservationColumns } from '../model/observation-columns.ts';
import { rowsTaken } from '../model/outcome-columns.ts';
import { type Quarter, quarterIn } from '../model/period.ts';

/** The figures of one area that are of a quarter, or of the year that ends with it. */
interface PartOfPack {
  readonly code: string;
  readonly quarter: Quarter;
  readonly figures: FigureTable;
}

/**
 * Takes the observations of a pack, and by an area and a figure's quarter that of the return which told it; gives them parted by
 * area and the return's quarter, in the order that these are met.
 */
export function byAreaAndQuarter(
  columns: ObservationColumns,
  sentBy: (area: string, quarter: Quarter) => Quarter,
): PartOfPack[] {
  const quarters = columns.series.map(({ period }) => quarterIn(period));
  const met = [...new Set(quarters)];
  const sent = met.map((quarter) => columns.areas.map((area) => sentBy(area, quarter)));
  const distinct = [...new Set(sent.flat())];
  const places = new Map(distinct.map((quarter, place) => [quarter, place]));
  const partsOf = sent.map((each) =>
    Uint32Array.from(
      each,
      (quarter, area) => (places.get(quarter) ?? 0) * columns.areas.length + area,
    ),
  );
  const quarterOf = Uint32Array.from(quarters, (quarter) => met.indexOf(quarter));
  const partOf = (series: number, row: number) =>
    partsOf[quarterOf[series] ?? 0]?.[columns.area[row] ?? 0] ?? 0;
  const counts = new Uint32Array(distinct.length * columns.areas.length);
  for (const { part } of rowsIn(columns, partOf)) counts[part] = (counts[part] ?? 0) + 1;
  const keys = columns.series.map(seriesKey);
  const parts = new Map<number, { readonly rows: Uint32Array; readonly series: string[] }>();
  for (const { part, row, series } of rowsIn(columns, partOf)) {
    const own = parts.get(part) ?? { rows: new Uint32Array(counts[part] ?? 0), series: [] };
    own.rows[own.series.length] = row;
    own.series.push(keys[series] ?? '');
    parts.set(part, own);
  }
  return [...parts].map(([part, { rows, series }]) => ({
    code: columns.areas[part % columns.areas.length] ?? '',
    quarter: distinct[Math.floor(part / columns.areas.length)] ?? noQuarter(),
    figures: { series, ...rowsTaken(columns.outcomes, rows) },
  }));
}

function* rowsIn(columns: ObservationColumns, partOf: (series: number, row: number) => number) {
  for (let series = 0; series < columns.series.length; series += 1) {
    const end = columns.starts[series + 1] ?? 0;
    for (let row = columns.starts[series] ?? 0; row < end; row += 1) {
      yield { part: partOf(series, row), row, series };
    }
  }
}

function noQuarter(): never {
  throw new RangeError('there is no such quarter');
}
