import { readFileSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { postgresql, startCluster } from './cluster.ts';
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
const PROGRAMS = postgresql();
/** It is for the proof: tests of every day load packs into DuckDB. */
const IS_PROOF = process.env['QUARTERLIGHT_RUNS'] !== undefined;

describe.skipIf(!IS_PROOF || PROGRAMS === null)(
  'a pack in PostgreSQL, by the SQL of the page on warehouses (skipped but in npm run prove, and where there is no /usr/lib/postgresql)',
  () => {
    it.each([
      ['that comes with the page', async () => new Uint8Array(readFileSync(EXAMPLE)), false],
      ['of a made-up region', async () => (await regionPack()).bytes, true],
    ] as const)(
      'comes in whole, and its totals are worked out again: the one %s',
      async (_, bytes, hasTotals) => {
        const folder = await unzipped(await bytes());
        const cluster = startCluster(PROGRAMS ?? '');
        try {
          const warehouse: Warehouse = {
            engine: 'postgresql',
            run: async (sql) => void cluster.psql(folder, sql),
            rows: async (sql) =>
              cluster
                .psql(folder, sql)
                .split('\n')
                .filter((line) => line !== '')
                .map((line) => line.split('|')),
          };
          await loadAsThePageDoes(warehouse, { hasTotals });
          await holdToThePage(warehouse, { folder, hasTotals });
          const example = await warehouse.rows(`${named(sqlOfPage(), 'example')}`);
          expect(example.length).toBeGreaterThan(hasTotals ? 0 : 2);
        } finally {
          cluster.stop();
          rmSync(folder, { recursive: true });
        }
      },
      600_000,
    );
  },
);
