import { describe, expect, it } from 'vitest';
import { firstRecords } from '../../../src/files/records.ts';

describe('firstRecords', () => {
  it.each([
    ['ends at LF', 'a,b\n1,2', ['a', 'b']],
    ['ends at CRLF', 'a,b\r\n1,2', ['a', 'b']],
    ['ends at CR', 'a,b\r1,2', ['a', 'b']],
    ['ends with the text', 'a,b', ['a', 'b']],
    ['keeps a delimiter in quotes', '"a,b",c\n', ['a,b', 'c']],
    ['keeps a line break in quotes', '"a\nb","c\r\nd"\n1,2', ['a\nb', 'c\r\nd']],
    ['reads a doubled quote as one', '"say ""a""",b\n', ['say "a"', 'b']],
    ['reads two quotes as nothing', '"",b\n', ['', 'b']],
    ['keeps a quote inside a value', 'a"b,c\n', ['a"b', 'c']],
    ['trims', ' a ,\tb\n', ['a', 'b']],
    ['keeps empty values', 'a,,b,\n', ['a', '', 'b', '']],
  ])('%s', (_, text, values) => {
    expect(firstRecords(text, ',', 1)).toMatchObject([{ values, start: 0 }]);
  });

  it('follow each other, whatever ends them', () => {
    const places = firstRecords('a,b\r\n"1\n",2\r3\n\n4', ',', 10);
    expect(places.map(({ values, start, end }) => [values.join('|'), start, end])).toEqual([
      ['a|b', 0, 5],
      ['1|2', 5, 12],
      ['3', 12, 14],
      ['', 14, 15],
      ['4', 15, 17],
    ]);
  });

  it('are as many as are wanted', () => {
    expect(firstRecords('a\nb\nc\n', ',', 2)).toHaveLength(2);
  });
});
