import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FoundFile } from '../../../src/files/found.ts';
import { opened } from './book.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterlight-parquet-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A SELECT as DuckDB writes it to Parquet. */
async function written(select: string, options = ''): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(folder, 'x.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`copy (${select}) to '${path}' (format parquet ${options})`);
  connection.closeSync();
  instance.closeSync();
  return new Uint8Array(await readFile(path));
}

async function textOf([file]: readonly FoundFile[]): Promise<string> {
  return file?.kind === 'table' ? file.content.text() : (file?.reason ?? 'nothing');
}

const ROWS = `select i::bigint as id, 'p' || (i % 100) as person, date '2020-01-01' + (i % 2000)::integer as day,
  case when i % 3 = 0 then null else 'some words, "' || (i * 7919) % 1000 || '"' end as words from range(20000) t(i)`;

function expectedRows(): string {
  const first = Date.UTC(2020, 0, 1);
  const lines = Array.from({ length: 20_000 }, (_, i) => {
    const day = new Date(first + (i % 2000) * 86_400_000).toISOString().slice(0, 10);
    const words = i % 3 === 0 ? '' : `"some words, ""${(i * 7919) % 1000}"""`;
    return `${i},p${i % 100},${day},${words}`;
  });
  return ['id,person,day,words', ...lines, ''].join('\n');
}

describe('a Parquet file', () => {
  it.each(['uncompressed', 'snappy', 'gzip', 'zstd', 'lz4', 'brotli'])(
    'is a table, every row of it: %s',
    async (codec) => {
      const bytes = await written(ROWS, `, compression ${codec}, row_group_size 4096`);
      const found = await opened('ssd_contacts.parquet', bytes);
      expect(found).toMatchObject([
        {
          kind: 'table',
          path: 'ssd_contacts.parquet',
          modified: 1_752_490_800_000,
          delimiter: ',',
          headings: ['id', 'person', 'day', 'words'],
          linesAbove: 0,
          remarks: [],
        },
      ]);
      expect(await textOf(found)).toBe(expectedRows());
    },
  );

  it.each([
    ['true', 'TRUE'],
    ['false', 'FALSE'],
    ['null::varchar', ''],
    ["''", ''],
    ['\' é, "x"\r\ny\'', '" é, ""x""\ny"'],
    ['127::tinyint', '127'],
    ['(-32768)::smallint', '-32768'],
    ['4294967295::uinteger', '4294967295'],
    ['9007199254740993::bigint', '9007199254740993'],
    ['(-9223372036854775807)::bigint', '-9223372036854775807'],
    ['18446744073709551615::ubigint', '18446744073709551615'],
    ['10234.0::double', '10234'],
    ['123456789012.0::double', '123456789012'],
    ['0.1::float', '0.1'],
    ['1e-7::double', '0.0000001'],
    ["'nan'::double", ''],
    ['12.50::decimal(9, 2)', '12.5'],
    ['(-0.05)::decimal(4, 2)', '-0.05'],
    ['1234567890123456::decimal(18, 0)', '1234567890123456'],
    ['12345678901234567890123456789::decimal(38, 0)', '12345678901234567890123456789'],
    ['(-1234567890123456789.25)::decimal(38, 2)', '-1234567890123456789.25'],
    ["date '2025-03-31'", '2025-03-31'],
    ["date '1899-12-31'", '1899-12-31'],
    ["timestamp '2025-03-31 00:00:00'", '2025-03-31'],
    ["timestamp '2025-03-31 23:59:59.997'", '2025-03-31 23:59:59.997'],
    ["timestamp '1965-06-01 12:30:00'", '1965-06-01 12:30:00'],
    ["timestamp_ms '2025-03-31 12:00:00'", '2025-03-31 12:00:00'],
    ["timestamp_ns '2025-03-31 12:00:00.25'", '2025-03-31 12:00:00.250'],
    ["timestamp_s '2025-07-01 00:00:00'", '2025-07-01'],
    ["'c0ffee00-1234-4567-89ab-000000000001'::uuid", 'c0ffee00-1234-4567-89ab-000000000001'],
    ["'abc'::blob", 'abc'],
    ["'a'::enum('a', 'b')", 'a'],
    ['[1, 2]', '"[1,2]"'],
    ["{'a': 1, 'b': 'x'}", '"{""a"":1,""b"":""x""}"'],
  ])('writes %s as %s', async (value, text) => {
    for (const codec of ['uncompressed', 'zstd']) {
      const bytes = await written(
        `select 1 as id, ${value} as x, 'z' as z`,
        `, compression ${codec}`,
      );
      expect(await textOf(await opened('a.parquet', bytes))).toBe(`id,x,z\n1,${text},z\n`);
    }
  });

  it.each(['Europe/London', 'Pacific/Auckland'])(
    'reads moments in UK time, wherever it is opened: %s',
    async (zone) => {
      const before = process.env['TZ'];
      process.env['TZ'] = zone;
      const bytes = await written(
        `select * from (values (1, timestamptz '2025-03-31 23:00:00+00'), (2, timestamptz '2025-01-31 00:00:00+00'), (3, null)) t(id, moment)`,
      );
      const found = await opened('a.parquet', bytes);
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
      expect(await textOf(found)).toBe('id,moment\n1,2025-04-01\n2,2025-01-31\n3,\n');
      expect(found).toMatchObject([
        {
          remarks: [
            { says: 'has 1 column of moments in universal time, which were read in UK time.' },
          ],
        },
      ]);
    },
  );

  it('may be empty of rows', async () => {
    const bytes = await written('select 1 as id, 2 as x where false');
    expect(await textOf(await opened('a.parquet', bytes))).toBe('id,x\n');
  });

  it('is told by its bytes, whatever it is named', async () => {
    const bytes = await written('select 1 as id, 2 as x');
    expect(await opened('ssd_person.csv', bytes)).toMatchObject([
      { kind: 'table', path: 'ssd_person.csv', headings: ['id', 'x'] },
    ]);
  });

  it('that is cut off is told, and gives no row', async () => {
    const bytes = await written(ROWS, ', compression zstd');
    const broken = {
      kind: 'left',
      reason: 'is not a Parquet file that can be opened, or is broken.',
    };
    expect(await opened('a.parquet', bytes.slice(0, 5000))).toMatchObject([broken]);
    const holed = bytes.slice();
    holed.fill(7, 1000, 9000);
    expect(await opened('a.parquet', holed)).toMatchObject([broken]);
  });

  it('that is encrypted is told', async () => {
    const bytes = await written('select 1 as id');
    bytes.set([0x45], 3);
    bytes.set([0x45], bytes.length - 1);
    expect(await opened('a.parquet', bytes)).toMatchObject([
      { kind: 'left', reason: 'is encrypted.' },
    ]);
  });

  it('that is text beginning as one does is text', async () => {
    expect(await opened('a.csv', 'PAR1,x\n1,2\n')).toMatchObject([
      { kind: 'table', headings: ['PAR1', 'x'] },
    ]);
  });
});
