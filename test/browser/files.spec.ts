import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { utils, write } from '@e965/xlsx';
import { expect, test } from './page.ts';

const PERSONS = [
  ['pers_person_id', 'pers_dob', 'pers_sex'],
  ['A', '2015-01-01', 'F'],
  ['B', '2016-01-01', 'M'],
];

/** The referrals of three files that DuckDB writes, each packed in its own way. */
async function parquet(codec: string, id: number): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'quarterlight-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const path = join(folder, 'x.parquet');
  await connection.run(
    `copy (select ${id} as cine_referral_id, 'A' as cine_person_id, date '2025-05-0${id}' as cine_referral_date) to '${path}' (format parquet, compression ${codec})`,
  );
  connection.closeSync();
  instance.closeSync();
  const bytes = await readFile(path);
  await rm(folder, { recursive: true });
  return bytes;
}

test('a workbook, Parquet and gzip are read in the page, under its policy', async ({ page }) => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(PERSONS), 'ssd_person');
  const contacts = 'cont_contact_id,cont_person_id,cont_contact_date\n1,A,2025-05-01\n';
  const files: readonly (readonly [string, Buffer])[] = [
    ['book.xlsx', Buffer.from(new Uint8Array(write(book, { type: 'array' })))],
    ['ssd_cin_episodes_20250714.parquet', await parquet('snappy', 1)],
    ['ssd_cin_episodes_20250713.parquet', await parquet('zstd', 2)],
    ['ssd_cin_episodes_20250712.parquet', await parquet('gzip', 3)],
    ['ssd_contacts.csv.gz', gzipSync(contacts)],
  ];
  await page.goto('./');
  await page
    .getByLabel('Files of the extract')
    .setInputFiles(
      files.map(([name, buffer]) => ({ name, mimeType: 'application/octet-stream', buffer })),
    );
  await expect(page.getByRole('heading', { name: 'Extract', level: 1 })).toBeVisible();
  await expect(page.getByText('ssd_cin_episodes was given in 3 files').first()).toBeVisible();
  await page.getByRole('combobox', { name: 'Local authority' }).selectOption({ label: 'Camden' });
  await page.getByRole('button', { name: 'Work out the measures' }).click();
  await page.getByRole('heading', { name: 'Measures', level: 1 }).waitFor();
  await expect(page.getByRole('row', { name: /^Initial contacts 1/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Referrals 3/ })).toBeVisible();
});
