import { describe, expect, it } from 'vitest';
import { countsInWords, readPasted, valuesInWords } from '../../../src/app/pasted.ts';

describe('what was pasted', () => {
  it.each([
    ['78', 78, true],
    [' 1,204\n', 1204, true],
    ['1234567', 1_234_567, true],
    ['19.2', 19.2, false],
    ['19 %', 19, false],
    ['1,204.5%', 1204.5, false],
  ])('is a number where it is one alone: %j', (text, value, whole) => {
    expect(readPasted(text)).toEqual({ kind: 'number', value, whole });
  });

  it.each(['78\n79', '78,79', '12,3456', '1,2', 'A78', '-3', '78 79', `78${' '.repeat(200)}79`])(
    'is else a list: %j',
    (text) => {
      expect(readPasted(text)).toEqual({ kind: 'list' });
    },
  );

  it.each(['', ' \n\t ', ' '.repeat(300)])('may be nothing: %j', (text) => {
    expect(readPasted(text)).toEqual({ kind: 'nothing' });
  });

  it('is a list where it begins with a long stretch of nothing', () => {
    expect(readPasted(`${'\n'.repeat(300)}78\n79`)).toEqual({ kind: 'list' });
  });
});

describe('a number beside the one that is counted', () => {
  it.each([
    [81, 78, 'You have 81. Quarterlight counts 78: 3 fewer. Paste your list of ids to see which.'],
    [
      78,
      1081,
      'You have 78. Quarterlight counts 1,081: 1,003 more. Paste your list of ids to see which.',
    ],
    [78, 78, 'You have 78. Quarterlight counts 78: the same.'],
  ])('%i and %i', (theirs, here, says) => {
    expect(countsInWords(theirs, here)).toBe(says);
  });
});

describe('a percentage or rate beside the one that is worked out', () => {
  const fifth = { kind: 'ratio', numerator: 15, denominator: 78, scale: 100 } as const; // 19.23 %

  it.each([
    [19.2, 'You have 19.2%. Quarterlight has 19.2%: the same.'],
    [19.23, 'You have 19.2%. Quarterlight has 19.2%: the same.'],
    [
      20,
      'You have 20.0%. Quarterlight has 19.2%: 0.8 points less. Paste your list of ids to see why.',
    ],
  ])('%f', (theirs, says) => {
    expect(valuesInWords(theirs, fifth)).toBe(says);
  });

  it('is no percentage where it is a rate', () => {
    const rate = { kind: 'ratio', numerator: 9, denominator: 20_000, scale: 10_000 } as const;
    expect(valuesInWords(4, rate)).toBe(
      'You have 4.0. Quarterlight has 4.5: 0.5 more. Paste your list of ids to see why.',
    );
  });

  it('cannot be compared where there is none', () => {
    expect(valuesInWords(4, { kind: 'not available', reason: 'no population is held' })).toBe(
      'Quarterlight has no figure to hold yours against. Not available: no population is held.',
    );
  });
});
