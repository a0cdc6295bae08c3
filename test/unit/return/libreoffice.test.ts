import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstRecords } from '../../../src/files/records.ts';
import { documentOf } from '../../../src/return/document.ts';
import { OBSERVATION_COLUMNS, observationRows } from '../../../src/return/observation-rows.ts';
import { readReturn } from '../../../src/return/read/read-return.ts';
import { rowsAbout } from '../../../src/return/status.ts';
import { writeReturn } from '../../../src/return/write.ts';
import { KNOWN, TERMS, returnOf } from './observations.ts';

function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const DOCUMENT = documentOf(returnOf(), TERMS);
/** Every sheet to a CSV of its own: comma, quotes, UTF-8, cells as they are and not as they are shown. */
const ALL_SHEETS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

describe.skipIf(!hasLibreOffice())(
  'a workbook in LibreOffice (skipped where there is none)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
    const convert = (to: string, out: string) =>
      execFileSync(
        'soffice',
        [
          ...[`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to],
          ...['--outdir', join(folder, out), join(folder, 'return.xlsx')],
        ],
        { stdio: 'ignore', timeout: 120_000 },
      );

    beforeAll(async () => {
      const { bytes } = await writeReturn(returnOf(), TERMS, 'workbook');
      writeFileSync(join(folder, 'return.xlsx'), bytes);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it.each(['xlsx', 'ods', 'xls'])(
      'is saved as %s and read back as it was written',
      async (form) => {
        convert(form, form);
        const bytes = new Uint8Array(readFileSync(join(folder, form, `return.${form}`)));
        const read = await readReturn(bytes, `return.${form}`, KNOWN);
        expect(read.remarks).toEqual([]);
        expect(read.document).toStrictEqual(DOCUMENT);
        expect(read.asWritten).toBe(true);
      },
      120_000,
    );

    it('is converted to CSV with every figure as it was', () => {
      convert(ALL_SHEETS, 'csv');
      const sheets = readdirSync(join(folder, 'csv'));
      expect(sheets).toHaveLength(9);
      const csv = readFileSync(join(folder, 'csv', 'return-Observations.csv'), 'utf8');
      const expected = observationRows(DOCUMENT.observations, rowsAbout(DOCUMENT)).map((row) =>
        OBSERVATION_COLUMNS.map((column) => String(row[column] ?? '')),
      );
      const [heading, ...rows] = firstRecords(csv, ',', 1000).map(({ values }) => values);
      expect(heading).toEqual(OBSERVATION_COLUMNS);
      expect(rows).toEqual(expected);
    }, 120_000);
  },
);
