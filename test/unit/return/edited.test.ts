import { describe, expect, it } from 'vitest';
import { firstRecords } from '../../../src/files/records.ts';
import type { ReadReturn } from '../../../src/model/return-document.ts';
import { documentOf } from '../../../src/return/document.ts';
import { readReturn } from '../../../src/return/read/read-return.ts';
import { writeReturn } from '../../../src/return/write.ts';
import { KNOWN, TERMS, returnOf } from './observations.ts';

const DOCUMENT = documentOf(returnOf(), TERMS);
const CSV = await textOf('csv');
const JSON_TEXT = await textOf('json');
const WITHHELD = 'withheld,c,,,,Withheld to protect children';

async function textOf(form: 'csv' | 'json'): Promise<string> {
  return new TextDecoder().decode((await writeReturn(returnOf(), TERMS, form)).bytes);
}

function readText(text: string, name = 'return.csv'): Promise<ReadReturn> {
  return readReturn(new TextEncoder().encode(text), name, KNOWN);
}

/** Replaces what must be there. */
function edited(text: string, was: string | RegExp, is: string): string {
  const changed = text.replace(was, is);
  if (changed === text) throw new Error(`${String(was)} is not there`);
  return changed;
}

const says = (read: ReadReturn) => read.remarks.map((one) => `${one.kind}: ${one.says}`);

