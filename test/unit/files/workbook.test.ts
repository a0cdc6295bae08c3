import type { BookType, WorkBook } from '@e965/xlsx';
import { afterEach, describe, expect, it } from 'vitest';
import { type Value, bookOf, bytesOf, opened, tables, texts } from './book.ts';
import { zipOf } from './zip.ts';

const KINDS: readonly (readonly [string, BookType])[] = [
  ['xlsx', 'xlsx'],
  ['xlsm', 'xlsm'],
  ['xlsb', 'xlsb'],
  ['xls', 'biff8'],
  ['xls', 'xlml'],
  ['ods', 'ods'],
];
const ZONE = process.env['TZ'];

afterEach(() => {
  if (ZONE === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ZONE;
});

/** Gives a cell of the first sheet a number and a format. */
function put(book: WorkBook, at: string, v: number, z: string): void {
  Object.assign(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { [at]: { t: 'n', v, z } });
}

describe.each(KINDS)('a workbook: .%s as %s', (ending, type) => {
  it('is a table a sheet, each value written plainly', async () => {
    const book = bookOf({
      ssd_person: [
        ['pers_person_id', 'flag', 'words', 'amount'],
        [1234567890123, true, 'says "yes", twice', 0.1 + 0.2],
        [10234, false, 'two\nlines', -12.5],
        ['00123', null, ' NULL ', 1e-7],
      ],
      ssd_contacts: [
        ['cont_contact_id', 'cont_person_id'],
        ['c1', 2],
      ],
    });
    const found = await opened(`book.${ending}`, bytesOf(book, type));
    expect(tables(found)[0]).toMatchObject({
      modified: 1_752_490_800_000,
      delimiter: ',',
      headings: ['pers_person_id', 'flag', 'words', 'amount'],
      linesAbove: 0,
      remarks: [],
    });
    expect(await texts(found)).toEqual({
      [`book.${ending}/ssd_person`]: [
        'pers_person_id,flag,words,amount',
        '1234567890123,TRUE,"says ""yes"", twice",0.3',
        '10234,FALSE,"two\nlines",-12.5',
        '00123,, NULL ,0.0000001',
        '',
      ].join('\n'),
      [`book.${ending}/ssd_contacts`]: 'cont_contact_id,cont_person_id\nc1,2\n',
    });
  });

  it.each(['Europe/London', 'Pacific/Auckland', 'America/New_York'])(
    'has days that are the same in %s',
    async (zone) => {
      process.env['TZ'] = zone;
      const book = bookOf({
        dates: [
          ['id', 'day', 'moment', 'number'],
          [1, 0, 0, 45747],
          [2, 0, 0, 1],
        ],
      });
      put(book, 'B2', 45747, 'dd/mm/yyyy');
      put(book, 'C2', 45747.5, 'dd/mm/yyyy/hh:mm');
      put(book, 'B3', 45839, 'dd/mm/yyyy');
      put(book, 'C3', 45838 + 86_399 / 86_400, 'dd/mm/yyyy/hh:mm');
      expect(await texts(await opened(`b.${ending}`, bytesOf(book, type)))).toEqual({
        [`b.${ending}/dates`]:
          'id,day,moment,number\n1,2025-03-31,2025-03-31 12:00:00,45747\n2,2025-07-01,2025-06-30 23:59:59,1\n',
      });
    },
  );

  it('may count its days from 1904', async () => {
    const book = bookOf({
      dates: [
        ['id', 'day'],
        [1, 0],
      ],
    });
    book.Workbook = { WBProps: { date1904: true } };
    put(book, 'B2', 45747 - 1462, 'dd/mm/yyyy');
    const [text] = Object.values(await texts(await opened(`b.${ending}`, bytesOf(book, type))));
    expect(text).toBe('id,day\n1,2025-03-31\n');
  });

  it('may have sheets that are empty, which are told', async () => {
    const book = bookOf({
      ssd_person: [
        ['a', 'b'],
        [1, 2],
      ],
      Notes: [[]],
    });
    expect(await opened(`b.${ending}`, bytesOf(book, type))).toMatchObject([
      { kind: 'table', path: `b.${ending}/ssd_person` },
      {
        kind: 'left',
        path: `b.${ending}/Notes`,
        rule: 'empty sheet',
        reason: 'is an empty sheet.',
      },
    ]);
  });
});

describe('a workbook', () => {
  it('shows a day in 1900 as Excel does, and a time without a day as a time', async () => {
    const book = bookOf({
      d: [
        ['id', 'day'],
        [1, 0],
        [2, 0],
        [3, 0],
        [4, 0],
        [5, 0],
        [6, 0],
      ],
    });
    // 59 is 28 February 1900 and 61 is 1 March: Excel counts a 29 February between them.
    for (const [place, serial] of [1, 59, 61, 0.75, 0, -3].entries()) {
      put(book, `B${place + 2}`, serial, 'yyyy-mm-dd');
    }
    const [text] = Object.values(await texts(await opened('b.xlsx', bytesOf(book, 'xlsx'))));
    expect(text?.split('\n').slice(1, 7)).toEqual([
      '1,1900-01-01',
      '2,1900-02-28',
      '3,1900-03-01',
      '4,18:00:00',
      '5,00:00:00',
      '6,-3',
    ]);
  });

  it.each([
    ['d-mmm-yy', '2025-03-31'],
    ['[$-809]dd mmmm yyyy;@', '2025-03-31'],
    ['m/d/yyyy', '2025-03-31'],
    ['0.00E+00', '45747'],
    ['#,##0.00;[Red]-#,##0.00', '45747'],
    ['_-* #,##0_-;-* #,##0_-', '45747'],
    ['0%', '45747'],
    ['@', '45747'],
    ['00000000', '45747'],
    ['General', '45747'],
    ['"day "0', '45747'],
  ])('tells a day from a number by its format: %s', async (format, text) => {
    const book = bookOf({
      d: [
        ['id', 'x'],
        [1, 0],
      ],
    });
    put(book, 'B2', 45747, format);
    expect(Object.values(await texts(await opened('b.xlsx', bytesOf(book, 'xlsx'))))).toEqual([
      `id,x\n1,${text}\n`,
    ]);
  });

  it('has its errors read as empty, and counted', async () => {
    const book = bookOf({
      ssd_person: [
        ['id', 'x'],
        [1, 0],
        [2, 0],
        [3, 5],
      ],
    });
    Object.assign(book.Sheets['ssd_person'] ?? {}, {
      B2: { t: 'e', v: 42 },
      B3: { t: 'e', v: 7 },
    });
    const found = await opened('b.xlsx', bytesOf(book, 'xlsx'));
    expect(Object.values(await texts(found))).toEqual(['id,x\n1,\n2,\n3,5\n']);
    expect(tables(found)[0]?.remarks).toMatchObject([
      { says: 'has an error such as #N/A in 2 cells, read as empty.' },
    ]);
  });

  it('has its hidden sheets read, and told', async () => {
    const book = bookOf({
      a: [
        ['id', 'x'],
        [1, 2],
      ],
      b: [
        ['id', 'y'],
        [3, 4],
      ],
    });
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] };
    const found = tables(await opened('b.xlsx', bytesOf(book, 'xlsx')));
    expect(found.map(({ path, remarks }) => [path, remarks.map(({ says }) => says)])).toEqual([
      ['b.xlsx/a', []],
      ['b.xlsx/b', ['is a hidden sheet. It was read as the others.']],
    ]);
  });

  it('may begin anywhere in its sheet, under a title, with gaps: rows keep their numbers', async () => {
    const book = bookOf({
      s: [[], ['SSD extract of July'], [], ['id', 'x', 'y', ''], [1, 2, ''], [], [3, 4, 5, '']],
    });
    const found = await opened('b.xlsx', bytesOf(book, 'xlsx'));
    expect(tables(found)).toMatchObject([
      {
        headings: ['id', 'x', 'y'],
        linesAbove: 3,
        opening: [
          ['1', '2', ''],
          ['3', '4', '5'],
        ],
        remarks: [{ says: 'has a line above its heading, which was passed over.' }],
      },
    ]);
    expect(Object.values(await texts(found))).toEqual(['id,x,y\n1,2,\n\n3,4,5\n']);
  });

  it('has each row as wide as the sheet, so that none is refused', async () => {
    const book = bookOf({ s: [['id', 'x'], [1, 2, 'beyond'], [3], [4, 5]] });
    const found = await opened('b.xlsx', bytesOf(book, 'xlsx'));
    expect(tables(found)[0]?.headings).toEqual(['id', 'x', '']);
    expect(Object.values(await texts(found))).toEqual(['id,x,\n1,2,beyond\n3,,\n4,5,\n']);
  });

  it('of one sheet with a name that Excel gave it is named itself', async () => {
    const rows = [
      ['id', 'x'],
      [1, 2],
    ];
    const paths = async (sheets: Record<string, Value[][]>) =>
      (await opened('ssd_person.xlsx', bytesOf(bookOf(sheets), 'xlsx'))).map(({ path }) => path);
    expect(await paths({ Sheet1: rows })).toEqual(['ssd_person.xlsx']);
    expect(await paths({ Sheet1: rows, Sheet2: [[]] })).toEqual([
      'ssd_person.xlsx',
      'ssd_person.xlsx/Sheet2',
    ]);
    expect(await paths({ ssd_contacts: rows })).toEqual(['ssd_person.xlsx/ssd_contacts']);
    expect(await paths({ Sheet1: rows, Sheet2: rows })).toEqual([
      'ssd_person.xlsx/Sheet1',
      'ssd_person.xlsx/Sheet2',
    ]);
  });

  it('keeps a sheet’s name though Excel cut it', async () => {
    const name = 'ssd_initial_cp_conferences_2025';
    expect(name).toHaveLength(31);
    const found = await opened(
      'b.xlsx',
      bytesOf(
        bookOf({
          [name]: [
            ['id', 'x'],
            [1, 2],
          ],
        }),
        'xlsx',
      ),
    );
    expect(found[0]?.path).toBe(`b.xlsx/${name}`);
  });

  it('holds a cell of 2,000 characters and 30,000 rows', async () => {
    const long = 'é, "x"\n'.repeat(250).trim();
    const rows = Array.from({ length: 30_000 }, (_, place): Value[] => [
      place,
      place % 7 === 0 ? long : 'x',
    ]);
    const [text] = Object.values(
      await texts(await opened('b.xlsx', bytesOf(bookOf({ s: [['id', 'x'], ...rows] }), 'xlsx'))),
    );
    const quoted = `"${long.replaceAll('"', '""')}"`;
    expect(text).toBe(
      ['id,x', ...rows.map(([id, x]) => `${id},${x === long ? quoted : x}`), ''].join('\n'),
    );
  });

  it('is told by its bytes, whatever it is named', async () => {
    const bytes = bytesOf(
      bookOf({
        ssd_person: [
          ['id', 'x'],
          [1, 2],
        ],
      }),
      'xlsx',
    );
    for (const path of ['a.csv', 'a.txt', 'a', 'a.zip', 'a.bin']) {
      expect(await texts(await opened(path, bytes))).toEqual({
        [`${path}/ssd_person`]: 'id,x\n1,2\n',
      });
    }
  });

  it('may be text in truth', async () => {
    expect(tables(await opened('ssd_person.xls', 'id\tx\n1\t2\n'))).toMatchObject([
      { path: 'ssd_person.xls', delimiter: '\t', headings: ['id', 'x'] },
    ]);
    expect(await opened('a.xls', '<html><td>a, b</td>\n<td>1, 2</td></html>')).toMatchObject([
      { kind: 'left', reason: 'is not a workbook that can be opened, or is broken.' },
    ]);
  });

  it('may stand in a zip', async () => {
    const bytes = bytesOf(
      bookOf({
        ssd_person: [
          ['id', 'x'],
          [1, 2],
        ],
      }),
      'xlsb',
    );
    expect(await texts(await opened('Q1.zip', await zipOf({ 'all/book.xlsb': bytes })))).toEqual({
      'Q1.zip/all/book.xlsb/ssd_person': 'id,x\n1,2\n',
    });
  });
});
