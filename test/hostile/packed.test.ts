import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import type { FoundFile } from '../../src/files/found.ts';
import { bookOf, bytesOf, opened, texts } from '../unit/files/book.ts';
import { always, harmless, runs } from './harmless.ts';
import { byteMutations, mutated } from './mutate.ts';
import { mutatedZip, zipFrom, zipMutations } from './zips.ts';

const encoded = (text: string) => new TextEncoder().encode(text);
const PERSONS = 'pers_person_id,pers_dob\nA,2015-01-01\nB,2016-02-03\n';
const REFERRALS = 'cine_referral_id,cine_person_id,cine_referral_date\n1,A,2025-05-01\n';
const INNER = await zipFrom([['ssd_cin_episodes.csv', encoded(REFERRALS)]]);
const ZIP = await zipFrom([
  ['extract/ssd_person.csv', encoded(PERSONS)],
  ['extract/more.zip', INNER],
]);
const BOOK = bytesOf(
  bookOf({
    ssd_person: [
      ['pers_person_id', 'pers_dob'],
      ['A', '2015-01-01'],
      ['B', '2016-02-03'],
    ],
    ssd_cin_episodes: [
      ['cine_referral_id', 'cine_person_id', 'count'],
      [1, 'A', 12],
    ],
  }),
  'xlsx',
);

async function parquet(options: string): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'quarterlight-hostile-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const path = join(folder, 'x.parquet');
  const select = `select 'p' || (i % 9) as pers_person_id, date '2015-01-01' + i::integer as pers_dob,
    case when i % 3 = 0 then null else i end as number from range(200) t(i)`;
  await connection.run(`copy (${select}) to '${path}' (format parquet, ${options})`);
  connection.closeSync();
  instance.closeSync();
  const bytes = new Uint8Array(await readFile(path));
  await rm(folder, { recursive: true });
  return bytes;
}

const FORMS = {
  snappy: await parquet('compression snappy'),
  bare: await parquet('compression uncompressed, row_group_size 2048'),
  zstd: await parquet("compression zstd, parquet_version 'V2'"),
};

/** What was opened is always told: what is no table says why, and what to do. */
async function found(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<FoundFile[]> {
  const files = (await harmless(() => opened(path, bytes))) ?? [];
  expect(files).not.toEqual([]);
  for (const file of files) {
    expect(file.path).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066\u2067\u200B-\u200F]/u);
    if (file.kind === 'left') expect(file.reason).toMatch(/^\S.*\.$/);
    else expect(file.headings.length).toBeGreaterThan(0);
  }
  return files;
}

describe('a zip of any bytes', () => {
  it('gives the files that were packed, or says why not', async () => {
    const packed = new Set([PERSONS, REFERRALS]);
    await always(byteMutations, runs(60, 0.6), async (changes) => {
      const read = await texts(await found('extract.zip', mutated(ZIP, changes)));
      for (const text of Object.values(read)) expect(packed).toContain(text);
    });
  });

  it('packed again with another file in it, under any name', async () => {
    await always(zipMutations, runs(40, 0.4), async (changes) => {
      await found('extract.zip', await mutatedZip(ZIP, changes));
    });
  });
});

describe('a workbook of any bytes', () => {
  it('gives the sheets that were written, or says why not', async () => {
    const whole = await texts(await found('book.xlsx', BOOK));
    const written = new Set(Object.values(whole));
    await always(byteMutations, runs(40, 0.4), async (changes) => {
      const read = await texts(await found('book.xlsx', mutated(BOOK, changes)));
      for (const text of Object.values(read)) expect(written).toContain(text);
    });
  });

  it('packed again with its XML changed', async () => {
    await always(zipMutations, runs(40, 0.6), async (changes) => {
      await found('book.xlsx', await mutatedZip(BOOK, changes));
    });
  });
});

it.each(Object.entries(FORMS))('a Parquet file of any bytes: %s', async (_, bytes) => {
  await always(byteMutations, runs(60, 0.34), async (changes) => {
    await found('ssd_person.parquet', mutated(bytes, changes));
  });
});
