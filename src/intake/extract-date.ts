import { type Day, parseDay } from '../model/day.ts';
import type { ExtractDate } from '../model/extract.ts';
import type { FoundFile } from '../files/found.ts';

/** Takes the files; gives the day of the extract: the latest date in their names, else the newest file's own. Never activity. */
export function extractDate(found: readonly FoundFile[]): ExtractDate {
  const named = found.flatMap((file) => daysIn(file.path)).sort();
  const latest = named.at(-1);
  if (latest) return { day: latest, from: "the files' names" };
  const newest = Math.max(0, ...found.map((file) => file.modified));
  const day = parseDay(new Date(newest).toISOString().slice(0, 10));
  if (!day) throw new RangeError('a file has a date outside the years 0000 to 9999');
  return { day, from: "the newest file's own date" };
}

/** `20250714`, `2025-07-14`, `2025_07_14` and `14-07-2025`, of this century, wherever they stand in a path. */
function daysIn(path: string): Day[] {
  const yearFirst = [...path.matchAll(/(?<!\d)(20\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)/g)].map(
    ([, year, , month, date]) => parseDay(`${year}-${month}-${date}`),
  );
  const dayFirst = [...path.matchAll(/(?<!\d)(\d{2})([-_.])(\d{2})\2(20\d{2})(?!\d)/g)].map(
    ([, date, , month, year]) => parseDay(`${year}-${month}-${date}`),
  );
  return [...yearFirst, ...dayFirst].filter((day) => day !== null);
}
