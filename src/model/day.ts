/** A calendar day as ISO text, `2025-06-30`. Days compare correctly as text. */
export type Day = `${number}-${number}-${number}`;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const MS_A_DAY = 86_400_000;

/** Takes year, month (1 to 12) and day of the month; gives the Day. Overflow rolls over, as in Date.UTC. */
export function dayOf(year: number, month: number, date: number): Day {
  return fromEpoch(Date.UTC(year, month - 1, date) / MS_A_DAY);
}

/** Takes any text; gives the Day it names exactly as `YYYY-MM-DD`, or null when it is no real day. */
export function parseDay(text: string): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return null;
  const day = dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return day === text ? day : null;
}

/** Takes a Day and whole days, may be negative; gives the Day that many days later. */
export function addDays(day: Day, days: number): Day {
  return fromEpoch(Date.parse(day) / MS_A_DAY + days);
}

/** Takes two Days; gives the whole days from the first to the second. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / MS_A_DAY;
}

/** Takes a Day; gives it as people write it: `30 June 2025`. */
export function formatDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${monthName(month ?? 0)} ${year}`;
}

/** Takes a month's number, 1 to 12; gives its English name. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

function fromEpoch(days: number): Day {
  const date = new Date(days * MS_A_DAY);
  const two = (n: number) => String(n).padStart(2, '0');
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  const text = `${year}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  if (!isDayText(text)) throw new RangeError(`${text} is outside the years 0000 to 9999`);
  return text;
}

function isDayText(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
