import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { filesIn } from '../../build/files-in.ts';
import { BUILDS, build, cleanCopy, hashesOf } from '../../scripts/clean-build.ts';

/** Four builds take minutes: they are for the proof. */
const IS_PROOF = process.env['QUARTERLIGHT_RUNS'] !== undefined;
const LIMIT_MS = 1_800_000;

const copies: string[] = [];
function copy(): string {
  const folder = cleanCopy();
  copies.push(folder);
  return folder;
}
afterAll(() => copies.forEach((folder) => rmSync(folder, { recursive: true })));

describe.runIf(IS_PROOF)('the page, built from a clean copy', () => {
  it.each([
    ['as it is hosted', BUILDS.hosted],
    ['as one file', BUILDS.single],
  ])(
    'has the same bytes wherever it is built, %s',
    (_, { arguments: more, folder }) => {
      const built = [copy(), copy()].map((clean) => {
        build(clean, ...more);
        return [...hashesOf(join(clean, folder))];
      });
      expect(built[0]?.length).toBeGreaterThan(1);
      expect(built[0]).toEqual(built[1]);
    },
    LIMIT_MS,
  );

  it(
    'names every package in its bill of materials of which its source maps tell, and no other',
    () => {
      const clean = copy();
      build(clean, '--sourcemap');
      const folder = join(clean, 'dist');
      const named = billOf(folder);
      const mapped = filesIn(folder)
        .filter((file) => file.endsWith('.js.map'))
        .flatMap((file) => packagesIn(readFileSync(join(folder, file), 'utf8')));
      expect(mapped.length).toBeGreaterThan(10);
      expect(mapped.filter((name) => !named.includes(name))).toEqual([]);
      const withoutMap = ['@duckdb/duckdb-wasm', 'DuckDB', 'HiGHS', 'govuk-frontend'];
      expect(named.filter((name) => !mapped.includes(name) && !withoutMap.includes(name))).toEqual(
        [],
      );
    },
    LIMIT_MS,
  );
});

function billOf(folder: string): string[] {
  const bill = z.object({ components: z.array(z.object({ name: z.string() })) });
  const text = readFileSync(join(folder, 'sbom.cdx.json'), 'utf8');
  return bill.parse(JSON.parse(text)).components.map(({ name }) => name);
}

/** The packages whose files a source map names. */
function packagesIn(text: string): string[] {
  const { sources } = z.object({ sources: z.array(z.string()) }).parse(JSON.parse(text));
  return sources.flatMap(
    (source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.slice(1) ?? [],
  );
}
