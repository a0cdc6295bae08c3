import { type Authority, whyNotThere } from '../model/authority.ts';
import type { BenchmarkPack } from '../model/benchmark-pack.ts';
import { OUTCOME_KINDS, seriesKey } from '../model/collation.ts';
import type { ObservationColumns } from '../model/observation-columns.ts';
import { lastDay, oncePerPeriod } from '../model/period.ts';
import { inColumns } from '../return/reading-order.ts';

/**
 * Takes a shareable pack; tells which total says more than its members’ shown figures do, in words, or null. Each authority’s
 * figures are audited by themselves: for every withheld number there are complete sets of numbers that fit all that is shown
 * of it, one for each value of its range. A total that is worked out from shown figures alone is the same in each of them, so every
 * such set fits the pack as well, whatever other authorities’ numbers are. So that is all there is to look at. An authority that was
 * not there on a period’s last day is in no total of it, and neither is a figure by another version of its definition.
 */
export function totalTellingMore(
  pack: Pick<BenchmarkPack, 'areas' | 'observations' | 'definitions' | 'breakdowns'>,
  authorities: readonly Authority[],
): string | null {
  const columns = inColumns(pack.observations, pack);
  const members = membersOf(pack, columns);
  const isThere = thereIn(columns, authorities);
  const rows = new Int32Array(columns.areas.length);
  for (const [place, series] of columns.series.entries()) {
    const [start = 0, end = 0] = [columns.starts[place], columns.starts[place + 1]];
    rows.fill(-1);
    for (let row = start; row < end; row += 1) rows[columns.area[row] ?? 0] = row;
    for (let row = start; row < end; row += 1) {
      const area = columns.area[row] ?? 0;
      const inside = members[area];
      if (!inside || !isFigure(columns, row)) continue;
      const there = isThere(series.period);
      const own = inside.flatMap((member) => (there[member] ? (rows[member] ?? -1) : []));
      if (
        tellsMore(
          columns,
          row,
          own.filter((one) => one >= 0),
        )
      )
        return `${columns.areas[area]}, ${seriesKey(series)}`;
    }
  }
  return null;
}

/** Gives, for a period, whether each area was there on its last day, by its place. */
function thereIn({ areas }: ObservationColumns, authorities: readonly Authority[]) {
  const dates = areas.map((code) => authorities.find((one) => one.code === code));
  return oncePerPeriod((period) => {
    const day = lastDay(period);
    return dates.map((one) => !one || whyNotThere(one, day) === null);
  });
}

/** By the place of a total’s area: the places of its members that are authorities. Null of an authority. */
function membersOf(
  { areas }: Pick<BenchmarkPack, 'areas'>,
  columns: ObservationColumns,
): (readonly number[] | null)[] {
  const totals = new Map(
    areas.flatMap((area) =>
      area.kind === 'authority' ? [] : [[area.code, new Set(area.members)] as const],
    ),
  );
  return columns.areas.map((code) => {
    const inside = totals.get(code);
    if (!inside) return null;
    return [...columns.areas.keys()].filter((place) => {
      const member = columns.areas[place] ?? '';
      return inside.has(member) && !totals.has(member);
    });
  });
}

function kindOf({ outcomes }: ObservationColumns, row: number) {
  return OUTCOME_KINDS[outcomes.kind[row] ?? -1];
}

function isFigure(columns: ObservationColumns, row: number): boolean {
  const kind = kindOf(columns, row);
  return kind === 'count' || kind === 'amount' || kind === 'ratio';
}

/** Unless the number is the sum of the members’ shown numbers that are by its version, or of them all, and none is withheld. */
function tellsMore(columns: ObservationColumns, row: number, own: readonly number[]): boolean {
  const { value, version } = columns.outcomes;
  let [sum, alike] = [0, 0];
  for (const one of own) {
    if (kindOf(columns, one) === 'withheld' && version[one] === version[row]) return true;
    if (!isFigure(columns, one)) continue;
    sum += value[one] ?? 0;
    if (version[one] === version[row]) alike += value[one] ?? 0;
  }
  const is = value[row] ?? 0;
  return !near(is, sum) && !near(is, alike);
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(one));
}
