import fc from 'fast-check';

/** A day, or none, as a file would hold it. */
export type Days = fc.Arbitrary<string | null>;

/** How far one day lies from another: so many calendar months, cut to the month's end, and then so many days. */
interface Distance {
  readonly months: number;
  readonly days: number;
}

const MS_A_DAY = 86_400_000;
const FIRST = Date.UTC(2023, 9, 1);
const LENGTH = 660;

/** The last day of each quarter that is compared, and the first of the next. */
const QUARTER_EDGES = [
  '2024-06-30',
  '2024-07-01',
  '2024-09-30',
  '2024-12-31',
  '2025-03-31',
  '2025-04-01',
  '2025-06-30',
];

/** Days at which something turns: the ends of quarters, bank holidays, a leap day, the extract and the days beside them. */
const TURNS = [
  ...QUARTER_EDGES,
  '2024-02-28',
  '2024-02-29',
  '2024-03-31',
  '2024-04-01',
  '2024-10-01',
  '2025-01-01',
  '2025-02-28',
  '2025-04-18',
  '2025-04-21',
  '2025-05-05',
  '2025-07-01',
  '2025-07-14',
  '2025-07-15',
];

const days = (...of: readonly number[]) => of.map((count) => ({ months: 0, days: count }));
const months = (count: number) => [-1, 0, 1].map((beside) => ({ months: count, days: beside }));

/** What one rule looks back or on by, and the days beside: an extract has a few of these, so that its days often stand so. */
const RULES: readonly (readonly Distance[])[] = [
  days(-1, 1, 2),
  days(-2, -1, 1),
  days(13, 14, 15),
  days(27, 28, 29),
  days(44, 45, 46),
  days(20, 21, 22, 23, 24, 25),
  days(62, 63, 64, 65, 66, 67),
  days(279, 280, 281),
  months(-12),
  months(-24),
  months(12),
];

const anyDay = fc
  .integer({ min: 0, max: LENGTH })
  .map((count) => new Date(FIRST + count * MS_A_DAY).toISOString().slice(0, 10));

/** Takes a day, calendar months and days; gives the day that far on, the month's end not overstepped. */
export function onwards(day: string, { months = 0, days: count = 0 }: Partial<Distance>): string {
  const date = new Date(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  date.setUTCDate(Math.min(wanted, date.getUTCDate()) + count);
  return date.toISOString().slice(0, 10);
}

/** Takes a day or none, and numbers of days; gives the day that many later. */
export function after(from: Days, ...counts: readonly number[]): Days {
  return fc
    .tuple(from, fc.constantFrom(...counts))
    .map(([day, count]) => day && onwards(day, { days: count }));
}

/** Few days for all of an extract to lie on: a quarter's end, some turns, and what stands to them as a few of the rules look. */
export const fewDays: fc.Arbitrary<fc.Arbitrary<string>> = fc
  .tuple(
    fc.constantFrom(...QUARTER_EDGES),
    fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...TURNS) }, anyDay), {
      minLength: 1,
      maxLength: 2,
    }),
    fc.subarray([...RULES], { minLength: 2, maxLength: 3 }),
  )
  .map(([end, turns, rules]) => {
    const stand = [end, ...turns].flatMap((turn) => [
      turn,
      turn,
      ...rules.flat().map((by) => onwards(turn, by)),
    ]);
    return fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...stand) },
      { weight: 1, arbitrary: anyDay },
    );
  });
