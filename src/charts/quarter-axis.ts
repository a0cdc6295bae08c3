import { monthName } from '../model/day.ts';
import { type Period, isYear, lastDay, quarterIn, stepQuarter } from '../model/period.ts';
import type { Layer } from './draw.ts';
import { INK, USUAL } from './ink.ts';
import type { along } from './sheet.ts';
import { textWidth } from './text-width.ts';

/** A label under an axis of periods: where it stands, and its lines. */
export interface PeriodLabel {
  readonly at: number;
  readonly lines: readonly string[];
}

/** Between two labels. */
const GAP = 8;

/** Takes periods, oldest first; gives the axis under them of a chart that has room for all. */
export function periodAxis(periods: readonly Period[]) {
  const labels = periods.map((period, at) => linesOf(periods, period, at));
  return {
    values: labels.map((_, at) => at),
    labelExpr: `${JSON.stringify(labels)}[datum.value]`,
    labelOverlap: false,
    title: null,
  } as const;
}

/** Takes periods, oldest first, and how wide each is drawn; gives as many labels as have room, the latest among them. */
export function periodLabels(periods: readonly Period[], step: number): PeriodLabel[] {
  const all = periods.map((period, at) => ({ at, lines: linesOf(periods, period, at) }));
  if (roomFor(all, step)) return all;
  const years = periods.every(isYear) ? [] : periods.flatMap((period, at) => yearOf(period, at));
  return thinned(years.length > 1 ? years : all, step);
}

/**
 * Takes the version of a definition by each period, null where there was no figure, how `at` is placed where the chart as a whole does
 * not say so, and where the words stand; gives the marks of where the version changes.
 */
export function versionBreaks(
  versions: readonly (number | null)[],
  place: { readonly x?: ReturnType<typeof along> } = {},
  top = 0,
): Layer[] {
  const versioned = versions.flatMap((version, at) => (version === null ? [] : [{ version, at }]));
  const marks = versioned.flatMap(({ version, at }, i) => {
    const before = versioned[i - 1];
    return before && before.version !== version
      ? [{ at: at - 0.5, words: `Definition ${version} from here` }]
      : [];
  });
  if (marks.length === 0) return [];
  const late = (at: number) => at > versions.length / 2;
  return [
    {
      data: { values: marks },
      mark: { type: 'rule', strokeDash: [4, 4], color: INK },
      encoding: { ...place },
    },
    ...[true, false].flatMap((toLeft): Layer[] => {
      const these = marks.filter(({ at }) => late(at) === toLeft);
      if (these.length === 0) return [];
      const side = toLeft
        ? ({ align: 'right', dx: -6 } as const)
        : ({ align: 'left', dx: 6 } as const);
      return [
        {
          data: { values: these },
          mark: { type: 'text', baseline: 'top', color: INK, fontSize: USUAL, ...side },
          encoding: { ...place, text: { field: 'words' }, y: { value: top } },
        },
      ];
    }),
  ];
}

// The latest stays, and as many before it as do not run into each other.
function thinned(labels: readonly PeriodLabel[], step: number): PeriodLabel[] {
  for (let every = 1; every < labels.length; every += 1) {
    const kept = labels.filter((_, at) => (labels.length - 1 - at) % every === 0);
    if (roomFor(kept, step)) return kept;
  }
  return labels.slice(-1);
}

function roomFor(labels: readonly PeriodLabel[], step: number): boolean {
  return labels.every((label, nth) => {
    const next = labels[nth + 1];
    if (!next) return true;
    return (next.at - label.at) * step >= (wide(label) + wide(next)) / 2 + GAP;
  });
}

function wide({ lines }: PeriodLabel): number {
  return Math.max(...lines.map((line) => textWidth(line, USUAL)));
}

function yearOf(period: Period, at: number): PeriodLabel[] {
  const quarter = quarterIn(period);
  return quarter.endsWith('Q1') ? [{ at, lines: ['Q1', quarter.slice(0, 7)] }] : [];
}

function linesOf(periods: readonly Period[], period: Period, at: number): string[] {
  if (isYear(period)) {
    const [year, month] = lastDay(period).split('-').map(Number);
    return ['to', monthName(month ?? 0).slice(0, 3), String(year)];
  }
  const quarter = quarterIn(period);
  return namesYear(periods, at) ? [quarter.slice(-2), quarter.slice(0, 7)] : [quarter.slice(-2)];
}

// The year stands under its first quarter, under the trend's first where the two would not run into each other, and beside every gap.
function namesYear(periods: readonly Period[], at: number): boolean {
  const period = periods[at];
  if (!period) return false;
  const quarter = quarterIn(period);
  const [before, after] = [periods[at - 1], periods[at + 1]];
  const followsGap = before !== undefined && quarterIn(before) !== stepQuarter(quarter, -1);
  const leadsToGap = after !== undefined && quarterIn(after) !== stepQuarter(quarter, 1);
  if (quarter.endsWith('Q1') || followsGap) return true;
  return at === 0 && (leadsToGap || /Q[23]$/.test(quarter));
}
