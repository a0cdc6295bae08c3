import { expect, it } from 'vitest';
import { periodLabels } from '../../../src/charts/quarter-axis.ts';
import type { Period } from '../../../src/model/period.ts';

const linesOf = (periods: readonly Period[]) =>
  periodLabels(periods, 200).map(({ lines }) => lines.join(' '));

it('names the year once where quarters follow each other, and beside every gap', () => {
  expect(linesOf(['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', '2025-26 Q1'])).toEqual([
    'Q2 2024-25',
    'Q3',
    'Q4',
    'Q1 2025-26',
  ]);
  // A snapshot that is published once a year.
  expect(linesOf(['2022-23 Q4', '2023-24 Q4', '2024-25 Q4'])).toEqual([
    'Q4 2022-23',
    'Q4 2023-24',
    'Q4 2024-25',
  ]);
});
