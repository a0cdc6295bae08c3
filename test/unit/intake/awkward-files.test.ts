import { gzipSync } from 'node:zlib';
import { type BookType, utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../files/zip.ts';
import { type Files, findingsOf, lines, openIntake, tableIn } from './intake.ts';

const intake = openIntake();
const HEADING = 'cine_referral_id,cine_person_id,cine_referral_date';
const ROWS = ['1,a,2025-01-31', '2,b,2025-02-28', '3,c,2025-03-31'];
const PLAIN = lines(HEADING, ...ROWS);
const bytes = (text: string) => new TextEncoder().encode(text);

/** What every one of these files holds. */
const REFERRALS = ['1 a 2025-01-31', '2 b 2025-02-28', '3 c 2025-03-31'];

async function referrals(): Promise<unknown[]> {
  const rows = await intake.rows(
    `select concat_ws(' ', cine_referral_id, cine_person_id, cine_referral_date::varchar) as row from ssd_cin_episodes order by rowid`,
  );
  return rows.map(({ row }) => row);
}

function utf16(text: string, mark: boolean, little: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer((text.length + (mark ? 1 : 0)) * 2));
  const units = mark ? `\ufeff${text}` : text;
  for (let place = 0; place < units.length; place += 1) {
    view.setUint16(place * 2, units.charCodeAt(place), little);
  }
  return new Uint8Array(view.buffer);
}

function workbook(bookType: BookType, serials: boolean): Uint8Array<ArrayBuffer> {
  const days = serials ? [45688, 45716, 45747] : ['2025-01-31', '31/01/2025', ''];
  const rows = ['a', 'b', 'c'].map((person, place) => [place + 1, person, days[place] ?? '']);
  const sheet = utils.aoa_to_sheet([HEADING.split(','), ...rows]);
  for (const row of [2, 3, 4]) Object.assign(sheet[`C${row}`], { z: 'dd/mm/yyyy' });
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'ssd_cin_episodes');
  return new Uint8Array(write(book, { type: 'array', bookType }));
}

const NAME = 'ssd_cin_episodes';
const LONG = `${HEADING},cine_referral_team`;

const FILES: readonly (readonly [string, Files])[] = [
  ['UTF-8 with a mark', { [`${NAME}.csv`]: `\ufeff${PLAIN}` }],
  ['UTF-16, little-endian', { [`${NAME}.csv`]: utf16(PLAIN, true, true) }],
  ['UTF-16, big-endian', { [`${NAME}.csv`]: utf16(PLAIN, true, false) }],
  ['UTF-16 without a mark, little-endian', { [`${NAME}.csv`]: utf16(PLAIN, false, true) }],
  ['UTF-16 without a mark, big-endian', { [`${NAME}.csv`]: utf16(PLAIN, false, false) }],
  ['semicolons', { [`${NAME}.csv`]: PLAIN.replaceAll(',', ';') }],
  ['tabs in a .txt', { [`${NAME}.txt`]: PLAIN.replaceAll(',', '\t') }],
  ['bars in a .psv', { [`${NAME}.psv`]: PLAIN.replaceAll(',', '|') }],
  ['a .dat', { [`${NAME}.dat`]: PLAIN }],
  ['no ending', { [NAME]: PLAIN }],
  ['no ending, with its schema', { [`dbo.${NAME}`]: PLAIN }],
  ['sep=;', { [`${NAME}.csv`]: `sep=;\r\n${PLAIN.replaceAll(',', ';').replaceAll('\n', '\r\n')}` }],
  [
    'a title above',
    { [`${NAME}.csv`]: `Referrals, July\n\n${lines(LONG, ...ROWS.map((row) => `${row},x`))}` },
  ],
  [
    'a title above in semicolons',
    { [`${NAME}.csv`]: `Referrals, July\n${PLAIN.replaceAll(',', ';')}` },
  ],
  ['dashes below the heading', { [`${NAME}.rpt`]: lines(HEADING, '---,---,----', ...ROWS) }],
  ['a delimiter at each line’s end', { [`${NAME}.csv`]: PLAIN.replaceAll('\n', ',\n') }],
  [
    'one at each line’s end but the heading’s',
    { [`${NAME}.csv`]: lines(HEADING, ...ROWS.map((row) => `${row},`)) },
  ],
  ['one at the heading’s end alone', { [`${NAME}.csv`]: lines(`${HEADING},`, ...ROWS) }],
  [
    'empty lines here and there',
    { [`${NAME}.csv`]: `\n\n${HEADING}\n\n${ROWS.join('\n\n')}\n\n\n` },
  ],
  ['CR alone', { [`${NAME}.csv`]: PLAIN.replaceAll('\n', '\r') }],
  ['quotes round all', { [`${NAME}.csv`]: PLAIN.replaceAll(/[^,\n]+/g, '"$&"') }],
  [
    'line breaks in quotes, beside CRLF',
    {
      [`${NAME}.csv`]: `${LONG}\r\n${ROWS.map((row) => `${row},"x\ny\r\nz""\r"\r\n`).join('')}`,
    },
  ],
  [
    'a cell of 2,000 characters',
    { [`${NAME}.csv`]: lines(LONG, ...ROWS.map((row) => `${row},"${'x, "" '.repeat(400)}"`)) },
  ],
  ['nuls', { [`${NAME}.csv`]: PLAIN.replaceAll('b,', 'b\0\0,') + '\0' }],
  ['the end of a file of old', { [`${NAME}.csv`]: `${PLAIN}\u001a` }],
  [
    'what a query tool writes below',
    {
      [`${NAME}.csv`]: `${PLAIN}\n(3 rows affected)\n\nCompletion time: 2025-07-14T09:30:00.1234567+01:00\n`,
    },
  ],
  ['gzip', { [`${NAME}.csv.gz`]: new Uint8Array(gzipSync(bytes(PLAIN))) }],
  ['a workbook', { 'book.xlsx': workbook('xlsx', true) }],
  ['a binary workbook', { 'book.xlsb': workbook('xlsb', true) }],
  ['a workbook of old', { 'book.xls': workbook('biff8', true) }],
  ['a workbook of LibreOffice', { 'book.ods': workbook('ods', true) }],
  ['a workbook named as CSV', { 'book.csv': workbook('xlsx', true) }],
];

