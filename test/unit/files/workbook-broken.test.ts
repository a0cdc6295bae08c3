import { CFB } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { bookOf, bytesOf, opened } from './book.ts';
import { zipOf } from './zip.ts';

describe('a workbook that cannot be opened', () => {
  const LOCKED = { kind: 'left', rule: 'unreadable file', reason: 'is protected by a password.' };
  const BROKEN = {
    rule: 'unreadable file',
    reason: 'is not a workbook that can be opened, or is broken.',
  };

  function compound(parts: Readonly<Record<string, readonly number[]>>): Uint8Array<ArrayBuffer> {
    const container = CFB.utils.cfb_new();
    for (const [name, bytes] of Object.entries(parts)) CFB.utils.cfb_add(container, name, bytes);
    return new Uint8Array(CFB.write(container, { type: 'array' }));
  }

  it.each(['book.xlsx', 'book.csv', 'book.xlsb'])('has a password: %s', async (path) => {
    // As Excel writes it: what is encrypted, and an agile description of how (version 4.4, flags 0x40).
    const bytes = compound({
      '/EncryptionInfo': [4, 0, 4, 0, 0x40, 0, 0, 0, ...new TextEncoder().encode('<encryption/>')],
      '/EncryptedPackage': Array.from({ length: 5000 }, (_, place) => (place * 31) % 251),
    });
    const [left, ...more] = await opened(path, bytes);
    expect(more).toEqual([]);
    expect(left).toMatchObject({ ...LOCKED, path });
    expect(left?.kind === 'left' && left.todo).toContain('take the password off');
  });

  it('has a password that is described in a way we do not know', async () => {
    const bytes = compound({ '/EncryptionInfo': [9, 0, 9, 0], '/EncryptedPackage': [1, 2, 3, 4] });
    expect(await opened('book.xlsx', bytes)).toMatchObject([LOCKED]);
  });

  it('has a password in the form of OpenDocument', async () => {
    const book = await zipOf({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'META-INF/manifest.xml':
        '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
      'content.xml': 'x',
    });
    expect(await opened('book.ods', book)).toMatchObject([LOCKED]);
  });

  it.each(['xlsx', 'xlsb', 'ods', 'xls'] as const)('is cut off: %s', async (ending) => {
    const rows = Array.from({ length: 2000 }, (_, place) => [place, `x${place * 7919}`]);
    const bytes = bytesOf(bookOf({ s: rows }), ending === 'xls' ? 'biff8' : ending);
    expect(await opened(`a.${ending}`, bytes.slice(0, bytes.length / 2))).toMatchObject([BROKEN]);
  });

  it('is cut off, in the XML of Excel 2003', async () => {
    const bytes = bytesOf(
      bookOf({
        a: [
          ['id', 'x'],
          [1, 2],
        ],
        b: [
          ['id', 'x'],
          [3, 4],
        ],
      }),
      'xlml',
    );
    const second = new TextDecoder().decode(bytes).indexOf('</Worksheet>') + 200;
    expect(await opened('a.xls', bytes.slice(0, second))).toMatchObject([BROKEN]);
    expect(await opened('a.xls', bytes.slice(0, 900))).toMatchObject([BROKEN]);
  });

  it('has a byte changed', async () => {
    const rows = Array.from({ length: 2000 }, (_, place) => [place, `x${place * 7919}`]);
    const bytes = bytesOf(bookOf({ s: rows }), 'xlsx');
    const name = Buffer.from(bytes.buffer).indexOf('xl/worksheets/sheet1.xml');
    bytes.set([(bytes[name + 5000] ?? 0) ^ 0x10], name + 5000);
    expect(await opened('a.xlsx', bytes)).toMatchObject([BROKEN]);
  });

  it('has a sheet that cannot be read: the others are', async () => {
    const zip = await zipOf({
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
      'xl/workbook.xml':
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/><sheet name="b" sheetId="2" r:id="rId2"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/missing.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>id</v></c><c r="B1" t="str"><v>x</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row></sheetData></worksheet>',
    });
    expect(await opened('a.xlsx', zip)).toMatchObject([
      { kind: 'table', path: 'a.xlsx/a', headings: ['id', 'x'] },
      { kind: 'left', path: 'a.xlsx/b', rule: 'unreadable file' },
    ]);
  });

  it('is something else that Office writes', async () => {
    const other = { kind: 'left', rule: 'not recognised', reason: 'is not a CSV file.' };
    expect(await opened('letter.doc', compound({ '/WordDocument': [1, 2, 3] }))).toMatchObject([
      other,
    ]);
    expect(await opened('a.xls', compound({ '/WordDocument': [1, 2, 3] }))).toMatchObject([BROKEN]);
    const letter = await zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' });
    expect(await opened('letter.docx', letter)).toMatchObject([other]);
    const text = await zipOf({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': 'x',
    });
    expect(await opened('letter.odt', text)).toMatchObject([other]);
  });
});
