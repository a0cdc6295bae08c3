import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordScanner } from '../../../src/files/record-scanner.ts';
import { writeZip } from '../../../src/files/write-zip.ts';
import { openZip } from '../../../src/files/zip.ts';
import { firstRecords } from '../../../src/files/records.ts';
import { definitions } from '../../../src/return/definitions.ts';
import { inColumns } from '../../../src/return/reading-order.ts';
import { OtherForm, PackRows } from '../../../src/return/read/pack-rows.ts';
import { PackageFiles } from '../../../src/return/read/package-files.ts';
import { tableOfCsv } from '../../../src/return/read/raw-table.ts';
import { readRows } from '../../../src/return/read/read-rows.ts';
import { Remarks } from '../../../src/return/read/remarks.ts';
import { OBSERVATION_COLUMNS } from '../../../src/return/observation-rows.ts';
import { spec } from '../../../src/spec/spec.ts';
import { KNOWN } from '../collate/made.ts';

const OF = {
  definitions: definitions(KNOWN.terms),
  breakdowns: spec.breakdowns,
  areas: new Set(['202', '003', 'E92000001']),
};
const HEADING = OBSERVATION_COLUMNS.join(',');
const DAYS = '2025-26 Q1,2025-04-01,2025-06-30,quarter';

/** What the reader of small tables makes of it: the measure of what is right. */
function slowly(csv: string, delimiter = ',') {
  const remarks = new Remarks();
  const rows = readRows(tableOfCsv(csv, delimiter), OF, remarks);
  const observations = rows.map(({ observation }) => observation);
  return { observations: [...inColumns(observations, OF)], remarks: remarks.all() };
}

function streamed(bytes: Uint8Array, step: number, encoding: 'utf-8' | 'windows-1252' = 'utf-8') {
  const remarks = new Remarks();
  const rows = new PackRows(OF, remarks, encoding, () => undefined);
  for (let at = 0; at < bytes.length; at += step) rows.take(bytes.subarray(at, at + step));
  return { observations: [...rows.finish()], remarks: remarks.all() };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A field as it should be, or as somebody left it. */
const oneOf = (right: readonly string[], wrong: readonly string[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...right) }, fc.constantFrom(...wrong));

const ROW = fc
  .record({
    figure: oneOf(
      ['riia-02,1,referrals', 'riia-10,1,enquiries', 'riia-04,2,repeats'],
      [
        'riia-02,x,referrals',
        'riia-02,70000,referrals',
        'riia-99,1,none',
        '"riia-02",1,"referrals"',
      ],
    ),
    days: oneOf(
      [
        DAYS,
        '2024-25 Q4,2025-01-01,2025-03-31,quarter',
        'year to 2025-26 Q1,2024-07-01,2025-06-30,year',
      ],
      [
        '2025-27 Q1,,,quarter',
        '2025-26 Q1,01/04/2025,30/06/2025,quarter',
        '2025-26 Q1,,,',
        '2025-26 Q1,2025-04-02,2025-06-30,quarter',
      ],
    ),
    area: oneOf(
      ['authority,202,Camden', 'england,E92000001,England', 'authority,003,"One, Two"'],
      [
        'authority,3,Three',
        'authority,999,Nobody',
        'authority, 202 ,Camden',
        "authority,'202,Camden",
      ],
    ),
    cell: oneOf(
      ['total,total', 'sex,male', 'age,5_to_9'],
      ['total,male', 'sex,none', ' sex,male '],
    ),
    found: oneOf(
      [
        'count,12,,,,,extract,',
        'count,0,,,,,entered by hand,',
        'amount,3.25,,,,,extract,',
        'ratio,25,1,4,100,,extract,',
        'ratio,low,1,40000,100,,extract,',
        'ratio,33.3,1,3,100,,extract,mid-2024',
        'withheld,c,c,c,,Withheld to protect children,extract,',
        'not applicable,z,z,z,,there were none,extract,',
        'not available,x,,,,"it is ""not"" recorded",extract,',
        'missing,m,,,,Größe,extract,',
      ],
      [
        'count,c,,,,,extract,',
        'count,1.5,,,,,extract,',
        'count,-4,,,,,extract,',
        'count,1e3,,,,,extract,',
        'count,0012,,,,,extract,',
        'count,12.0,,,,,extract,',
        'count,.5,,,,,extract,',
        'count,9007199254740993,,,,,extract,',
        'count,,,,,,extract,',
        'amount,12345678901234567,,,,,extract,',
        'ratio,26,1,4,100,,extract,',
        'ratio,25.0,1,4,100,,extract,',
        'ratio,low,1,4,100,,extract,',
        'ratio,0,1,40000,100,,extract,',
        'ratio,25,1,0,100,,extract,',
        'ratio,25,1,4,0,,extract,',
        'ratio,25,,4,100,,extract,',
        'withheld,3,,,,,extract,',
        'withheld,,,,,,extract,',
        'withheld,c,2,,,,extract,',
        'sum,3,,,,,extract,',
        "not available,x,,,,'=1+1,extract,",
        'count,12',
        'missing,m,,,,"two\nlines",extract,,more,fields',
      ],
    ),
  })
  .map(
    ({ figure, days, area, cell, found }) =>
      `SIGNED OFF,SHAREABLE,${figure},${days},${area},${cell},${found}`,
  );

