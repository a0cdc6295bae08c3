import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { archiveOf } from '../../fixtures/archive.ts';
import { compileLines } from '../../fixtures/compile.ts';
import { csvLine } from '../../fixtures/csv.ts';
import { TABLES } from '../../fixtures/tables.ts';

const SAMPLE = fileURLToPath(
  new URL('../../public/sample/quarterlight-sample-extract-20250714.zip', import.meta.url),
);
const DATED = '2025-07-14';

/** An extract to be timed: a zip, and what is said of it. */
export interface BenchExtract {
  readonly title: string;
  /** Within how many milliseconds the figures are wanted from loaded tables; null where nothing is said. */
  readonly wanted: number | null;
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Gives the sample that comes with the page. */
export function sampleExtract(): BenchExtract {
  const bytes = new Uint8Array(readFileSync(SAMPLE));
  return { title: 'The sample: 12,000 children', wanted: 3000, path: SAMPLE, bytes };
}

/** Takes a number of children; makes the extract of an authority of that many, in the system's folder for what passes. */
export async function madeExtract(children: number): Promise<BenchExtract> {
  const parts = new Map(TABLES.map(({ name, columns }) => [name, [csvLine(columns)]]));
  compileLines({ children, seed: 2, flaws: 1 }, (name, line) => parts.get(name)?.push(line));
  const files = [...parts].map(([name, lines]) => ({ path: `${name}.csv`, text: lines.join('') }));
  const bytes = new Uint8Array(await archiveOf(files, DATED));
  const folder = mkdtempSync(join(tmpdir(), 'quarterlight-bench-'));
  const path = join(folder, `bench-${DATED.replaceAll('-', '')}.zip`);
  writeFileSync(path, bytes);
  const title = `An authority of ${children.toLocaleString('en-GB')} children`;
  return { title, wanted: null, path, bytes };
}
