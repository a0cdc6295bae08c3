import { describe, expect, it } from 'vitest';
import { placeInWords, placeWithin } from '../../../src/compare/reading-words.ts';

const rank = (place: number, over: { tied?: boolean; from?: number; to?: number } = {}) => ({
  ...{ place, tied: false, of: 153, from: place, to: place, ...over },
});

describe('a place in words', () => {
  it.each([
    [2, '2nd highest'],
    [3, '3rd highest'],
    [4, '4th highest'],
    [11, '11th highest'],
    [12, '12th highest'],
    [13, '13th highest'],
    [21, '21st highest'],
    [101, '101st highest'],
    [111, '111th highest'],
    [113, '113th highest'],
    [122, '122nd highest'],
  ])('%d', (place, words) => {
    expect(placeInWords(rank(place), false)).toBe(words);
  });

  it('is shared, or an end', () => {
    expect(placeInWords(rank(5, { tied: true }), false)).toBe('joint 5th highest');
    expect(placeInWords(rank(1), false)).toBe('the highest');
    expect(placeInWords(rank(1, { tied: true }), false)).toBe('joint highest');
    expect(placeInWords(rank(153), true)).toBe('the lowest');
    expect(placeInWords(rank(150, { tied: true }), true)).toBe('joint lowest');
  });

  it('says what it could be', () => {
    expect(placeWithin(rank(34, { from: 20, to: 61 }))).toBe(
      'but when chance is allowed for it could be anywhere from 20th to 61st',
    );
    expect(placeWithin(rank(34))).toBe('and that is clear even when chance is allowed for');
  });
});
