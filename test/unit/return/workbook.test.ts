import { type WorkBook, read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { ReturnDocument } from '../../../src/model/return-document.ts';
import { documentOf } from '../../../src/return/document.ts';
import { OBSERVATION_COLUMNS, observationRows } from '../../../src/return/observation-rows.ts';
import { rowsAbout } from '../../../src/return/status.ts';
import { writeWorkbook } from '../../../src/return/workbook.ts';
import {
  TERMS,
  YEAR,
  collatorReturnOf,
  count,
  documentFor,
  inPeriod,
  observed,
  percentage,
} from './observations.ts';
import { unzip } from './unzip.ts';

type Row = Readonly<Record<string, unknown>>;

const QUARTER_HEAD = 'Quarter: April to June 2025';
const YEAR_HEAD = 'Year: July 2024 to June 2025';

const SEAL = { withheld: 3, observations: '', rest: '' };

async function readBack(document: ReturnDocument = documentFor()): Promise<WorkBook> {
  return read(await writeWorkbook(document, SEAL), { cellStyles: true });
}

function sheetOf(book: WorkBook, name: string) {
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** A sheet's rows by its heading, as values or as they are shown. */
function rowsOf(book: WorkBook, name: string, raw = true): Row[] {
  return utils.sheet_to_json<Row>(sheetOf(book, name), { raw, defval: null });
}

function coverOf(book: WorkBook): (readonly unknown[])[] {
  return utils.sheet_to_json<readonly unknown[]>(sheetOf(book, 'Cover'), { header: 1 });
}

const book = await readBack();

describe('the workbook', () => {
  it('has its sheets in order, the cover first', () => {
    expect(book.SheetNames).toEqual([
      'Cover',
      'RIIA',
      'Early Help',
      'Breakdowns',
      'Data quality',
      'Definitions',
      'About',
      'Observations',
      'For programs',
    ]);
  });

  it('opens with what it is and its marks', async () => {
    expect(coverOf(book).slice(0, 2)).toEqual([['Quarterly return'], ['DRAFT: not signed off']]);
    const signedOff = { role: 'Head of performance', on: '2025-07-20' } as const;
    const done = coverOf(await readBack(documentFor(undefined, { signedOff })));
    expect(done.flat()).not.toContain('DRAFT: not signed off');
    expect(done).toContainEqual([
      'Status',
      'Signed off by the Head of performance on 20 July 2025',
    ]);
    const complete = coverOf(await readBack(documentOf(collatorReturnOf(), TERMS)));
    expect(complete[1]).toEqual(['NEVER TO BE PUBLISHED']);
    expect(complete).toContainEqual(['Agreement', 'North sharing agreement']);
  });

  it('says how small numbers were treated, and that it was audited', () => {
    const cover = coverOf(book);
    expect(cover).toContainEqual(['Policy', 'Counts of 1 to 5 are withheld']);
    expect(cover).toContainEqual([
      'Checked',
      'All 17 figures, of which 3 are withheld, were audited: no withheld number can be worked out from those shown.',
    ]);
  });

  it('says on the cover whose it is, when, by what, and what the symbols mean', () => {
    const cover = coverOf(book);
    for (const line of [
      ['Local authority', 'Exampleshire'],
      ['Local authority code', '000'],
      ['Quarter', 'April to June 2025 (2025-26 Q1)'],
      ['Version of the return', '1'],
      ['Status', 'Draft, not signed off'],
      ['Extract made', '14 July 2025'],
      ['Extract covers', '1 July 2019 to 13 July 2025'],
      ['Made', '14 July 2025 at 09:30 UTC'],
      ['Made with', 'Quarterlight 0.1.0'],
      ['c', 'Withheld to protect children'],
      ['z', 'Not applicable'],
      ['x', 'Not available'],
      ['m', 'Missing'],
      ['low', 'Above nought, and 0.0 when rounded'],
    ]) {
      expect(cover).toContainEqual(line);
    }
    const named = cover.map(([first]) => first);
    expect(book.SheetNames.slice(1).filter((sheet) => !named.includes(sheet))).toEqual([]);
  });

  it('holds the tidy table, value by value', () => {
    const document = documentFor();
    const expected = observationRows(document.observations, rowsAbout(document)).map((row) => ({
      ...row,
    }));
    expect(rowsOf(book, 'Observations')).toStrictEqual(expected);
    expect(Object.keys(rowsOf(book, 'Observations')[0] ?? {})).toEqual(OBSERVATION_COLUMNS);
  });

  it('shows each item with its quarter and its year', () => {
    const shown = rowsOf(book, 'RIIA').map((row) => [
      row.Id,
      row.Figure,
      row.Unit,
      row[QUARTER_HEAD],
      row[YEAR_HEAD],
    ]);
    expect(shown).toEqual([
      ['riia-02', 'Referrals', 'referrals', 400, 1600],
      ['riia-02', 'Referrals per 10,000 children', 'per 10,000 children', 399.7, 1600],
      ['riia-03', 'Police', 'referrals', 398, 'x'],
      ['riia-03', 'Not known', 'referrals', 'c', 'x'],
      ['riia-04', 'Repeat referrals', '% of referrals', 19.3, 18.8],
      ['riia-24', 'Children electively home educated', 'children', 210, 'z'],
    ]);
    const stepped = rowsOf(book, 'Early Help').map((row) => [row[QUARTER_HEAD], row[YEAR_HEAD]]);
    expect(stepped).toEqual([['c', 1204]]);
  });

  it('says in words why a figure is not there, who entered it, and that there is more to know', () => {
    const notes = rowsOf(book, 'RIIA').map((row) => row.Notes);
    expect(notes).toEqual([
      'Quarter: The front door moved in April.',
      'Over mid-year estimate 2024.',
      'Year: Not available: not in this return.',
      'Quarter: Withheld to protect children. Year: Not available: not in this return.',
      'See About.',
      'Year: Not applicable: the position on one day has no year. Entered by hand.',
    ]);
  });

  it('shows every cell of every breakdown', () => {
    const shown = rowsOf(book, 'Breakdowns').map((row) => [
      row.Figure,
      row.Breakdown,
      row.Cell,
      row[QUARTER_HEAD],
    ]);
    expect(shown).toEqual([
      ['Referrals', 'Age', 'Under 1', 40],
      ['Referrals', 'Age', '1 to 4', 360],
      ['Referrals', 'Age', 'Not known', 0],
      ['Referrals', 'Referral source', 'Police', 398],
      ['Referrals', 'Referral source', 'Not known', 'c'],
      ['Repeat referrals', 'Age', 'Under 1', 'c'],
      ['Repeat referrals', 'Age', '1 to 4', 0],
      ['Repeat referrals', 'Age', 'Not known', 'z'],
    ]);
  });

  it('carries definitions', () => {
    const definitions = rowsOf(book, 'Definitions');
    expect(definitions.map((row) => [row.Id, row.Figure, row.Version])).toEqual([
      ['riia-02', 'Referrals', 1],
      ['riia-02', 'Referrals per 10,000 children', 1],
      ['riia-03', 'Referrals', 1],
      ['riia-04', 'Repeat referrals', 1],
      ['riia-24', 'Children electively home educated', 1],
      ['eh-6', 'Stepped up', 1],
    ]);
    expect(definitions[0]?.['What is counted']).toBe('Every one. And each once.');
    expect(definitions[2]?.['What is counted']).toBe('riia-02, by referral source.');
    expect(definitions[3]?.Denominator).toBe('Referrals in the period.');
  });

  it('carries what the checks found', async () => {
    expect(rowsOf(book, 'Data quality').map((row) => Object.values(row))).toEqual([
      ['No identifier', 'Serious', 'Nothing was found'],
      ['Far fewer than usual', 'Worth a look', 'Something was found'],
    ]);
    const unchecked = await readBack(documentFor(undefined, { quality: null }));
    expect(rowsOf(unchecked, 'Data quality')[0]?.Check).toBe('No checks were made of the extract.');
  });

  it('carries settings, answers, words, caveats, notes and figures put right', () => {
    expect(rowsOf(book, 'About').map((row) => Object.values(row))).toEqual([
      [
        ...['Setting', 'eh-6', 'Children stepped up', 'Days after early help ends'],
        ...['21 days', 'Usually 14 days'],
      ],
      [
        ...['What counts as early help', 'closing', null, 'When are episodes closed?'],
        ...['At the next review', null],
      ],
      [
        ...['What counts as early help', 'level', null, 'Which help counts?'],
        ...['Not answered', null],
      ],
      [
        ...['Words that the authority maps', 'early_help_end_reason', null],
        ...['Why early help ended', 12, null],
      ],
      [
        ...['To know beside a figure', 'riia-04', 'Repeat referrals', 'Window-limited'],
        ...['The extract begins on 1 July 2024.', 'Repeat referrals; July 2024 to June 2025'],
      ],
      [
        ...['Note on a figure', 'riia-02', 'Referrals', 'Referrals, April to June 2025'],
        ...['The front door moved in April.', null],
      ],
      [
        ...['Figure put right', 'riia-02', 'Referrals', 'Referrals, January to March 2025'],
        ...['Recorded late.', 'Was sent before as: 380'],
      ],
    ]);
  });

  it('shows counts whole, with thousands marked, and ratios to one decimal', async () => {
    const given = documentFor([
      observed('riia-02', 'referrals', count(1204)),
      observed('riia-04', 'repeat', percentage(240, 1200)),
    ]);
    const shown = rowsOf(await readBack(given), 'RIIA', false).map((row) => row[QUARTER_HEAD]);
    expect(shown).toContain('1,204');
    expect(shown).toContain('20.0');
  });

  it('has filters and widths on every table', () => {
    for (const name of book.SheetNames.slice(1)) {
      const sheet = sheetOf(book, name);
      expect(sheet['!autofilter']?.ref, name).toBe(sheet['!ref']);
      expect(sheet['!cols']?.length, name).toBe(utils.decode_range(sheet['!ref'] ?? '').e.c + 1);
    }
  });
});

describe('as it is opened and printed', () => {
  it('has bold heads that stay in view, and A4 pages that repeat them', async () => {
    const files = await unzip(await writeWorkbook(documentFor(), SEAL));
    const sheets = [...files].filter(([path]) => /^xl\/worksheets\/sheet\d/.test(path));
    expect(sheets).toHaveLength(9);
    for (const [path, xml] of sheets.slice(1)) {
      expect(xml, path).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
      expect(xml, path).toMatch(/<pageSetup [^>]*paperSize="9"/);
      expect(xml, path).toMatch(/<pageSetup [^>]*orientation="landscape"/);
      expect(xml, path).toMatch(/<pageSetup [^>]*fitToHeight="0"/);
      expect(xml, path).toContain('Exampleshire, 2025-26 Q1, DRAFT');
    }
    const names = (files.get('xl/workbook.xml') ?? '').match(/_xlnm\.Print_Titles/g);
    expect(names).toHaveLength(8);
    expect(files.get('xl/styles.xml')).toMatch(/<b\/>/);
  });

  it('is marked on every sheet where it is complete', async () => {
    const document = documentOf(collatorReturnOf(), TERMS);
    const files = await unzip(await writeWorkbook(document, SEAL));
    for (const [path, xml] of files) {
      if (!path.startsWith('xl/worksheets/sheet')) continue;
      expect(xml, path).toContain('NEVER TO BE PUBLISHED');
      expect(xml, path).toContain('<tabColor');
    }
  });
});

describe('text that looks like a formula', () => {
  it('is text wherever it stands', async () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '_x0041_'];
    const document = documentFor(
      [observed('riia-24', 'children', { kind: 'missing', reason: '=reason()' }, inPeriod(YEAR))],
      {
        authority: { code: '000', name: '=cmd|calc' },
        caveats: texts.map((says) => ({
          measure: 'riia-04',
          caveat: { kind: 'words not mapped', says, sent: says, figures: [], periods: [] },
        })),
      },
    );
    const made = await readBack(document);
    const about = rowsOf(made, 'About').filter(({ Id }) => Id === 'riia-04');
    expect(about.map((row) => row['What it says'])).toEqual(texts);
    expect(rowsOf(made, 'Observations')[0]).toMatchObject({
      area_name: '=cmd|calc',
      reason: '=reason()',
    });
    expect(coverOf(made)).toContainEqual(['Local authority', '=cmd|calc']);
    const files = await unzip(await writeWorkbook(document, SEAL));
    expect([...files].filter(([, xml]) => /<f[ >]/.test(xml))).toEqual([]);
  });
});

describe('its bytes', () => {
  it('carry the time that was given, and none of the clock', async () => {
    const files = await unzip(await writeWorkbook(documentFor(), SEAL));
    const core = files.get('docProps/core.xml') ?? '';
    expect(core.match(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g)).toEqual([
      expect.stringMatching(/^2025-07-14T09:30:00/),
      expect.stringMatching(/^2025-07-14T09:30:00/),
    ]);
    const later = documentFor(undefined, { made: '2025-07-14T09:30:02Z' });
    expect(await writeWorkbook(later, SEAL)).not.toStrictEqual(
      await writeWorkbook(documentFor(), SEAL),
    );
  });
});
