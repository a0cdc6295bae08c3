import { readText } from '../../files/text.ts';
import type { ZippedFile } from '../../files/zip.ts';
import { LIMITS, limitInWords } from '../../model/limits.ts';
import { Problem } from '../../model/problem.ts';
import { refuseChildLevel } from './child-level.ts';
import { parseJson } from './opened.ts';
import { type RawTable, tableOfCsv } from './raw-table.ts';
import { Members, refusal } from './shape.ts';

/** A file on its way to being read. */
export interface ReturnFile {
  readonly name: string;
  readonly content: Blob;
  /** The names of the extract's own columns that are about one child. */
  readonly childColumns: ReadonlySet<string>;
}

/** The files of a Data Package: its descriptor, and the tables beside it. */
export class PackageFiles {
  readonly #file: ReturnFile;
  readonly #entries: readonly ZippedFile[];
  readonly #descriptor: ZippedFile;

  constructor(file: ReturnFile, entries: readonly ZippedFile[], descriptor: ZippedFile) {
    this.#file = file;
    this.#entries = entries;
    this.#descriptor = descriptor;
  }

  /** Gives our own part of the descriptor: a Data Package may say more of itself, which is not read. */
  async about(): Promise<Members> {
    const json = await (await unpacked(this.#descriptor)).text();
    const read = parseJson(json.replace(/^\uFEFF/, ''), 'datapackage.json');
    if (typeof read !== 'object' || read === null || !('quarterlight' in read)) {
      throw noReturn(this.#file.name, 'it is a Data Package, and not one that Quarterlight wrote');
    }
    return new Members(read.quarterlight, '‘quarterlight’ in datapackage.json');
  }

  /** Takes the name of a table; tells whether it is there. */
  has(name: string): boolean {
    return this.#entryOf(name) !== undefined;
  }

  /** Takes the name of a table; gives it. Throws a Problem where it is not there, or is about single children. */
  async table(name: string): Promise<RawTable> {
    const entry = this.#entryOf(name);
    if (!entry) throw refusal(`the file ${name}.csv`, 'is not in the package');
    const read = await readCsv({ name: `${name}.csv`, content: await unpacked(entry) });
    this.refuseChildLevel(read.columns);
    return read;
  }

  /** Takes the names of a table's columns; throws a Problem where one is about single children. */
  refuseChildLevel(columns: readonly string[]): void {
    refuseChildLevel(columns, this.#file.childColumns);
  }

  /**
   * Takes the name of a table, how many bytes it may have and who takes them; unpacks it piece by piece. Throws a Problem where it is
   * not there, too large or broken, and what `take` throws.
   */
  async pieces(name: string, most: number, take: (piece: Uint8Array) => void): Promise<void> {
    const entry = this.#entryOf(name);
    if (!entry) throw refusal(`the file ${name}.csv`, 'is not in the package');
    if (entry.isProtected) throw refusal(`the file ${entry.name}`, 'is protected by a password');
    const tooLarge = () => {
      const says = `has more than ${most / 1e6} million bytes, and no more can be read at once`;
      return refusal(`the file ${entry.name}`, says);
    };
    if (entry.size > most) throw tooLarge();
    let taken = 0;
    let refused = false;
    try {
      await entry.pieces((piece) => {
        refused = true;
        taken += piece.length;
        if (taken > most) throw tooLarge();
        take(piece);
        refused = false;
      });
    } catch (thrown) {
      throw refused ? thrown : refusal(`the file ${entry.name}`, 'is broken in its zip', thrown);
    }
  }

  #entryOf(name: string): ZippedFile | undefined {
    const folder = this.#descriptor.name.slice(0, -'datapackage.json'.length);
    return this.#entries.find((one) => one.name === `${folder}${name}.csv`);
  }
}

/** Takes a file of text; gives its table, whatever its delimiter and encoding. Throws a Problem where it has none. */
export async function readCsv({
  name,
  content,
}: Pick<ReturnFile, 'name' | 'content'>): Promise<RawTable> {
  const found = await readText({ path: name, modified: 0, content }, () => undefined);
  if (found.kind === 'left') throw noReturn(name, `the file ${found.reason.replace(/\.$/, '')}`);
  return tableOfCsv(await found.content.text(), found.delimiter, found.linesAbove);
}

/** Takes a file of a zip; gives its content. Throws a Problem where it is protected, too large or broken. */
export async function unpacked(entry: ZippedFile): Promise<Blob> {
  if (entry.isProtected) throw refusal(`the file ${entry.name}`, 'is protected by a password');
  if (entry.size > LIMITS.returnFile.most) {
    const most = limitInWords(LIMITS.returnFile);
    throw refusal(`the file ${entry.name}`, `is larger than ${most}, and no file of a return is`);
  }
  try {
    return await entry.content(() => undefined);
  } catch (thrown) {
    throw refusal(`the file ${entry.name}`, 'is broken in its zip', thrown);
  }
}

/** Takes a file's name, why it is no return and what caused it; gives the Problem. */
export function noReturn(name: string, why: string, cause?: unknown): Problem {
  return new Problem(
    `${name} is not a return: ${why}.`,
    'Give a file that Quarterlight wrote: a package (.zip), a workbook, CSV or JSON.',
    cause,
  );
}
