import { type WorkBook, read, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../src/return/document.ts';
import { readReturn } from '../../../src/return/read/read-return.ts';
import { writeReturn } from '../../../src/return/write.ts';
import { KNOWN, TERMS, returnOf } from './observations.ts';

const DOCUMENT = documentOf(returnOf(), TERMS);
const { bytes: BYTES } = await writeReturn(returnOf(), TERMS, 'workbook');

/** Saves the workbook again as another program does, once something in it was changed. */
function saved(
  change: (book: WorkBook) => void,
  bookType: 'xlsx' | 'xlsb' | 'ods' = 'xlsx',
): Uint8Array<ArrayBuffer> {
  const book = read(BYTES);
  change(book);
  const made: unknown = write(book, { type: 'array', bookType });
  if (!(made instanceof ArrayBuffer)) throw new Error('no bytes');
  return new Uint8Array(made);
}

function set(book: WorkBook, sheet: string, cell: string, value: string | number): void {
  const cells = book.Sheets[sheet];
  if (!cells?.[cell]) throw new Error(`no cell ${cell}`);
  cells[cell] = { t: typeof value === 'number' ? 'n' : 's', v: value };
}

describe('a workbook', () => {
  it.each(['xlsx', 'xlsb', 'ods'] as const)(
    'is as it was written when another program saved it as %s',
    async (bookType) => {
      const found = await readReturn(
        saved(() => undefined, bookType),
        'return.xlsx',
        KNOWN,
      );
      expect(found.remarks).toEqual([]);
      expect(found.document).toStrictEqual(DOCUMENT);
      expect(found.asWritten).toBe(true);
    },
  );

  it('tells each cell of the sheets that people read that says otherwise', async () => {
    const found = await readReturn(
      saved((book) => {
        set(book, 'RIIA', 'E2', 412);
        set(book, 'Cover', 'B4', 'Elsewhere');
      }),
      'return.xlsx',
      KNOWN,
    );
    expect(found.remarks).toMatchObject([
      {
        kind: 'changed',
        says: 'A cell says “Elsewhere”, where the return’s own observations give “Exampleshire”.',
        places: ['sheet Cover, cell B4'],
      },
      {
        kind: 'changed',
        says: 'A cell says “412”, where the return’s own observations give “400”.',
        places: ['sheet RIIA, cell E2'],
      },
    ]);
    expect(found.document).toStrictEqual(DOCUMENT);
    expect(found.asWritten).toBe(false);
  });

  it('tells a withheld cell of the observations that now holds a figure', async () => {
    const found = await readReturn(
      saved((book) => set(book, 'Observations', 'P7', 2)),
      'return.xlsx',
      KNOWN,
    );
    expect(found.remarks).toMatchObject([
      {
        says: expect.stringMatching(/^A withheld cell now holds a figure/),
        places: ['sheet Observations, row 7'],
      },
    ]);
  });

  it('tells a sheet that was taken out, and is refused without those that are read back', async () => {
    const without = (name: string) =>
      saved((book) => {
        book.SheetNames = book.SheetNames.filter((one) => one !== name);
      });
    const found = await readReturn(without('Definitions'), 'return.xlsx', KNOWN);
    expect(found.remarks).toMatchObject([{ says: 'The sheet Definitions was taken out.' }]);
    expect(found.document).toStrictEqual(DOCUMENT);
    await expect(readReturn(without('Observations'), 'return.xlsx', KNOWN)).rejects.toThrow(
      /no sheets Observations and For programs/,
    );
  });
});
