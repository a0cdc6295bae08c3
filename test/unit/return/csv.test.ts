import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReturnDocument } from '../../../src/model/return-document.ts';
import { textOfField } from '../../../src/return/csv-text.ts';
import { writeCsv } from '../../../src/return/csv.ts';
import { OBSERVATION_COLUMNS, observationRows } from '../../../src/return/observation-rows.ts';
import { rowsAbout } from '../../../src/return/status.ts';
import { count, documentFor, observed } from './observations.ts';
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

const SEAL = { withheld: 0, observations: '', rest: '' };

function written(document: ReturnDocument): string {
  return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(
    writeCsv(document, SEAL),
  );
}

function readBack(contents: ReturnDocument): Record<string, string>[] {
  const [heading = [], ...records] = parseCsv(written(contents).slice(BOM.length));
  return records.map((record) => {
    expect(record).toHaveLength(heading.length);
    return Object.fromEntries(heading.map((name, i) => [name, record[i] ?? '']));
  });
}

const withName = (name: string) =>
  documentFor([observed('riia-02', 'referrals', count(9))], { authority: { code: '000', name } });
const withReason = (reason: string) =>
  documentFor([observed('riia-24', 'children', { kind: 'missing', reason })]);

describe('the CSV', () => {
  it('begins with one byte order mark, then the columns', () => {
    const text = written(documentFor());
    expect(text.startsWith(`${BOM}status,release,measure,definition_version,`)).toBe(true);
    expect(text.lastIndexOf(BOM)).toBe(0);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('holds every row of the tidy table, value by value', () => {
    const document = documentFor();
    const rows = observationRows(document.observations, rowsAbout(document));
    const expected = rows.map((row) =>
      Object.fromEntries(OBSERVATION_COLUMNS.map((column) => [column, String(row[column] ?? '')])),
    );
    expect(readBack(document)).toMatchObject(expected);
    expect(readBack(document)).toHaveLength(rows.length);
  });

  it('keeps to the published schema', () => {
    expect(breaches(readBack(documentFor()))).toEqual([]);
  });

  it('says on every row what the whole is', () => {
    for (const row of readBack(documentFor())) {
      expect(row).toMatchObject({
        ...{ status: 'DRAFT', release: 'SHAREABLE', schema_version: '2', app_version: '0.1.0' },
        ...{ return_quarter: '2025-26 Q1', return_version: '1', made: '2025-07-14T09:30:00Z' },
        ...{ signed_off_by: '', signed_off_on: '', extract_date: '2025-07-14' },
        ...{ extract_from: '2019-07-01', extract_to: '2025-07-13' },
        ...{ disclosure_policy: 'withhold-1-to-5', agreement: '' },
      });
    }
  });

  it('holds no cell that Excel would cut', () => {
    const [longest = 0] = readBack(documentFor())
      .flatMap((row) => Object.values(row).map(({ length }) => length))
      .sort((one, other) => other - one);
    expect(longest).toBeLessThan(32_767);
    expect(readBack(documentFor())[0]?.about).toMatch(/^1 of \d: \{"quarterlight"/);
  });

  it.each(['Kingston, upon Hull', 'The "Royal" Borough', '', 'Ynys Môn'])(
    'keeps the text %j as it is',
    (text) => {
      expect(readBack(withReason(text))[0]?.reason).toBe(text);
    },
  );

  it.each([
    ['line\nline', 'line line'],
    [' edge ', 'edge'],
  ])('keeps %j on one line', (text, kept) => {
    expect(readBack(withReason(text))[0]?.reason).toBe(kept);
  });
});

describe('text that could start a formula', () => {
  it.each(['=1+1', '+44 20', '-2+3', '@SUM(A1)', '＝1+1', '=HYPERLINK("http://x","a,b")'])(
    '%j begins with an apostrophe',
    (text) => {
      expect(readBack(withName(text))[0]?.area_name).toBe(`'${text}`);
      expect(readBack(withReason(text))[0]?.reason).toBe(`'${text}`);
    },
  );

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
        const text = pieces.join('').trim().replaceAll(/\s+/g, ' ');
        const cell = readBack(withReason(pieces.join('')))[0]?.reason ?? '';
        expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
        expect([text, `'${text}`]).toContain(cell);
        expect(textOfField(cell)).toBe(text);
      }),
    );
  });
});
