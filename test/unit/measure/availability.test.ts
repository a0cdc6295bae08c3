import { expect, it } from 'vitest';
import { quarterNearest } from '../../../src/measure/availability.ts';
import type { Day } from '../../../src/model/day.ts';

it.each<[Day, string]>([
  ['2025-07-14', '2025-26 Q1'], // a fortnight after it ended
  ['2025-06-20', '2025-26 Q1'], // ten days before it ends
  ['2025-06-30', '2025-26 Q1'],
  ['2025-08-15', '2025-26 Q1'], // 46 days from 30 June and 46 to 30 September: the earlier
  ['2025-08-16', '2025-26 Q2'],
])('the quarter whose end is nearest to an extract of %s is %s', (day, quarter) => {
  expect(quarterNearest(day)).toBe(quarter);
});
