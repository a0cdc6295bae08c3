import { formOf } from '../../files/form.ts';
import { sheetNames } from '../../files/grids.ts';
import { type ZippedFile, openZip } from '../../files/zip.ts';
import { LIMITS, limitInWords } from '../../model/limits.ts';
import { Problem } from '../../model/problem.ts';
import { ABOUT_COLUMN } from '../csv.ts';
import { PACK_COLUMN } from '../pack-csv.ts';
import { isPackWorkbook } from '../pack-workbook/sheets.ts';
import { PACK_NAME } from '../pack.ts';
import { refuseChildLevel } from './child-level.ts';
import { joinParts, parseJson } from './opened.ts';
import { PackageFiles, type ReturnFile, noReturn, readCsv, unpacked } from './package-files.ts';
import { type RawTable, cellsOf, tableOfObjects } from './raw-table.ts';
import { Members, refusal } from './shape.ts';

/** A pack that was opened, whichever form it has: what it says of itself, and its tables. */
export interface PackTables {
  about(): Promise<Members>;
  /** Takes the name of a table; tells whether it is there. */
  has(name: string): boolean;
  /** Takes the name of a table; gives it. Throws a Problem where it is not there, or is about single children. */
  table(name: string): Promise<RawTable>;
}

/** A pack as a file, by its form; the workbook is for people, and holds less than the pack. */
type PackFile =
  | {
      readonly form: 'package';
      readonly entries: readonly ZippedFile[];
      readonly descriptor: ZippedFile;
    }
  | { readonly form: 'csv' | 'json' | 'workbook'; readonly content: Blob };

const DESCRIPTOR = /(^|\/)datapackage\.json$/;
const LITTER = /(^|\/)(__MACOSX\/|\.)/;
const OBSERVATIONS = 'observations';
const TABLES: readonly string[] = ['measures', 'authorities', 'provenance', 'totals', 'remarks'];
/** In bytes: what a file says of itself first stands in these. */
const OPENING = 4096;

/** Takes a file; tells whether it is a benchmark pack, in whichever form, by what it says of itself. */
export async function isPack(content: Blob): Promise<boolean> {
  const found = await packFile(content).catch(() => null);
  if (found?.form !== 'package') return found !== null;
  const text = await (await unpacked(found.descriptor)).text();
  const read = parseJson(text.replace(/^\uFEFF/, ''), 'datapackage.json');
  return memberOf(read, 'name') === PACK_NAME;
}

/** Takes a file; gives its tables. Throws a Problem where it is no pack, or the workbook of one. */
export async function openPack(file: ReturnFile): Promise<PackTables> {
  const found = await packFile(file.content).catch((thrown: unknown) => {
    throw noReturn(file.name, 'it is no file that can be opened', thrown);
  });
  switch (found?.form) {
    case 'package':
      return new PackageFiles(file, found.entries, found.descriptor);
    case 'json':
      return openJson(file, found.content);
    case 'csv':
      return openCsv(file, found.content);
    case 'workbook':
      throw new Problem(
        `${file.name} is the benchmarking workbook of a pack. It is for reading, and does not hold all of the pack.`,
        'Give the pack itself: the package (.zip), its CSV or its JSON.',
      );
    case undefined:
      throw noReturn(file.name, 'it is no benchmark pack');
  }
}

async function packFile(content: Blob): Promise<PackFile | null> {
  const form = await formOf(content);
  if (form === 'text') return packText(content);
  if (form === 'compound') return packWorkbook(content);
  if (form !== 'zip') return null;
  const zip = await openZip(content);
  if (zip.kind === 'workbook') return packWorkbook(content);
  if (zip.kind !== 'files') return null;
  const entries = zip.entries.filter(({ name }) => !LITTER.test(name));
  const descriptor = entries.find(({ name }) => DESCRIPTOR.test(name));
  if (descriptor) return { form: 'package', entries: zip.entries, descriptor };
  const [only] = entries;
  const isAlone =
    only !== undefined && entries.length === 1 && /\.(csv|json|txt)$/i.test(only.name);
  return isAlone ? packText(await unpacked(only)) : null;
}

