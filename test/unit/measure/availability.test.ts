import { expect, it } from 'vitest';
import { quarterNearest } from '../../../src/measure/availability.ts';
import type { Day } from '../../../src/model/day.ts';

it.each<[Day, string | null]>([
  ['2025-06-29', null], // 90 days after the last quarter's end, and a day before this one's
  ['2025-06-30', '2025-26 Q1'], // on the last day
  ['2025-07-14', '2025-26 Q1'], // a fortnight after
  ['2025-08-16', '2025-26 Q1'], // the quarter to come ends sooner than this one is past, and has not ended
  ['2025-08-31', '2025-26 Q1'], // 62 days after
  ['2025-09-01', null], // 63 days after
  ['2025-06-01', '2024-25 Q4'], // 62 days after 31 March
  ['2025-06-02', null],
  ['2024-03-02', '2023-24 Q3'], // 62 days after 31 December, in a leap year
  ['2024-03-03', null],
])('an extract of %s stands for the quarter %s', (day, quarter) => {
  expect(quarterNearest(day)).toBe(quarter);
});
