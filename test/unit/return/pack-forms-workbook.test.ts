import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type WorkBook, type WorkSheet, read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstRecords } from '../../../src/files/records.ts';
import { writeZip } from '../../../src/files/write-zip.ts';
import type { BenchmarkPack } from '../../../src/model/benchmark-pack.ts';
import type { Observation } from '../../../src/model/observation.ts';
import { valueOf } from '../../../src/model/outcome.ts';
import { writePackAs } from '../../../src/return/pack-forms.ts';
import { writePackWorkbook } from '../../../src/return/pack-workbook/workbook.ts';
import { isPack } from '../../../src/return/read/open-pack.ts';
import { readPack } from '../../../src/return/read/read-pack.ts';
import { KNOWN } from '../collate/made.ts';
import { copyOf, madeUpPack, regionPack } from './packs.ts';
import { unzip } from './unzip.ts';

type Row = readonly unknown[];

const { standard } = KNOWN.terms;
const MADE_UP = await madeUpPack();
const REGION = regionPack(false);
const LATEST = '2025-26 Q1';

function sheetOf(book: WorkBook, name: string): WorkSheet {
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

const rowsOf = (book: WorkBook, name: string): Row[] =>
  utils.sheet_to_json<Row>(sheetOf(book, name), { header: 1, raw: true, defval: null });

const open = async (pack: BenchmarkPack) => read(await writePackWorkbook(pack));
const BOOK = await open(MADE_UP);
const REGION_BOOK = await open(REGION);

/** What should stand in a cell: the number, or the symbol in its place. */
const SYMBOLS = { withheld: 'c', missing: 'm', 'not applicable': 'z', 'not available': 'x' };
function shown(one: Observation | undefined): unknown {
  if (!one) return '–';
  const value = valueOf(one.outcome);
  return value ?? Object.entries(SYMBOLS).find(([kind]) => kind === one.outcome.kind)?.[1];
}

/** By `area measure figure period`, the whole figures of a pack. */
const wholesOf = (pack: BenchmarkPack) =>
  new Map(
    [...pack.observations]
      .filter(({ cell }) => cell === null)
      .map((one) => [`${one.area} ${one.measure} ${one.figure} ${one.period}`, one]),
  );

/** By the head of its column, with and without its unit, the figure that a pack defines. */
function headsOf({ definitions }: BenchmarkPack): ReadonlyMap<unknown, string> {
  return new Map(
    definitions
      .filter(({ breakdownOf }) => breakdownOf === null)
      .flatMap(({ id, title, figures }) =>
        figures.flatMap((one) =>
          [`${id} ${one.title}`, `${id} ${title}: ${one.title}`].flatMap((head) => [
            [head, `${id} ${one.id}`] as const,
            [`${head} (${one.unit})`, `${id} ${one.id}`] as const,
          ]),
        ),
      ),
  );
}

function quartile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)] ?? NaN, sorted[Math.ceil(at)] ?? NaN];
  return low + (high - low) * (at % 1);
}

/** The numbers of the authorities that count by the version that most do. */
function numbersOf(pack: BenchmarkPack, figure: string, period: string): Map<string, number> {
  const own = [...wholesOf(pack).values()].filter(
    (one) =>
      `${one.measure} ${one.figure}` === figure &&
      one.period === period &&
      pack.areas.some(({ kind, code }) => kind === 'authority' && code === one.area),
  );
  const versions = own.map(({ version }) => version);
  const times = (version: number) => versions.filter((one) => one === version).length;
  const most = Math.max(...versions.map(times));
  return new Map(
    own.flatMap((one) => {
      const value = valueOf(one.outcome);
      return value !== null && times(one.version) === most ? [[one.area, value] as const] : [];
    }),
  );
}

function near(found: unknown, meant: unknown, where: string): void {
  if (typeof meant === 'number') expect(found, where).toBeCloseTo(meant, 6);
  else expect(found, where).toBe(meant);
}