async function packWorkbook(content: Blob): Promise<PackFile | null> {
  return isPackWorkbook(await sheetNames(content)) ? { form: 'workbook', content } : null;
}

/** Programs may write an object's members in another order, and a CSV in another encoding. */
async function packText(content: Blob): Promise<PackFile | null> {
  const bytes = await content.slice(0, OPENING).arrayBuffer();
  const opening = new TextDecoder().decode(bytes).replaceAll('\0', '').trimStart();
  if (!opening.startsWith('{')) {
    const [heading = ''] = opening.toLowerCase().split(/\r?\n|\r/, 1);
    const columns = heading.split(/[,;\t|]/).map((name) => name.replaceAll('"', '').trim());
    return columns.includes(PACK_COLUMN) ? { form: 'csv', content } : null;
  }
  const [, early] = /"holds"\s*:\s*"(\w+)"/.exec(opening) ?? [];
  const holds = early ?? holdsIn(await content.text());
  return holds === 'pack' ? { form: 'json', content } : null;
}

function holdsIn(json: string): unknown {
  const read = parseJson(json.replace(/^\uFEFF/, ''), 'the file', 'twice');
  return memberOf(memberOf(read, 'quarterlight'), 'holds');
}

function memberOf(read: unknown, name: string): unknown {
  const isObject = typeof read === 'object' && read !== null;
  return isObject ? new Map(Object.entries(read)).get(name) : undefined;
}

async function openJson(file: ReturnFile, content: Blob): Promise<PackTables> {
  checkSize(file.name, content);
  const read = parseJson((await content.text()).replace(/^\uFEFF/, ''), 'the file', 'twice');
  return new TextTables(read, [...TABLES, OBSERVATIONS], file);
}

async function openCsv(file: ReturnFile, content: Blob): Promise<PackTables> {
  checkSize(file.name, content);
  const rows = await readCsv({ name: file.name, content });
  refuseChildLevel(rows.columns, file.childColumns);
  const cell = cellsOf(rows);
  const parts = rows.rows.map((row) => cell(row, ABOUT_COLUMN));
  const read = joinParts(parts, `the column ${ABOUT_COLUMN}`);
  return new TextTables(read, TABLES, file, rows);
}

function checkSize(name: string, { size }: Blob): void {
  if (size <= LIMITS.packText.most) return;
  throw new Problem(
    `${name} is larger than ${limitInWords(LIMITS.packText)}, which is too large for a pack in one text.`,
    'Give the package (.zip) of the pack.',
  );
}

/** The tables of a pack that is one text: lists of objects among what it says of itself. */
class TextTables implements PackTables {
  readonly #about: Members;
  readonly #tables: ReadonlyMap<string, RawTable>;

  constructor(
    read: unknown,
    names: readonly string[],
    { childColumns }: ReturnFile,
    observations?: RawTable,
  ) {
    if (typeof read !== 'object' || read === null) throw refusal('the file', 'is not an object');
    const members = Object.entries(read);
    this.#about = new Members(
      Object.fromEntries(members.filter(([name]) => !names.includes(name))),
      '',
    );
    const tables = members.flatMap(([name, value]) =>
      names.includes(name) ? [[name, tableOfObjects(value, name)] as const] : [],
    );
    for (const [, { columns }] of tables) refuseChildLevel(columns, childColumns);
    this.#tables = new Map([
      ...tables,
      ...(observations ? [[OBSERVATIONS, observations] as const] : []),
    ]);
  }

  async about(): Promise<Members> {
    return this.#about;
  }

  has(name: string): boolean {
    return this.#tables.has(name);
  }

  async table(name: string): Promise<RawTable> {
    const table = this.#tables.get(name);
    if (!table) throw refusal(`‘${name}’`, 'is not there');
    return table;
  }
}
