import { describe, expect, it } from 'vitest';
import type { FoundFile } from '../../../src/files/found.ts';
import { unpack } from '../../../src/files/unpack.ts';
import type { Progress } from '../../../src/model/progress.ts';
import { spoilt, zipOf } from './zip.ts';

const CONTACTS = 'cont_contact_id,cont_person_id\n1,2\n';
const PERSONS = 'pers_person_id;pers_sex\n2;F\n';
const LEFT_ALONE = 'Nothing to do, if it was not meant to be read.';

function given(files: Readonly<Record<string, BlobPart>>) {
  return Object.entries(files).map(([path, content]) => ({
    path,
    file: new File([content], path.split('/').at(-1) ?? '', { lastModified: 1_752_490_800_000 }),
  }));
}

async function found(files: Readonly<Record<string, BlobPart>>): Promise<FoundFile[]> {
  return unpack(given(files), () => undefined);
}

/** What became of each file: its headings, or its rule and reason. */
async function fates(files: Readonly<Record<string, BlobPart>>): Promise<Record<string, string>> {
  return Object.fromEntries(
    (await found(files)).map((file) => [
      file.path,
      file.kind === 'table' ? file.headings.join(' ') : `${file.rule}: ${file.reason}`,
    ]),
  );
}

describe('a file of text', () => {
  it('is a table, with its content, its heading and when it was changed', async () => {
    const [table, ...more] = await found({ 'folder/ssd_person.csv': PERSONS });
    expect(more).toEqual([]);
    expect(table).toMatchObject({
      kind: 'table',
      path: 'folder/ssd_person.csv',
      modified: 1_752_490_800_000,
      delimiter: ';',
      headings: ['pers_person_id', 'pers_sex'],
    });
    expect(table?.kind === 'table' ? await table.content.text() : '').toBe(PERSONS);
  });

  it.each(['a.csv', 'a.CSV', 'a.txt', 'a.tsv', 'a.psv'])('may be named %s', async (path) => {
    expect(await fates({ [path]: CONTACTS })).toEqual({ [path]: 'cont_contact_id cont_person_id' });
  });

  it.each([
    ['of no byte', '', 'is empty.'],
    ['of a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf), 'has no heading in its first line.'],
    ['of empty lines', '\n\n', 'has no heading in its first line.'],
    ['of empty headings', ',,\n1,2,3\n', 'has no heading in its first line.'],
  ])('that is empty is told: %s', async (_, content, reason) => {
    expect(await fates({ 'ssd_person.csv': content })).toEqual({
      'ssd_person.csv': `empty file: ${reason}`,
    });
  });

  it('has its lines made to end alike', async () => {
    const [table] = await found({ 'a.csv': 'a,b\r\n1,2\n' });
    expect(table?.kind === 'table' ? await table.content.text() : '').toBe('a,b\n1,2\n');
  });
});

describe('other files', () => {
  it.each([
    ['a.xlsx', 'is not a workbook that can be opened, or is broken.'],
    ['A.XLSM', 'is not a workbook that can be opened, or is broken.'],
    ['a.ods', 'is not a workbook that can be opened, or is broken.'],
    ['a.parquet', 'is not a Parquet file that can be opened, or is broken.'],
  ])('%s that is none is told, with what to do', async (path, reason) => {
    const [left] = await found({ [path]: 'x' });
    expect(left).toMatchObject({ kind: 'left', rule: 'unreadable file', reason });
  });

  it('are told as no CSV file', async () => {
    const [left] = await found({ 'letter.docx': 'x' });
    expect(left).toMatchObject({ reason: 'is not a CSV file.', todo: LEFT_ALONE });
  });

  it.each(['.DS_Store', 'folder/Thumbs.db', 'desktop.ini', '~$book.xlsx', '__MACOSX/._a.csv'])(
    'that systems leave are passed over: %s',
    async (path) => {
      expect(await fates({ [path]: 'x', 'a.csv': 'a,b\n' })).toEqual({ 'a.csv': 'a b' });
    },
  );
});

describe('a zip', () => {
  it('holds files in folders, each named with its zip', async () => {
    const zip = await zipOf({
      'extract/': '',
      'extract/ssd_contacts.csv': CONTACTS,
      'extract/more/ssd_person.csv': PERSONS,
    });
    expect(await fates({ 'Q1.ZIP': zip })).toEqual({
      'Q1.ZIP/extract/ssd_contacts.csv': 'cont_contact_id cont_person_id',
      'Q1.ZIP/extract/more/ssd_person.csv': 'pers_person_id pers_sex',
    });
  });

  it('keeps when its files were changed', async () => {
    const [table] = await found({ 'a.zip': await zipOf({ 'ssd_person.csv': PERSONS }) });
    expect(table?.modified).toBe(new Date(2025, 6, 14, 12).getTime());
  });

  it('holds other things, which are told, and litter, which is not', async () => {
    const zip = await zipOf({
      'ssd_contacts.csv': CONTACTS,
      'ssd_person.csv': '',
      'book.xlsx': 'x',
      'inner.zip': 'x',
      'read me.md': 'x',
      '__MACOSX/._ssd_contacts.csv': 'x',
      '.DS_Store': 'x',
    });
    expect(await fates({ 'a.zip': zip })).toEqual({
      'a.zip/ssd_contacts.csv': 'cont_contact_id cont_person_id',
      'a.zip/ssd_person.csv': 'empty file: is empty.',
      'a.zip/book.xlsx': 'unreadable file: is not a workbook that can be opened, or is broken.',
      'a.zip/inner.zip': 'broken zip: is not a zip that can be opened, or is broken.',
      'a.zip/read me.md': 'not recognised: is not a CSV file.',
    });
  });

  it.each([
    ['nothing', {}],
    ['an empty folder', { 'empty/': '' }],
    ['litter alone', { '__MACOSX/._a.csv': 'x' }],
  ])('with nothing in it is told: %s', async (_, texts) => {
    expect(await fates({ 'a.zip': await zipOf(texts) })).toEqual({
      'a.zip': 'empty file: is a zip with nothing in it.',
    });
  });

  it('that is protected by a password says so of each file', async () => {
    const zip = await zipOf({ 'ssd_contacts.csv': CONTACTS }, { password: 'a word' });
    const [left, ...more] = await found({ 'a.zip': zip });
    expect(more).toEqual([]);
    expect(left).toMatchObject({
      path: 'a.zip/ssd_contacts.csv',
      rule: 'unreadable file',
      reason: 'is protected by a password.',
    });
  });
});

describe('a zip that is broken', () => {
  const BROKEN = 'broken zip: is not a zip that can be opened, or is broken.';

  it('is told, and the other files are read: bytes that are no zip', async () => {
    // The same bytes each time, without a pattern: a linear congruential generator.
    let state = 7;
    const bytes = Uint8Array.from({ length: 50_000 }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state >>> 16;
    });
    expect(await fates({ 'a.zip': bytes, 'b.csv': 'a,b\n' })).toEqual({
      'a.zip': BROKEN,
      'b.csv': 'a b',
    });
  });

  it.each([10, 100, 300])('is told: cut off after %i bytes', async (length) => {
    const zip = await zipOf({ 'ssd_contacts.csv': CONTACTS, 'ssd_person.csv': PERSONS });
    expect(zip.size).toBeGreaterThan(300);
    expect(await fates({ 'a.zip': zip.slice(0, length) })).toEqual({ 'a.zip': BROKEN });
  });

  it.each([0, 6])('gives the files in it that are whole: level %i', async (level) => {
    const squares = Array.from({ length: 500 }, (_, place) => `${place ** 2},x`).join('\n');
    const texts = { 'a.csv': 'a,b\n', 'b.csv': `b,c\n${squares}\n`, 'c.csv': 'c,d\n' };
    const zip = await spoilt(await zipOf(texts, { level }), 'b.csv');
    expect(await fates({ 'x.zip': zip })).toEqual({
      'x.zip/a.csv': 'a b',
      'x.zip/b.csv': 'broken zip: is broken in its zip.',
      'x.zip/c.csv': 'c d',
    });
  });
});

describe('progress', () => {
  it('names what is opened, and goes from nothing towards the whole', async () => {
    const told: Progress[] = [];
    const zip = await zipOf({ 'a.csv': 'a,b\n', 'b.csv': 'a,b\n' });
    const text = `a,b\n${'1,2\n'.repeat(zip.size / 4)}`.slice(0, zip.size);
    await unpack(given({ 'x.csv': text, 'y.zip': zip }), (progress) => told.push(progress));
    const steps = [...new Set(told.map(({ step }) => step))];
    expect(steps).toEqual([
      'Opening x.csv',
      'Opening y.zip',
      'Unpacking a.csv',
      'Opening y.zip/a.csv',
      'Unpacking b.csv',
      'Opening y.zip/b.csv',
    ]);
    const shares = told.map(({ share }) => share ?? -1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    // By bytes: both files have as many, and so have the two in the zip.
    const startOf = (sought: string) => told.find(({ step }) => step === sought)?.share;
    expect(startOf('Opening y.zip')).toBe(0.5);
    expect(startOf('Unpacking b.csv')).toBe(0.75);
    expect(shares.at(-1)).toBe(1);
  });
});
