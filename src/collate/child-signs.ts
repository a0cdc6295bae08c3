import { formOf } from '../files/form.ts';
import { readGrids } from '../files/grids.ts';
import { aboutChildren, tellsOneChild } from '../return/read/child-level.ts';

/** How far into a file is looked, in bytes and in rows. */
const FAR = 65_536;
const ROWS = 20;

/**
 * Takes a file that could not be read as a return, its path, and the names of the extract's own columns; throws a Problem
 * where anything in it shows that it is about single children: its name, a heading wherever it stands, the keys of a JSON.
 */
export async function refuseChildSigns(
  content: Blob,
  path: string,
  childColumns: ReadonlySet<string>,
): Promise<void> {
  const name = path.split('/').at(-1) ?? '';
  if (/^(dbo\.)?ssd_/i.test(name)) throw aboutChildren(`its name “${name.slice(0, 40)}”`);
  const form = await formOf(content);
  if (form === 'parquet') throw aboutChildren('its form (Parquet, as extracts are)');
  for (const names of form === 'text' ? textNames(await opening(content)) : await sheets(content)) {
    // A word alone may stand in any text: a heading has several.
    const found = names.find((each) => tellsOneChild(each, childColumns));
    if (names.length > 1 && found !== undefined) {
      throw aboutChildren(`its column “${found.slice(0, 40)}”`);
    }
  }
}

/** The start of a text, in UTF-8, UTF-16 or else. */
async function opening(content: Blob): Promise<string> {
  const bytes = new Uint8Array(await content.slice(0, FAR).arrayBuffer());
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function* textNames(text: string): Iterable<readonly string[]> {
  if (/^\s*[[{]/.test(text)) {
    yield [...text.matchAll(/"([^"\\]{1,60})"\s*:/g)].map(([, key = '']) => key);
    return;
  }
  for (const line of text.split(/\r\n?|\n/, ROWS)) {
    yield line.split(/[,;\t|]/).map((cell) => cell.replaceAll('"', '').trim());
  }
}

async function sheets(content: Blob): Promise<readonly (readonly string[])[]> {
  const grids = await readGrids(content).catch(() => []);
  return typeof grids === 'string' ? [] : grids.flatMap(({ rows }) => rows.slice(0, ROWS));
}
