import { formOf } from '../files/form.ts';
import { writeZip } from '../files/write-zip.ts';
import { type ZippedFile, openZip } from '../files/zip.ts';
import { LIMITS } from '../model/limits.ts';
import { shownPath } from '../model/shown-text.ts';
import { Problem } from '../model/problem.ts';
import { aboutChildren } from '../return/read/child-level.ts';
import { unpacked } from '../return/read/package-files.ts';

/** A file on its way to being collated: its path, and how its content is come by when its turn is there. */
export interface GivenContent {
  readonly path: string;
  readonly content: () => Promise<Blob>;
}

const LITTER = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i;
const DESCRIPTOR = 'datapackage.json';
const EXTRACT = /(^|\/)ssd_[^/]*$/i;

/** Takes files as given; gives those that are returns by themselves, packages in folders and zips put together, litter left out. */
export async function* openGiven(given: readonly GivenContent[]): AsyncGenerator<GivenContent> {
  for (const file of packagesOf(given)) yield* openOne(file, 0);
}

async function* openOne(given: GivenContent, depth: number): AsyncGenerator<GivenContent> {
  const { file, entries } = await unpackedOnce(given);
  if (entries === null) return yield file;
  const child = entries.find(({ name }) => EXTRACT.test(name));
  if (child) return yield failing(file, aboutChildren(`the file ${child.name.slice(0, 80)} in it`));
  const inside = entries
    .map((entry) => ({
      path: `${file.path}/${shownPath(entry.name)}`,
      content: () => unpacked(entry),
    }))
    .filter(({ path }) => !LITTER.test(path));
  // A package is one file as it stands: its hash is that of the whole.
  if (entries.some(({ name }) => name === DESCRIPTOR)) return yield file;
  if (inside.length === 0 || depth === LIMITS.returnsDepth.most)
    return yield failing(file, leftZip(file, depth));
  for (const each of packagesOf(inside)) yield* openOne(each, depth + 1);
}

/** A file with its content at hand, so that it is unpacked once, and what is in it. */
interface UnpackedOnce {
  readonly file: GivenContent;
  /** Null where it is no zip of files: a workbook, another kind, or broken, which reading it tells. */
  readonly entries: readonly ZippedFile[] | null;
}

async function unpackedOnce({ path, content }: GivenContent): Promise<UnpackedOnce> {
  try {
    const blob = await content();
    const file = { path, content: () => Promise.resolve(blob) };
    return { file, entries: await entriesOf(blob).catch(() => null) };
  } catch (thrown) {
    return { file: { path, content: () => Promise.reject(thrown) }, entries: null };
  }
}

async function entriesOf(blob: Blob): Promise<readonly ZippedFile[] | null> {
  if (blob.size > LIMITS.returnsZip.most || (await formOf(blob)) !== 'zip') return null;
  const zip = await openZip(blob);
  return zip.kind === 'files' ? zip.entries : null;
}

function leftZip({ path }: GivenContent, depth: number): Problem {
  return depth === LIMITS.returnsDepth.most
    ? new Problem(`${path} is a zip in a zip in a zip.`, 'Unpack it, and give what is in it.')
    : new Problem(`${path} is an empty zip.`, 'Ask whoever sent it for the return.');
}

function failing({ path }: GivenContent, problem: Problem): GivenContent {
  return { path, content: () => Promise.reject(problem) };
}

/** Files whose folder has a descriptor become one package; the rest stay as they are. */
function packagesOf(files: readonly GivenContent[]): GivenContent[] {
  const kept = files.filter(({ path }) => !LITTER.test(path));
  const folders = new Set(
    kept.filter(({ path }) => nameOf(path) === DESCRIPTOR).map(({ path }) => folderOf(path)),
  );
  const isPart = ({ path }: GivenContent) =>
    folders.has(folderOf(path)) && (nameOf(path) === DESCRIPTOR || /\.csv$/i.test(path));
  const packages = [...folders].map((folder) => ({
    path: folder === '' ? DESCRIPTOR : folder,
    content: () => zipped(kept.filter((file) => isPart(file) && folderOf(file.path) === folder)),
  }));
  return [...packages, ...kept.filter((file) => !isPart(file))];
}

/** The order that a package is written in: put together again, it has the bytes that it had. */
const ORDER = [DESCRIPTOR, 'observations.csv', 'measures.csv', 'authorities.csv', 'provenance.csv'];

async function zipped(parts: readonly GivenContent[]): Promise<Blob> {
  const child = parts.find(({ path }) => EXTRACT.test(path));
  if (child) throw aboutChildren(`the file ${nameOf(child.path)} in it`);
  const place = ({ path }: GivenContent) => {
    const known = ORDER.indexOf(nameOf(path));
    return known < 0 ? ORDER.length : known;
  };
  const files: [string, Uint8Array<ArrayBuffer>][] = [];
  for (const part of [...parts].sort((a, b) => place(a) - place(b))) {
    files.push([nameOf(part.path), new Uint8Array(await (await part.content()).arrayBuffer())]);
  }
  return new Blob([await writeZip(files, madeIn(files[0]?.[1]))]);
}

/** When a package says that it was made. */
function madeIn(descriptor: Uint8Array<ArrayBuffer> | undefined): string {
  const text = new TextDecoder().decode(descriptor);
  return /"created": "(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)"/.exec(text)?.[1] ?? '1980-01-01T00:00:00Z';
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? '';
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.length - nameOf(path).length - 1));
}
