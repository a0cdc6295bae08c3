import { readFileSync, readdirSync } from 'node:fs';
import { read } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { escaped, twinCsv, twinHtml, twinTabs } from '../../src/charts/twin-text.ts';
import { pictureOf } from '../../src/charts/picture.ts';
import { chasingCsv } from '../../src/collate/completeness.ts';
import { madeTold } from '../../src/collate/made-pack.ts';
import { fillWorkbook } from '../../src/files/fill-workbook.ts';
import { firstRecords } from '../../src/files/records.ts';
import type { BenchmarkPack } from '../../src/model/benchmark-pack.ts';
import { writePackAs } from '../../src/return/pack-forms.ts';
import { writeReturn } from '../../src/return/write.ts';
import { writeTemplate } from '../../src/template/write-template.ts';
import { KNOWN } from '../unit/collate/made.ts';
import { madeUpPack } from '../unit/return/packs.ts';
import { QUARTER, TERMS, returnOf } from '../unit/return/observations.ts';
import { blankTemplate, BY } from '../unit/template/filled.ts';
import { everyHostileText } from './texts.ts';

/** Every file of src/ that makes a file or copies, and what is known of it. A new one fails until it is entered, and proved below. */
const MAKES: Readonly<Record<string, string>> = {
  'app/parts/CollateFile.svelte':
    'copies a letter: sentences, whose quoted text is short and visible',
  'app/parts/FilledCopy.svelte': 'copies numbers and symbols of figures, and no text',
  'app/parts/Templates.svelte': 'saves headings of our own',
  'app/report-file.ts':
    'saves what the page shows, as the browser writes it: see the report in the browser',
  'app/save.ts': 'hands a file over',
  'app/try-to-send.ts': 'starts a worker of text of our own',
  'charts/copy.ts': 'copies twinTabs and twinHtml',
  'charts/export.ts': 'saves twinCsv and pictureOf',
  'charts/picture.ts': 'draws pictureOf as PNG',
  'collate/made-pack.ts': 'saves the key of pseudonyms',
  'collate/open-given.ts': 'is for reading',
  'engine/bound-worker.ts': 'starts a worker',
  'files/csv.ts': 'is for the engine',
  'files/decode.ts': 'is for reading',
  'files/quotes.ts': 'is for reading',
  'files/text.ts': 'is for reading',
  'files/zip-parts.ts': 'is for reading',
  'files/zip.ts': 'is for reading',
  'quality/corrections.ts':
    'saves by STARTS_FORMULA in the engine: see test/checks/corrections.test.ts',
  'return/pack-forms.ts': 'saves packs',
  'return/pack-text.ts': 'saves packs as CSV and JSON',
  'return/read/read-pack.ts': 'is for reading',
  'return/read/read-return.ts': 'is for reading',
  'shipped/beside.ts': 'brings what ships with the page',
  'shipped/within.ts': 'brings what ships with the page',
  'workbench/open-collating.ts': 'saves chasingCsv and a project of JSON',
  'workbench/open.ts': 'saves a profile of JSON, returns, templates and filled workbooks',
};

const MAKING = /new Blob\(|clipboard\.write|\.download = /;

it('every file that is saved or copied is made by one of these', () => {
  const found = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(ts|svelte)$/.test(path))
    .filter((path) => MAKING.test(readFileSync(`src/${path}`, 'utf8')));
  expect(found.sort()).toEqual(Object.keys(MAKES).sort());
});

it('no page or chart takes text for HTML', () => {
  const found = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|svelte)$/.test(path))
    .filter((path) =>
      /\{@html|innerHTML|insertAdjacentHTML|document\.write|srcdoc|createContextualFragment|DOMParser/.test(
        readFileSync(`src/${path}`, 'utf8'),
      ),
    );
  expect(found).toEqual([]);
});

