import { describe, expect, it } from 'vitest';
import { firstRecord, readHeading } from '../../../src/files/heading.ts';

const headingOf = (text: string) => readHeading(new Blob([text]));

describe('readHeading', () => {
  it.each([
    [',', 'id,person,date'],
    [';', 'id;person;date'],
    ['\t', 'id\tperson\tdate'],
    ['|', 'id|person|date'],
  ])('tells the delimiter %j', async (delimiter, text) => {
    const heading = { delimiter, headings: ['id', 'person', 'date'] };
    expect(await headingOf(`${text}\n1,2;3|4\t5\n`)).toEqual(heading);
  });

  it('takes the delimiter that makes the most columns', async () => {
    expect(await headingOf('name, as given\tid\tdate\n')).toEqual({
      delimiter: '\t',
      headings: ['name, as given', 'id', 'date'],
    });
  });

  it('does not count delimiters inside quotes', async () => {
    expect(await headingOf('"a;b;c;d",id\n')).toEqual({
      delimiter: ',',
      headings: ['a;b;c;d', 'id'],
    });
  });

  it('looks at the first line only', async () => {
    expect(await headingOf('id,date\na;b;c;d;e\n')).toMatchObject({ headings: ['id', 'date'] });
  });

  it('is one heading where nothing parts the line', async () => {
    expect(await headingOf('id')).toEqual({ delimiter: ',', headings: ['id'] });
    expect(await headingOf('')).toEqual({ delimiter: ',', headings: [''] });
  });
});

describe('firstRecord', () => {
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
    expect(firstRecord(text, ',')).toEqual(values);
  });
});