describe('a return that was edited by hand', () => {
  it.each<[what: string, was: string | RegExp, is: string, told: RegExp]>([
    [
      'a withheld cell holds a figure',
      WITHHELD,
      WITHHELD.replace('c', '3'),
      /^changed: A withheld cell now holds a figure/,
    ],
    [
      'a withheld cell became a count',
      WITHHELD,
      'count,3,,,,',
      /^changed: .* written with 3 withheld figures, and has 2/,
    ],
    [
      'a count that its policy withholds',
      WITHHELD,
      'count,3,,,,',
      /^wrong: A figure is shown that .* policy withholds/,
    ],
    [
      'a withheld cell was emptied',
      WITHHELD,
      'withheld,,,,,Withheld to protect children',
      /^changed: .*its numbers are not “c”/,
    ],
    [
      'a total no longer adds up',
      'total,total,count,400',
      'total,total,count,410',
      /^wrong: The cells by age add up to 400, and the whole is 410/,
    ],
    [
      'a cell is more than its whole',
      'police,count,398',
      'police,count,498',
      /^wrong: The cells by referral_source add up to 498, and the whole is 400/,
    ],
    [
      'a figure was withheld by hand',
      'police,count,398',
      'police,count,c',
      /^changed: A figure was withheld by hand/,
    ],
    [
      'a percentage is not that of its parts',
      'ratio,19.3,77,400',
      'ratio,25,77,400',
      /^changed: A value is not what its parts give: “25”, where the parts give 19.3/,
    ],
    [
      'a row was taken out',
      /\r\n[^\r]*police,count[^\r]*/,
      '',
      /^changed: The figures are not those that were written/,
    ],
    [
      'a row is there twice',
      /(\r\n[^\r]*police,count[^\r]*)/,
      '$1$1',
      /^not read: The row is there twice/,
    ],
    [
      'a measure that is not',
      'riia-24,1,children',
      'riia-77,1,children',
      /^not read: .*does not define the figure “riia-77 children”/,
    ],
    [
      'a figure that is not',
      'riia-24,1,children',
      'riia-24,1,pupils',
      /^not read: .*does not define the figure “riia-24 pupils”/,
    ],
    [
      'a cell that is not',
      'age,under_1',
      'age,over_90',
      /^not read: .*breakdown cell “age over_90”/,
    ],
    [
      'another version',
      'riia-24,1,children',
      'riia-24,9,children',
      /^unknown: Version 9 of riia-24 is not known here/,
    ],
    [
      'text in a number',
      'police,count,398',
      'police,count,12*',
      /^not read: The value is “12\*”, which is no number/,
    ],
    ['less than', 'police,count,398', 'police,count,<5', /^not read: The value is “<5”/],
    [
      'thousands marked',
      'police,count,398',
      'police,count,"1,204"',
      /^not read: The value is “1,204”/,
    ],
    ['an empty number', 'police,count,398', 'police,count,', /^not read: The value is empty/],
    [
      'a part of a child',
      'police,count,398',
      'police,count,39.8',
      /^not read: The value “39.8” is no whole number/,
    ],
    ['a minus', 'police,count,398', 'police,count,-8', /^not read: The value “-8” is below nought/],
    [
      'an outcome that is not',
      'police,count,398',
      'police,number,398',
      /^not read: The outcome is “number”/,
    ],
    [
      'a period that is not',
      /2025-26 Q1(,2025-04-01,2025-06-30,quarter,authority,000,Exampleshire,referral_source,police)/,
      'Q1 2025/26$1',
      /^not read: The period is “Q1 2025\/26”/,
    ],
    [
      'days of another period',
      '2025-04-01',
      '2025-01-01',
      /^changed: The days do not belong to the period/,
    ],
    [
      'days as Excel shows them',
      /2025-04-01/g,
      '01/04/2025',
      /^changed: Days were turned into another form/,
    ],
    [
      'codes without their noughts',
      /,000,/g,
      ',0,',
      /^changed: The area code lost its leading nought/,
    ],
    [
      'another authority',
      ',000,Exampleshire,referral_source,police',
      ',301,Exampleshire,referral_source,police',
      /^not read: The area “301” is not the one/,
    ],
    [
      'a status',
      'DRAFT,SHAREABLE',
      'SIGNED OFF,SHAREABLE',
      /^changed: The column status says “SIGNED OFF”, where the return says “DRAFT”/,
    ],
    ['a reason', 'over none', 'over some', /^changed: The figures are not those/],
  ])('is told: %s', async (_, was, is, told) => {
    const read = await readText(edited(CSV, was, is));
    expect(says(read)).toContainEqual(expect.stringMatching(told));
    const unchanged = told.source.startsWith('^wrong') || told.source.startsWith('^unknown');
    expect(read.asWritten).toBe(false);
    if (!unchanged)
      expect(read.remarks.some(({ kind }) => kind === 'changed' || kind === 'not read')).toBe(true);
  });

  it('tells where, and how often', async () => {
    const read = await readText(CSV.replaceAll(WITHHELD, WITHHELD.replace('c', '3')));
    const [first] = read.remarks;
    expect(first).toMatchObject({ times: 2, places: ['line 7', 'line 17'] });
    expect(read.document.observations).toStrictEqual(DOCUMENT.observations);
  });

  it('keeps what can be kept: one row that cannot be read costs that row alone', async () => {
    const read = await readText(edited(CSV, 'police,count,398', 'police,count,12*'));
    expect(read.document.observations).toHaveLength(DOCUMENT.observations.length - 1);
  });

  it('is as it was written when its rows were only sorted', async () => {
    const [heading = '', ...rows] = CSV.trimEnd().split('\r\n');
    const read = await readText([heading, ...rows.reverse(), ''].join('\r\n'));
    expect(read.document).toStrictEqual(DOCUMENT);
    expect(read.asWritten).toBe(true);
  });

  it('is read with semicolons, decimal commas and in Windows’ own letters', async () => {
    const contents = returnOf(undefined, { authority: { code: '000', name: 'Ynys Môn' } });
    const { bytes } = await writeReturn(contents, TERMS, 'csv');
    const rows = firstRecords(new TextDecoder().decode(bytes), ',', 1000).map(({ values }) =>
      values
        .map(
          (value) =>
            `"${/^\d+\.\d+$/.test(value) && !/^0\./.test(value) ? value.replace('.', ',') : value.replaceAll('"', '""')}"`,
        )
        .join(';'),
    );
    const turned = Uint8Array.from(rows.join('\r\n'), (letter) => letter.charCodeAt(0));
    const read = await readReturn(turned, 'return.csv', KNOWN);
    expect(read.document).toStrictEqual(documentOf(contents, TERMS));
    expect(says(read)).toEqual([expect.stringMatching(/^changed: Decimals are marked by commas/)]);
  });

  it.each<[string, string, string, RegExp]>([
    [
      'a mark',
      '"status": "DRAFT"',
      '"status": "SIGNED OFF"',
      /The file is marked “SIGNED OFF, SHAREABLE”/,
    ],
    [
      'whose it is',
      '"name": "Exampleshire"',
      '"name": "Elsewhere"',
      /beside its figures .* is not what was written/,
    ],
    ['a setting', '"value": 21', '"value": 14', /beside its figures/],
    ['a definition', '"Every one."', '"Some."', /beside its figures/],
    ['a symbol', '"symbol": "c"', '"symbol": ""', /its numbers are not/],
  ])('is told in JSON: %s', async (_, was, is, told) => {
    const at = JSON_TEXT.indexOf(
      was,
      was.startsWith('"symbol"') ? JSON_TEXT.indexOf('"withheld",') : 0,
    );
    const changed = JSON_TEXT.slice(0, at) + is + JSON_TEXT.slice(at + was.length);
    const read = await readText(changed, 'return.json');
    expect(says(read)).toContainEqual(expect.stringMatching(told));
    expect(read.asWritten).toBe(false);
  });
});
