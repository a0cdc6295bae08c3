import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../../src/return/csv.ts';
import { OBSERVATION_COLUMNS, observationRows } from '../../../src/return/observation-rows.ts';
import type { Return } from '../../../src/model/return.ts';
import { TERMS, count, observed, returnOf } from './observations.ts';
import { breaches } from './schema.ts';

const BOM = '\uFEFF';

/** RFC 4180, strictly: CRLF after every record, quotes around what needs them and doubled inside, nothing else. */
function parseCsv(text: string): string[][] {
  const record = /((?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*)\r\n/y;
  const records: string[][] = [];
  while (record.lastIndex < text.length) {
    const at = record.lastIndex;
    const line = record.exec(text)?.[1];
    if (line === undefined) throw new Error(`no record at ${at}: ${text.slice(at, at + 40)}`);
    const fields = line.match(/(?:^|,)(?:"(?:[^"]|"")*"|[^",]*)/g) ?? [];
    records.push(
      fields.map((raw, i) => {
        const field = i > 0 ? raw.slice(1) : raw;
        return field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
      }),
    );
  }
  return records;
}

function written(contents: Return): string {
  return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(
    writeCsv(contents, TERMS),
  );
}

function readBack(contents: Return): Record<string, string>[] {
  const [heading = [], ...records] = parseCsv(written(contents).slice(BOM.length));
  return records.map((record) => {
    expect(record).toHaveLength(heading.length);
    return Object.fromEntries(heading.map((name, i) => [name, record[i] ?? '']));
  });
}

const withName = (name: string) =>
  returnOf([observed('riia-02', 'referrals', count(9))], { authority: { code: '000', name } });
const withReason = (reason: string) =>
  returnOf([observed('riia-24', 'children', { kind: 'missing', reason })]);

describe('the CSV', () => {
  it('begins with one byte order mark, then the columns', () => {
    const text = written(returnOf());
    expect(text.startsWith(`${BOM}status,measure,definition_version,`)).toBe(true);
    expect(text.lastIndexOf(BOM)).toBe(0);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('holds every row of the tidy table, value by value', () => {
    const expected = observationRows(returnOf(), TERMS).map((row) =>
      Object.fromEntries(OBSERVATION_COLUMNS.map((column) => [column, String(row[column] ?? '')])),
    );
    expect(readBack(returnOf())).toStrictEqual(expected);
  });

  it('keeps to the published schema', () => {
    expect(breaches(readBack(returnOf()))).toEqual([]);
  });

  it('says on every row that it is a draft', () => {
    const rows = readBack(returnOf());
    expect(rows.filter(({ status }) => status === 'DRAFT, NOT SAFE TO SEND')).toHaveLength(
      rows.length,
    );
  });

  it.each(['Kingston, upon Hull', 'The "Royal" Borough', 'line\nline', ' edge ', '', 'Ynys Môn'])(
    'keeps the text %j as it is',
    (text) => {
      expect(readBack(withReason(text))[0]?.reason).toBe(text);
    },
  );

  it('gives the same bytes for the same input', () => {
    expect(writeCsv(returnOf(), TERMS)).toStrictEqual(writeCsv(returnOf(), TERMS));
  });
});

describe('text that could start a formula', () => {
  it.each([
    '=1+1',
    '+44 20',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1+1',
    '＝1+1',
    '=HYPERLINK("http://x","a,b")',
  ])('%j begins with an apostrophe', (text) => {
    expect(readBack(withName(text))[0]?.area_name).toBe(`'${text}`);
    expect(readBack(withReason(text))[0]?.reason).toBe(`'${text}`);
  });

  it('is told from text that was so before: one apostrophe off gives the text as it was', () => {
    expect(readBack(withName("'=1"))[0]?.area_name).toBe("''=1");
    expect(readBack(withName("'s-Hertogenbosch"))[0]?.area_name).toBe("'s-Hertogenbosch");
  });

  it('never begins a cell, whatever the text', () => {
    const piece = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '"',
      ',',
      "'",
      ' ',
      'a',
      '1',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        const cell = readBack(withReason(text))[0]?.reason ?? '';
        expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
        expect([text, `'${text}`]).toContain(cell);
      }),
    );
  });
});
