import { describe, expect, it } from 'vitest';
import { readHeading } from '../../../src/files/heading.ts';

const headingOf = (text: string) => readHeading(new Blob([text]));

describe('readHeading', () => {
  it.each([
    [',', 'id,person,date'],
    [';', 'id;person;date'],
    ['\t', 'id\tperson\tdate'],
    ['|', 'id|person|date'],
  ])('tells the delimiter %j', async (delimiter, text) => {
    const heading = { delimiter, headings: ['id', 'person', 'date'] };
    expect(await headingOf(`${text}\n1,2;3|4\t5\n`)).toMatchObject(heading);
  });

  it('takes the delimiter that makes the most columns', async () => {
    expect(await headingOf('name, as given\tid\tdate\n')).toMatchObject({
      delimiter: '\t',
      headings: ['name, as given', 'id', 'date'],
    });
  });

  it('does not count delimiters inside quotes', async () => {
    expect(await headingOf('"a;b;c;d",id\n')).toMatchObject({
      delimiter: ',',
      headings: ['a;b;c;d', 'id'],
    });
  });

  it('looks at the first line only', async () => {
    expect(await headingOf('id,date\na;b;c;d;e\n')).toMatchObject({ headings: ['id', 'date'] });
  });

  it('is one heading where nothing parts the line', async () => {
    expect(await headingOf('id')).toMatchObject({ delimiter: ',', headings: ['id'] });
    expect(await headingOf('')).toMatchObject({ delimiter: ',', headings: [''] });
  });
});

describe('the delimiter', () => {
  it.each([
    ['of the lines, where the heading could have two', '"a, b";c;d\n1;2;3\n4;5;6\n', ';'],
    ['of the lines, though the heading has commas outside quotes', 'a, b, c, d;e\n1;2\n3;4\n', ';'],
    ['of the lines, under a title with commas', 'Extract, 14 July, draft\nid;a\n1;2\n3;4\n', ';'],
    ['of the heading, though a value in each line has commas', 'id;a\n1;x, y, z\n2;x, y, z\n', ';'],
    [
      'of the heading, where one line in three is ragged',
      'id\ta\tb\n1\tx, y\n2\tx, y\tz\n3\tx, y\tz\n',
      '\t',
    ],
    ['that the file names', 'sep=|\nid;a;b|c\n1|2\n', '|'],
    ['that the file names in quotes', '"sep=;"\r\nid,a,b;c\r\n1;2\r\n', ';'],
    ['of the heading, where the file names one that parts nothing', 'sep=;\nid,a\n1,2\n', ','],
    ['of the heading, in a table without rows', 'id|a|b\n', '|'],
  ])('is that %s', async (_, text, delimiter) => {
    expect((await headingOf(text)).delimiter).toBe(delimiter);
  });
});

describe('lines above the heading', () => {
  it.each([
    ['a title', 'SSD extract\nid,a\n1,2\n', ['id', 'a'], 1, 1],
    [
      'a title that a workbook padded',
      'SSD extract,,\n,,\nid,a,b\n1,2,3\n',
      ['id', 'a', 'b'],
      2,
      1,
    ],
    [
      'a title with a comma',
      'SSD, July\nid,a,b,c\n1,2,3,4\n5,6,7,8\n',
      ['id', 'a', 'b', 'c'],
      1,
      1,
    ],
    ['two titles and an empty line', 'One\r\nTwo\r\n\r\nid,a\r\n1,2\r\n', ['id', 'a'], 3, 2],
    ['empty lines', '\n\nid,a\n1,2\n', ['id', 'a'], 2, 0],
    ['the delimiter’s name', 'sep=;\nid;a\n1;2\n', ['id', 'a'], 1, 0],
    ['the delimiter’s name and a title', 'sep=;\nSSD\nid;a\n1;2\n', ['id', 'a'], 2, 1],
    ['a title, without rows below', 'SSD\nid,a,b\n', ['id', 'a', 'b'], 1, 1],
  ])('are counted: %s', async (_, text, headings, linesAbove, titles) => {
    const heading = await headingOf(text);
    expect(heading).toMatchObject({ headings, linesAbove, titles });
    const rest = new TextDecoder().decode(new TextEncoder().encode(text).slice(heading.start));
    expect(rest.startsWith(headings.join(heading.delimiter))).toBe(true);
  });

  it('are not taken from text in one column', async () => {
    expect(
      await headingOf('Notes\nThis is, I think, a note\nand another\nand so on\n'),
    ).toMatchObject({
      headings: ['Notes'],
      linesAbove: 0,
      titles: 0,
    });
  });

  it('are passed over in bytes, not in letters', async () => {
    expect(await headingOf('Zoë’s\nid,a\n1,2\n')).toMatchObject({ start: 9, linesAbove: 1 });
  });
});

describe('the opening', () => {
  it('is the first six records below the heading, without empty lines', async () => {
    const rows = ['1,"a, b"', '', '2,', '3,"x\ny"', '4,d', '5,e', '6,f', '7,g'];
    expect((await headingOf(`id,a\n${rows.join('\n')}\n`)).opening).toEqual([
      ['1', 'a, b'],
      ['2', ''],
      ['3', 'x\ny'],
      ['4', 'd'],
      ['5', 'e'],
      ['6', 'f'],
    ]);
  });

  it('leaves out a line of dashes', async () => {
    const heading = await headingOf('id,a\n--,-----\n1,2\n');
    expect(heading).toMatchObject({ opening: [['1', '2']], underline: { from: 5, to: 14 } });
  });

  it('leaves out a record that is longer than what is looked at', async () => {
    const heading = await headingOf(`id,a\n1,2\n3,"${'x'.repeat(300_000)}"\n`);
    expect(heading.opening).toEqual([['1', '2']]);
  });
});

describe('a delimiter at each line’s end', () => {
  it('is a column without a name', async () => {
    expect((await headingOf('id,a,\n1,2,\n')).headings).toEqual(['id', 'a', '']);
    expect((await headingOf('id,a\n1,2,\n3,4,\n')).headings).toEqual(['id', 'a', '']);
    expect((await headingOf('id,a\n1,2,\n3,4\n')).headings).toEqual(['id', 'a']);
    expect((await headingOf('id,a\n1,2,x\n3,4,y\n')).headings).toEqual(['id', 'a']);
    expect((await headingOf('id,a,\n1,2\n3,4\n')).headings).toEqual(['id', 'a']);
    expect((await headingOf('id,a,b\n1,2\n3,4\n')).headings).toEqual(['id', 'a', 'b']);
  });
});