describe.each([
  ['of made-up authorities', MADE_UP, BOOK],
  ['of a region', REGION, REGION_BOOK],
])('the workbook of a pack %s', (_, pack, book) => {
  const wholes = wholesOf(pack);
  const heads = headsOf(pack);

  it('holds every headline, share and first rate of every period, cell by cell', () => {
    const [heading = [], ...rows] = rowsOf(book, 'Figures');
    const periods = new Set([...wholes.values()].map(({ period }) => period));
    expect(rows).toHaveLength(periods.size * pack.areas.length);
    const met = new Set([...wholes.values()].map((one) => `${one.measure} ${one.figure}`));
    const headlines = pack.definitions
      .filter(({ breakdownOf }) => breakdownOf === null)
      .flatMap(({ id, figures }) =>
        figures.filter((one) => one.headline).map((one) => `${id} ${one.id}`),
      )
      .filter((figure) => met.has(figure));
    const columns = heading.slice(3).map((head) => heads.get(head) ?? `no figure: ${head}`);
    expect(headlines.filter((figure) => !columns.includes(figure))).toEqual([]);
    for (const [period, code, , ...cells] of rows) {
      for (const [at, cell] of cells.entries()) {
        const where = `${code} ${columns[at]} ${period}`;
        if (cell === 'v') expect(wholes.get(where)?.version, where).toBe(2);
        else near(cell, shown(wholes.get(where)), where);
      }
    }
  });

  it('has a sheet a theme, with the latest quarter, totals and quartiles', () => {
    let checked = 0;
    for (const name of book.SheetNames) {
      const [heading = [], ...rows] = rowsOf(book, name);
      if (heading[0] !== 'What') continue;
      for (const [at, head] of heading.entries()) {
        const figure = heads.get(head);
        if (at < 4 || figure === undefined) continue;
        const numbers = numbersOf(pack, figure, LATEST);
        const values = [...numbers.values()];
        for (const row of rows) {
          const [what, code, area] = row;
          const lying = [
            ['Lower quartile', 0.25],
            ['Median', 0.5],
            ['Upper quartile', 0.75],
          ].find(([title]) => title === area);
          const meant =
            what !== 'Authorities'
              ? shown(wholes.get(`${code} ${figure} ${LATEST}`))
              : lying
                ? values.length < 3
                  ? '–'
                  : quartile(values, Number(lying[1]))
                : values.length;
          if (row[at] !== 'v') near(row[at], meant, `${name} ${area} ${figure}`);
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(500);
  });

  it('sets the first authority beside the others', () => {
    const rows = rowsOf(book, 'Your authority');
    const code = /\((.*)\)$/.exec(String(rows[1]?.[1]))?.[1] ?? '';
    expect(rows[2]?.[1]).toBe(LATEST);
    const table = rows.slice(26).filter(([title]) => heads.has(title));
    expect(table.length).toBeGreaterThan(15);
    for (const [title, , own, rank, of, lower, median, upper] of table) {
      const figure = heads.get(title) ?? '';
      const numbers = numbersOf(pack, figure, LATEST);
      const values = [...numbers.values()];
      const mine = numbers.get(code);
      near(own, mine ?? shown(wholes.get(`${code} ${figure} ${LATEST}`)), `${figure} own`);
      expect(of).toBe(values.length);
      const enough = values.length >= 3;
      const place =
        mine === undefined || !enough ? '–' : 1 + values.filter((one) => one > mine).length;
      expect(rank, `${figure} rank`).toBe(place);
      for (const [found, share] of [
        [lower, 0.25],
        [median, 0.5],
        [upper, 0.75],
      ] as const)
        near(found, enough ? quartile(values, share) : '–', `${figure} ${share}`);
    }
  });
});

it('numbers are numbers with a format that shows what is above nought and rounds to it as low', () => {
  const formats = new Set(
    Object.values(sheetOf(REGION_BOOK, 'Figures')).flatMap((cell: { t?: string; z?: string }) =>
      cell.t === 'n' ? [cell.z] : [],
    ),
  );
  expect(formats.size).toBeGreaterThan(0);
  const low = { t: 'n', v: 0.03, z: '[=0]0.0;[<0.05]"low";#,##0.0' } as const;
  expect(utils.format_cell({ ...low })).toBe('low');
  expect(utils.format_cell({ ...low, v: 0 })).toBe('0.0');
  expect(utils.format_cell({ ...low, v: 19.25 })).toBe('19.3');
});

it('a full pack’s says on every sheet that it is never to be published', async () => {
  expect(rowsOf(REGION_BOOK, 'Cover').slice(0, 2).flat()).toContain('NEVER TO BE PUBLISHED');
  expect(String(rowsOf(REGION_BOOK, 'Your authority')[0]?.[0])).toContain('NEVER TO BE PUBLISHED');
  const files = await unzip(await writePackWorkbook(REGION));
  const sheets = [...files].filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name));
  expect(sheets).toHaveLength(REGION_BOOK.SheetNames.length);
  for (const [name, xml] of sheets)
    expect(xml, name).toMatch(/<oddHeader>[^<]*NEVER TO BE PUBLISHED/);
  expect(
    rowsOf(REGION_BOOK, 'Remarks')
      .slice(1)
      .map((row) => row[5]),
  ).toEqual(REGION.remarks.map(({ note }) => note));
  expect(REGION.remarks.length).toBeGreaterThan(0);
});

describe('what a person wrote', () => {
  const HOSTILE = ['=1+1', '*', '*', '@SUM(A1)', '<b>&', "'=x", '#N/A', ' ', '_x0041_', '[x]/:?'];
  const pack: BenchmarkPack = {
    ...MADE_UP,
    title: '=cmd|’/c calc’!A1',
    areas: MADE_UP.areas.map((area, at) => ({ ...area, name: HOSTILE[at % 10] ?? '' })),
    definitions: MADE_UP.definitions.map((one) => ({
      ...one,
      theme: `${one.theme}'!$A$1:[${one.id}`,
    })),
  };

  it('stays text, and is found by its own line of the list alone', async () => {
    const book = read(await writePackWorkbook(pack));
    const ours = /^(IF|IFERROR|INDEX|MATCH|first_row)\b/;
    for (const name of book.SheetNames)
      for (const [at, cell] of Object.entries(sheetOf(book, name)))
        if (cell?.f !== undefined) expect(cell.f, `${name} ${at}`).toMatch(ours);
    const listed = rowsOf(book, 'Workings')
      .slice(1, 25)
      .map((row) => String(row[2]));
    expect(new Set(listed.map((one) => one.toLowerCase())).size).toBe(24);
    expect(listed.filter((one) => /[*?~]/.test(one))).toEqual([]);
    expect(rowsOf(book, 'Your authority')[1]?.[1]).toBe(listed[0]);
    expect(new Set(book.SheetNames).size).toBe(book.SheetNames.length);
    expect(book.SheetNames.filter((name) => /[[\]:*?/\\']/.test(name) || name.length > 31)).toEqual(
      [],
    );
  });
});

it('names sheets in quotes wherever a name stands for cells: Excel takes any other for broken', async () => {
  const xml = (await unzip(await writePackWorkbook(MADE_UP))).get('xl/workbook.xml') ?? '';
  const names = [...xml.matchAll(/<definedName [^>]*>([^<]*)</g)].map(([, range = '']) => range);
  expect(names.length).toBeGreaterThan(10);
  for (const range of names) expect(range).toMatch(/^('[^']+'|[A-Za-z]+)!\$[A-Z0-9]/);
});

it('is the same bytes for the same pack, and is told to be no pack that is read back', async () => {
  const one = await writePackAs(MADE_UP, 'workbook', standard);
  const bytes = new Uint8Array(await one.content.arrayBuffer());
  expect(Buffer.compare(bytes, await writePackWorkbook(copyOf(MADE_UP)))).toBe(0);
  expect(one.name).toMatch(/_shareable\.xlsx$/);
  expect(await isPack(one.content)).toBe(true);
  await expect(readPack(bytes, 'pack.xlsx', KNOWN.read)).rejects.toThrow(
    'pack.xlsx is the benchmarking workbook of a pack. It is for reading',
  );
});

function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Every sheet to a CSV of its own: comma, quotes, UTF-8, cells as they are and not as they are shown. */
const ALL_SHEETS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

describe.skipIf(!hasLibreOffice())('in LibreOffice (skipped where there is none)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pack-workbook-'));
  const choices = {
    made: { authority: 7, period: 3, total: 1, figure: 2 },
    other: { authority: 20, period: 13 },
  };

  beforeAll(async () => {
    for (const [name, choice] of Object.entries(choices)) {
      const bytes = await writePackWorkbook(MADE_UP, choice);
      const files = [...(await unzip(bytes))].map(([path, text]) => {
        // What each formula gave when it was written is taken out: what is found was worked out by LibreOffice.
        const bare = text.replaceAll(
          /(<c [^>]*?)(?: t="str")?([^>]*><f>[^<]*<\/f>)<v>[^<]*<\/v>/g,
          '$1$2',
        );
        return [path, new TextEncoder().encode(bare)] as const;
      });
      writeFileSync(join(folder, `${name}.xlsx`), await writeZip(files, MADE_UP.made));
      writeFileSync(join(folder, `${name}-written.xlsx`), bytes);
    }
    execFileSync(
      'soffice',
      [
        ...[
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          ALL_SHEETS,
        ],
        ...[
          '--outdir',
          join(folder, 'csv'),
          ...Object.keys(choices).map((name) => join(folder, `${name}.xlsx`)),
        ],
      ],
      { stdio: 'ignore', timeout: 180_000 },
    );
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(Object.keys(choices))('every formula gives what is written beside it: %s', (name) => {
    const book = read(new Uint8Array(readFileSync(join(folder, `${name}-written.xlsx`))));
    let checked = 0;
    for (const sheet of ['Your authority', 'Workings']) {
      const csv = readFileSync(join(folder, 'csv', `${name}-${sheet}.csv`), 'utf8');
      const found = firstRecords(csv, ',', 1000).map(({ values }) => values);
      for (const [at, cell] of Object.entries(sheetOf(book, sheet))) {
        if (cell?.f === undefined) continue;
        const { r, c } = utils.decode_cell(at);
        const worked = found[r]?.[c] ?? '';
        // A gap of a chart is an error, and was written as nothing.
        if (cell.v === undefined) expect(['', '#N/A'], `${sheet} ${at}`).toContain(worked);
        else if (typeof cell.v === 'number')
          expect(Number(worked), `${sheet} ${at} ${cell.f}`).toBeCloseTo(cell.v, 6);
        else expect(worked, `${sheet} ${at} ${cell.f}`).toBe(String(cell.v));
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(400);
  });
});
