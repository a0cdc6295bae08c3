import { readFileSync, rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { openNative } from '../../build/native.ts';
import { literal } from '../../src/engine/sql.ts';
import { regionPack } from './region-pack.ts';
import {
  type Warehouse,
  holdToThePage,
  loadAsThePageDoes,
  named,
  sqlOfPage,
  unzipped,
} from './warehouse.ts';

const EXAMPLE = new URL('../../public/benchmark-pack/made-up.zip', import.meta.url);

describe('a pack in DuckDB, by the SQL of the page on warehouses', () => {
  const folders: string[] = [];
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

  it.each([
    ['that comes with the page', async () => new Uint8Array(readFileSync(EXAMPLE)), false],
    ['of a made-up region', async () => (await regionPack()).bytes, true],
  ] as const)(
    'comes in whole, and its totals are worked out again: the one %s',
    async (_, bytes, hasTotals) => {
      const folder = await unzipped(await bytes());
      folders.push(folder);
      const database = await openNative();
      try {
        await database.run(`set file_search_path = ${literal(folder)}`);
        const warehouse: Warehouse = {
          engine: 'duckdb',
          run: (sql) => database.run(sql),
          rows: async (sql) => {
            const rows = await database.rows(
              `select columns(*)::text from (${sql.replace(/;\s*$/, '')})`,
            );
            return Array.from({ length: rows.length }, (__, at) =>
              Object.values(rows.at(at)).map((value) => String(value ?? '')),
            );
          },
        };
        await loadAsThePageDoes(warehouse, { hasTotals });
        await holdToThePage(warehouse, { folder, hasTotals });
        const example = await warehouse.rows(named(sqlOfPage(), 'example'));
        expect(example.length).toBeGreaterThan(2);
      } finally {
        await database.close();
      }
    },
  );
});