describe('a pack’s table, read as its bytes come in', () => {
  it('is what the reader of small tables makes of it, whatever its rows hold, remarks and places among it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 20, arbitrary: ROW }, fc.constantFrom('', ',,,', ' , ', '"')), {
          maxLength: 40,
        }),
        fc.constantFrom('\r\n', '\n', '\r'),
        fc.integer({ min: 1, max: 400 }),
        (rows, end, step) => {
          const csv = [HEADING, ...rows].join(end) + end;
          expect(streamed(bytesOf(csv), step)).toEqual(slowly(csv));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has many rows taken without a text of each: all that are as they should be', () => {
    const row = `SIGNED OFF,SHAREABLE,riia-02,1,referrals,${DAYS},authority,202,Camden,total,total,count,12,,,,,extract,`;
    const { observations, remarks } = streamed(bytesOf(`${HEADING}\r\n${row}\r\n${row}\r\n`), 64);
    expect(observations).toHaveLength(1);
    expect(remarks).toMatchObject([{ kind: 'not read', places: ['line 3'] }]);
  });

  it('may part its columns by semicolons, and mark decimals by commas', () => {
    const rows = ['count;12;;;;;extract;', 'ratio;33,3;1;3;100;;extract;'].map(
      (found, place) =>
        `SIGNED OFF;SHAREABLE;riia-0${place + 1};1;${place ? 'referrals' : 'contacts'};${DAYS.replaceAll(',', ';')};authority;202;Camden;total;total;${found}`,
    );
    const csv = [HEADING.replaceAll(',', ';'), ...rows].join('\r\n');
    expect(streamed(bytesOf(csv), 50)).toEqual(slowly(csv, ';'));
    expect(streamed(bytesOf(csv), 50).observations.length).toBeGreaterThan(0);
  });

  it('is left to the other reader where its heading is not in the first line', () => {
    expect(() => streamed(bytesOf(`A title\r\n${HEADING}\r\n`), 1000)).toThrow(OtherForm);
    expect(() => streamed(bytesOf('measure,figure\r\n1,2\r\n'), 1000)).toThrow(OtherForm);
  });

  it('is in Windows-1252 where it is no UTF-8', () => {
    const row = `SIGNED OFF,SHAREABLE,riia-02,1,referrals,${DAYS},authority,202,Camden,total,total,missing,m,,,,Gr\u00f6\u00dfe,extract,`;
    const bytes = Uint8Array.from(`${HEADING}\r\n${row}\r\n`, (letter) => letter.charCodeAt(0));
    expect(() => streamed(bytes, 100)).toThrow();
    expect(streamed(bytes, 100, 'windows-1252').observations).toMatchObject([
      { outcome: { kind: 'missing', reason: 'Größe' } },
    ]);
  });

  it('is refused where a quote is never closed, before it has taken all memory', () => {
    const open = `${HEADING}\r\nSIGNED OFF,"${'x'.repeat(100_000)}`;
    const bytes = bytesOf(open + 'y'.repeat(3_000_000));
    expect(() => streamed(bytes, 65_536)).toThrow(/a record does not end/);
  });
});

describe('a table in a package, piece by piece', () => {
  const text = 'one,two\r\n'.repeat(40_000);

  async function filesOf(bytes: Uint8Array<ArrayBuffer>): Promise<PackageFiles> {
    const content = new Blob([bytes]);
    const zip = await openZip(content);
    const entries = zip.kind === 'files' ? zip.entries : [];
    const [descriptor] = entries;
    if (!descriptor) throw new RangeError('there is nothing in the zip');
    return new PackageFiles({ name: 'x', content, childColumns: new Set() }, entries, descriptor);
  }

  const zipped = () =>
    writeZip(
      [
        ['datapackage.json', bytesOf('{}')],
        ['observations.csv', bytesOf(text)],
      ],
      '2025-08-01T09:00:00Z',
    );

  it('is what it was', async () => {
    const files = await filesOf(await zipped());
    const pieces: Uint8Array[] = [];
    await files.pieces('observations', 1e6, (piece) => pieces.push(piece));
    expect(Buffer.concat(pieces).toString()).toBe(text);
  });

  it('is refused where it is larger than may be, broken, or not there, and with what its reader says', async () => {
    const bytes = await zipped();
    const quietly = () => undefined;
    const files = await filesOf(bytes);
    await expect(files.pieces('observations', 1e5, quietly)).rejects.toThrow(
      /observations\.csv has more than 0\.1 million bytes/,
    );
    await expect(files.pieces('totals', 1e6, quietly)).rejects.toThrow(/is not in the package/);
    const refuses = () => {
      throw new TypeError('not so');
    };
    await expect(files.pieces('observations', 1e6, refuses)).rejects.toThrow(TypeError);
    const broken = bytes.slice();
    const at = Buffer.from(bytes).indexOf('observations.csv') + 40;
    broken.fill(0x55, at, at + 20);
    const found = filesOf(broken).then((each) => each.pieces('observations', 1e6, quietly));
    await expect(found).rejects.toThrow(/is broken in its zip/);
  });
});

describe('records of bytes', () => {
  it('are those of the text, whatever it holds and however it is cut', () => {
    const piece = fc.constantFrom('a', 'bc', ',', '"', '""', '\r\n', '\n', '\r', 'ä', ' ');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.integer({ min: 1, max: 9 }),
        (all, step) => {
          const text = all.join('');
          const bytes = bytesOf(text);
          const found: string[][] = [];
          const scanner = new RecordScanner(0x2c, 1000, (from, bounds, fields) => {
            const written = Array.from({ length: fields }, (_, i) =>
              new TextDecoder().decode(from.subarray(bounds[2 * i], bounds[2 * i + 1])),
            );
            found.push(written.map((field) => firstRecords(field, ',', 1)[0]?.values[0] ?? ''));
          });
          for (let at = 0; at < bytes.length; at += step)
            scanner.take(bytes.subarray(at, at + step));
          scanner.finish();
          expect(found).toEqual(firstRecords(text, ',', Infinity).map(({ values }) => values));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
