import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { BUILDS, build, cleanCopy, hashesOf } from './clean-build.ts';

/** A folder that was hosted, or the single file, as somebody was given it. */
const [given] = process.argv.slice(2);

const isFile = given !== undefined && statSync(given).isFile();
const wanted =
  given === undefined ? Object.values(BUILDS) : [isFile ? BUILDS.single : BUILDS.hosted];
for (const one of wanted) {
  const built = twice(one);
  for (const [file, hash] of built) console.log(`${hash}  ${one.folder}/${file}`);
  if (given !== undefined) compare(built, isFile ? dirname(given) : given);
}

/** Throws where the two builds differ. */
function twice({ arguments: more, folder }: (typeof wanted)[number]): ReadonlyMap<string, string> {
  const [first, second] = [cleanCopy(), cleanCopy()].map((clean) => {
    build(clean, ...more);
    const hashes = hashesOf(join(clean, folder));
    rmSync(clean, { recursive: true });
    return hashes;
  });
  if (!first || !second) throw new Error('nothing was built');
  const other = differing(first, second);
  if (other.length > 0) throw new Error(`two builds differ in ${other.join(', ')}`);
  return first;
}

function compare(built: ReadonlyMap<string, string>, folder: string): void {
  const found = hashesOf(folder);
  const other = isFile
    ? differing(only(built, basename(given ?? '')), only(found, basename(given ?? '')))
    : [
        ...differing(built, found).filter((file) => !PACKED.test(file)),
        ...packedOtherwise(built, folder),
      ];
  console.log(
    other.length === 0
      ? 'What you were given is what these sources build, byte for byte.'
      : `What you were given is not what these sources build: ${other.join(', ')}.`,
  );
  if (other.length > 0) process.exitCode = 1;
}

/** What `npm run build` lays beside a file, compressed. */
const PACKED = /\.(br|gz)$/;

/** The compressed files of a folder that do not hold what was built. */
function packedOtherwise(built: ReadonlyMap<string, string>, folder: string): readonly string[] {
  return [...hashesOf(folder).keys()].filter((file) => {
    if (!PACKED.test(file)) return false;
    const bytes = readFileSync(join(folder, file));
    const content = file.endsWith('.br') ? brotliDecompressSync(bytes) : gunzipSync(bytes);
    const hash = createHash('sha256').update(content).digest('hex');
    return built.get(file.replace(PACKED, '')) !== hash;
  });
}

function only(files: ReadonlyMap<string, string>, name: string): ReadonlyMap<string, string> {
  return new Map([...files].filter(([file]) => file === name));
}

/** The files that are not in both, or not the same. */
function differing(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): readonly string[] {
  const all = new Set([...one.keys(), ...other.keys()]);
  return [...all].filter((file) => one.get(file) !== other.get(file)).sort();
}
