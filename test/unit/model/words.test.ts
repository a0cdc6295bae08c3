import { describe, expect, it } from 'vitest';
import { counted, named } from '../../../src/model/words.ts';

describe('counted', () => {
  it.each([
    [0, '0 lines'],
    [1, '1 line'],
    [2, '2 lines'],
    [999, '999 lines'],
    [12_345, '12,345 lines'],
    [1_000_001, '1,000,001 lines'],
  ])('says %i as %s', (count, words) => {
    expect(counted(count, ['line', 'lines'])).toBe(words);
  });
});

it.each([
  [['Poole'], 'Poole'],
  [['Poole', 'Dorset'], 'Poole and Dorset'],
  [['Poole', 'Bournemouth', 'Dorset'], 'Poole, Bournemouth and Dorset'],
  [['Cumberland', 'Westmorland and Furness'], 'Cumberland, and Westmorland and Furness'],
])('names %j in a sentence', (names, sentence) => {
  expect(named(names)).toBe(sentence);
});