const TEXTS = everyHostileText();
/** Said here apart from the page's own rule: what a spreadsheet could start from. */
const STARTS = /^[\s"'“”;,|\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;
const isNumber = (cell: string) => /^-?\d+(\.\d+)?$/.test(cell);

function expectHarmless(csv: string, delimiter = ','): void {
  const cells = firstRecords(csv.replace(/^\uFEFF/, ''), delimiter, Infinity).flatMap(
    ({ values }) => values,
  );
  for (const cell of cells) if (STARTS.test(cell) && !isNumber(cell)) expect(cell).toMatch(/^'/);
  expect(cells.some((cell) => STARTS.test(cell) && cell.startsWith("'"))).toBe(true);
}

/** No formula but those that the page writes itself, which hold nothing that was given. */
function expectOnlyText(bytes: Uint8Array): void {
  const book = read(bytes, { cellFormula: true });
  let texts = 0;
  for (const sheet of Object.values(book.Sheets))
    for (const cell of Object.values(sheet)) {
      if (typeof cell?.f === 'string')
        expect(cell.f).not.toMatch(/planted|WEBSERVICE|HYPERLINK|cmd/i);
      if (typeof cell?.v === 'string' && STARTS.test(cell.v)) texts += cell.t === 's' ? 1 : NaN;
    }
  expect(texts).toBeGreaterThan(0);
}

function expectNoMarkup(markup: string): void {
  expect(markup).not.toMatch(/<(img|script|iframe|link|meta|form|base|use|foreignObject)\b/i);
  expect(markup).not.toMatch(/<[a-z]+[^>]*\s(on\w+|href|src)=/i);
}

const at = { measure: 'riia-02', figure: 'referrals', period: '2025-26 Q1', cell: null } as const;
const RETURN = returnOf(undefined, {
  authority: { code: '000', name: '=1+1 <img src=x>' },
  notes: TEXTS.map((says) => ({ at, says })),
  signedOff: { role: '=cmd|x', on: '2025-07-14' },
});
const asText = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('what is saved holds no formula that was given', () => {
  it('a return', async () => {
    expectHarmless(asText((await writeReturn(RETURN, TERMS, 'csv')).bytes));
    expectOnlyText((await writeReturn(RETURN, TERMS, 'workbook')).bytes);
    const json: unknown = JSON.parse(asText((await writeReturn(RETURN, TERMS, 'json')).bytes));
    expect(json).toMatchObject({ authority: { name: '=1+1 <img src=x>' } });
  });

  it('a pack', async () => {
    const pack = hostilePack(await madeUpPack());
    const of = async (form: 'csv' | 'workbook') =>
      new Uint8Array(
        await (await writePackAs(pack, form, KNOWN.terms.standard)).content.arrayBuffer(),
      );
    expectHarmless(asText(await of('csv')));
    expectOnlyText(await of('workbook'));
  });

  it('a chasing list, and the key of pseudonyms', async () => {
    const outstanding = TEXTS.map((what) => {
      return { area: '=1', name: what, quarter: QUARTER, what } as const;
    });
    expectHarmless(chasingCsv(outstanding));
    const pack = await madeUpPack();
    const names = Object.fromEntries(
      TEXTS.map((name, place) => [`=A${place}`, { code: '=9', name }]),
    );
    const key = { names };
    const { key: file } = madeTold({ pack, key, leftOut: [] });
    expectHarmless((await file?.content.text()) ?? '');
  });

  it('a template, and a workbook that is filled in', async () => {
    const { measures, breakdowns, authorities } = BY;
    const named = TEXTS.filter(
      (name) => name.length < 100 && !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(name),
    );
    const [first] = authorities;
    const hostile = first ? named.map((name) => ({ ...first, name })) : [];
    const of = { measures, breakdowns, authorities: hostile, appVersion: '1', today: '2025-07-14' };
    expectOnlyText(await writeTemplate({ ...of, today: '2025-07-14' }));
    const cells = named.map((value, place) => ({ cell: `Z${place + 1}`, value }));
    const { bytes } = await fillWorkbook(await blankTemplate(), [{ sheet: 'Start here', cells }]);
    expectOnlyText(bytes);
  });

  it('a chart’s table, and its picture', () => {
    const twin = {
      headings: TEXTS,
      rows: TEXTS.map((head) => ({ head, cells: TEXTS.slice(0, 3) })),
    };
    const told = {
      caption: '=1 <img src=x>',
      reading: TEXTS.join(' '),
      source: '<b>',
      notes: TEXTS,
    };
    expectHarmless(twinCsv(twin, told));
    expectHarmless(twinTabs(twin), '\t');
    expectNoMarkup(twinHtml(twin, told.caption));
    expectNoMarkup(pictureOf('<svg width="10" height="10"></svg>', told));
    for (const text of TEXTS) expect(escaped(text)).not.toMatch(/[<>"]/);
  });
});

function hostilePack(pack: BenchmarkPack): BenchmarkPack {
  return {
    ...pack,
    title: '=1+1',
    areas: pack.areas.map((area, place) => ({ ...area, name: TEXTS[place] ?? '=area' })),
  };
}
