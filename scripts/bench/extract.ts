import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BlobForm, extractBlobs } from '../../fixtures/blobs.ts';

const SAMPLE = fileURLToPath(
  new URL('../../public/sample/quarterlight-sample-extract-20250714.zip', import.meta.url),
);

/** An extract to be timed: its files as the page is given them, and what is said of it. */
export interface BenchExtract {
  readonly title: string;
  /** How many megabytes its files have. */
  readonly size: number;
  readonly paths: readonly string[];
  /** The same as UTF-8, where the files are not: what the native engine is given. */
  readonly asUtf8: readonly string[];
  /** Whether it stands for a whole county, for which times are wanted. */
  readonly isCounty: boolean;
}

/** Gives the sample that comes with the page. */
export function sampleExtract(): BenchExtract {
  return {
    title: 'The sample: 12,000 children, a zip',
    size: megabytes(readFileSync(SAMPLE).length),
    paths: [SAMPLE],
    asUtf8: [SAMPLE],
    isCounty: false,
  };
}

/** Takes a number of children, a form, and the same files as UTF-8 where that form is not; makes the extract of an authority of that many, in the system's folder for what passes. */
export async function madeExtract(
  children: number,
  form: BlobForm,
  isCounty: boolean,
  asUtf8?: readonly string[],
): Promise<BenchExtract> {
  const folder = mkdtempSync(join(tmpdir(), 'quarterlight-bench-'));
  const made = await extractBlobs({ children, seed: 2, flaws: 1 }, form);
  const paths: string[] = [];
  let bytes = 0;
  for (const { name, content } of made) {
    const path = join(folder, name);
    writeFileSync(path, Buffer.from(await content.arrayBuffer()));
    bytes += content.size;
    paths.push(path);
  }
  const title = `${isCounty ? 'A county' : 'An authority'} of ${children.toLocaleString('en-GB')} children, ${form}`;
  return { title, size: megabytes(bytes), paths, asUtf8: asUtf8 ?? paths, isCounty };
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}
