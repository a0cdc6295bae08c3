import { describe, expect, it } from 'vitest';
import { mappedByList, movesInWords, rowsInWords } from '../../../src/app/word-rows.ts';
import type { LocalWord } from '../../../src/model/word.ts';
import { spec } from '../../../src/spec/spec.ts';

const word = (written: string, rest: Partial<LocalWord> = {}): LocalWord => ({
  list: 'early_help_end_reason',
  word: written.toLowerCase(),
  written,
  described: null,
  columns: [],
  rows: 3,
  waiting: 0,
  group: { id: 'met', by: 'the national list' },
  suggested: null,
  moves: [],
  ...rest,
});

const named = (
  searched: string,
  words: readonly LocalWord[],
  own: Parameters<typeof mappedByList>[1] = [],
) =>
  mappedByList(words, own, spec.codeLists, searched).map(({ list, words: some }) => [
    list.id,
    some.map(({ written }) => written),
  ]);

describe('the words that are mapped', () => {
  it('are by list, with those that the extract does not hold, without those that wait', () => {
    const own = [
      { list: 'early_help_end_reason', word: 'happy', group: 'met' },
      { list: 'sex', word: 'lad', group: 'male' },
    ];
    expect(named('', [word('Happy'), word('Who knows', { group: null })], own)).toEqual([
      ['early_help_end_reason', ['Happy']],
      ['sex', ['lad']],
    ]);
  });

  it('are found by the word, what it means and where it belongs', () => {
    const words = [
      word('Happy'),
      word('17', { described: 'Moved far', group: { id: 'moved', by: 'you' } }),
    ];
    expect(named(' HAPP ', words)).toEqual([['early_help_end_reason', ['Happy']]]);
    expect(named('far', words)).toEqual([['early_help_end_reason', ['17']]]);
    expect(named('moved away', words)).toEqual([['early_help_end_reason', ['17']]]);
    expect(named('why early help', words)).toEqual([['early_help_end_reason', ['Happy', '17']]]);
    expect(named('zzz', words)).toEqual([]);
  });
});

describe('a word in words', () => {
  it('says what it moves, and not more than a few', () => {
    expect(movesInWords(word('x', { moves: ['eh-8'] }), spec.measures)).toBe(
      'Moves: Early help episodes closed.',
    );
    const many = spec.measures.slice(0, 9).map(({ id }) => id);
    expect(movesInWords(word('x', { moves: many }), spec.measures)).toMatch(
      /; and 6 other measures\.$/,
    );
    expect(movesInWords(word('x'), spec.measures)).toBe('Moves no figure.');
  });

  it('says on how many rows it is', () => {
    expect([0, 1, 1200].map((rows) => rowsInWords(word('x', { rows })))).toEqual([
      'Not in this extract',
      'On 1 row',
      'On 1,200 rows',
    ]);
  });
});
