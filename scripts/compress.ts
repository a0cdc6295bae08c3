import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { filesIn } from '../build/files-in.ts';
import { pack } from '../build/pack.ts';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
/** What is not packed already. */
const WORTH_IT = /\.(js|css|html|wasm|svg|json|csv|webmanifest)$/;
const SMALLEST = 1_024;
/** The last two steps make the engine smaller by an eighth, in five times the time. */
const QUALITY = 9;

const brotli = promisify(brotliCompress);

/** Takes a file; writes it once more, compressed in two ways, for servers that send such files as they are. */
async function compress(path: string): Promise<readonly number[]> {
  const bytes = await readFile(path);
  if (bytes.length < SMALLEST) return [0, 0, 0];
  const br = await brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  const gz = pack(bytes);
  await writeFile(`${path}.br`, br);
  await writeFile(`${path}.gz`, gz);
  return [bytes.length, br.length, gz.length];
}

const paths = filesIn(DIST).filter((path) => WORTH_IT.test(path));
const sizes = await Promise.all(paths.map((path) => compress(join(DIST, path))));
const inMb = (column: number) =>
  (sizes.reduce((sum, size) => sum + (size[column] ?? 0), 0) / 1e6).toFixed(1);
console.log(`dist: ${inMb(0)} MB, ${inMb(1)} MB as Brotli, ${inMb(2)} MB as gzip`);