describe('every row of an awkward file is loaded', () => {
  it.each(FILES)('%s', async (_, files) => {
    const report = await intake.given(files);
    expect(await referrals()).toEqual(REFERRALS);
    expect(tableIn(report, NAME)).toMatchObject({ state: 'read', rows: 3, rejected: 0 });
    expect(findingsOf(report, 'rejected lines')).toEqual([]);
  });

  it('in a zip in a folder of a zip', async () => {
    const inner = new Uint8Array(await (await zipOf({ [`a/${NAME}.csv`]: PLAIN })).arrayBuffer());
    const outer = new Uint8Array(await (await zipOf({ 'b/in.zip': inner })).arrayBuffer());
    await intake.given({ 'out.zip': outer });
    expect(await referrals()).toEqual(REFERRALS);
  });
});

describe('what a person should know of it is told', () => {
  it('how many lines above the heading were passed over, and none of their text', async () => {
    const report = await intake.given({ [`${NAME}.csv`]: `Jo Bloggs\nOf July\n${PLAIN}` });
    const [finding, ...more] = findingsOf(report, 'how it was read');
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'note',
      says: 'ssd_cin_episodes.csv has 2 lines above its heading, which were passed over.',
    });
    expect(JSON.stringify(report)).not.toMatch(/Bloggs|Of July/);
  });

  it('which lines could not be read, by their numbers in the file', async () => {
    const report = await intake.given({
      [`${NAME}.csv`]: `Referrals\n\n${lines(HEADING, ROWS[0] ?? '', '9,z', ROWS[1] ?? '', '8,"y', ROWS[2] ?? '')}`,
    });
    expect(await referrals()).toEqual(REFERRALS);
    expect(findingsOf(report, 'rejected lines')[0]?.says).toContain('They are lines 5, 7.');
  });

  it('which row of a sheet is a heading twice over or a total', async () => {
    const report = await intake.given({ [`${NAME}.csv`]: lines(HEADING, ...ROWS, 'Total: 3') });
    expect(await referrals()).toEqual(REFERRALS);
    expect(findingsOf(report, 'rejected lines')).toMatchObject([{ count: 1 }]);
  });

  it('an empty sheet, as a note', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([HEADING.split(','), [1, 'a', '2025-01-31']]),
      NAME,
    );
    utils.book_append_sheet(book, utils.aoa_to_sheet([]), 'Sheet2');
    const report = await intake.given({
      'book.xlsx': new Uint8Array(write(book, { type: 'array' })),
    });
    expect(await referrals()).toEqual(['1 a 2025-01-31']);
    expect(
      report.findings.map(({ rule, severity, says }) => [rule, severity, says]),
    ).toContainEqual([
      'empty sheet',
      'note',
      'book.xlsx/Sheet2 is an empty sheet. It was not read.',
    ]);
  });
});
