import { type Day, daysBetween, formatDay, monthName, parseDay } from '../model/day.ts';
import type { ExtractDate } from '../model/extract.ts';
import type { Finding } from '../model/finding.ts';
import type { FoundFile } from '../files/found.ts';

type Dated = Pick<FoundFile, 'path' | 'modified'>;

/** Takes the files; gives the day of the extract: the latest date in their names, else the newest file's own date. Never activity. */
export function extractDate(found: readonly Dated[]): ExtractDate {
  const latest = daysNamed(found).at(-1);
  if (latest) return { day: latest, from: "the files' names" };
  const newest = Math.max(0, ...found.map((file) => file.modified));
  const day = ownDay(newest);
  if (!day) throw new RangeError('a file has a date outside the years 0000 to 9999');
  return { day, from: "the newest file's own date" };
}

/** How far apart the days in the names of one extract's files may be, in days. */
const ONE_EXTRACT = 31;

/** Takes the files; gives what to tell where their names hold days too far apart to be of one extract. */
export function datesApart(found: readonly Dated[]): Finding[] {
  const days = daysNamed(found);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || daysBetween(first, last) <= ONE_EXTRACT) return [];
  return [
    {
      rule: 'extract date',
      severity: 'warning',
      file: null,
      table: null,
      column: null,
      count: null,
      says: `The names of the files hold dates from ${formatDay(first)} to ${formatDay(last)}. The latest is taken as the day of the extract.`,
      todo: 'Check the day of the extract. If some of the files are from an older extract, leave them out.',
    },
  ];
}

/** Takes two files; gives which is newer, for sorting the newest first: by the latest day in its name, else its own date. */
export function newestFirst(one: Dated, other: Dated): number {
  const [first, next] = [dayOfFile(one), dayOfFile(other)];
  if (first !== next) return first < next ? 1 : -1;
  return other.modified - one.modified;
}

function dayOfFile(file: Dated): string {
  return daysIn(file.path).sort().at(-1) ?? ownDay(file.modified) ?? '';
}

function ownDay(modified: number): Day | null {
  return parseDay(new Date(modified).toISOString().slice(0, 10));
}

function daysNamed(found: readonly Dated[]): Day[] {
  return [...new Set(found.flatMap((file) => daysIn(file.path)))].sort();
}

const MONTHS = Array.from({ length: 12 }, (_, place) => monthName(place + 1).toLowerCase());
const MONTH = MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|');
/** `14 July 2025`, `14-Jul-2025`, `14th_july_2025` and `14Jul2025`; a month without a day is none. */
const DAY_MONTH_NAME = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[-_. ]*(${MONTH}|sept)[-_. ]*(20\d{2})(?!\d)`,
  'gi',
);

/** Those, `20250714`, `2025-07-14`, `2025_07_14` and `14-07-2025`, of this century, wherever they stand in a path. */
function daysIn(path: string): Day[] {
  const yearFirst = [...path.matchAll(/(?<!\d)(20\d{2})([-_. ]?)(\d{2})\2(\d{2})(?!\d)/g)].map(
    ([, year, , month, date]) => parseDay(`${year}-${month}-${date}`),
  );
  const dayFirst = [...path.matchAll(/(?<!\d)(\d{2})([-_. ])(\d{2})\2(20\d{2})(?!\d)/g)].map(
    ([, date, , month, year]) => parseDay(`${year}-${month}-${date}`),
  );
  const named = [...path.matchAll(DAY_MONTH_NAME)].map(([, date = '', name = '', year]) => {
    const month = MONTHS.findIndex((one) => one.startsWith(name.slice(0, 3).toLowerCase())) + 1;
    return parseDay(`${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`);
  });
  return [...yearFirst, ...dayFirst, ...named].filter((day) => day !== null);
}
