import { type WorkBook, read, utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Return } from '../../../src/model/return.ts';
import { OBSERVATION_COLUMNS, observationRows } from '../../../src/return/observation-rows.ts';
import { writeWorkbook } from '../../../src/return/workbook.ts';
import { TERMS, YEAR, count, inPeriod, observed, percentage, returnOf } from './observations.ts';
import { unzip } from './unzip.ts';

type Row = Readonly<Record<string, unknown>>;

const QUARTER_HEAD = 'Quarter: April to June 2025';
const YEAR_HEAD = 'Year: July 2024 to June 2025';

function readBack(contents: Return = returnOf()): WorkBook {
  return read(writeWorkbook(contents, TERMS), { cellStyles: true });
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

const book = readBack();

describe('the workbook', () => {
  it('has its sheets in order, the cover first', () => {
    expect(book.SheetNames).toEqual([
      'Cover',
      'RIIA',
      'Early Help',
      'Breakdowns',
      'Observations',
      'Definitions',
      'Settings',
      'Notes',
    ]);
  });

  it('opens with the draft mark and why', () => {
    const [mark, why] = coverOf(book);
    expect(mark).toEqual(['DRAFT, NOT SAFE TO SEND']);
    expect(why?.[0]).toMatch(/^Numbers from 1 to 5 are withheld, but it has not yet been checked/);
  });

  it('says on the cover whose it is, when, by what, and what the symbols mean', () => {
    const cover = coverOf(book);
    for (const line of [
      ['Local authority', 'Exampleshire'],
      ['Local authority code', '000'],
      ['Quarter', 'April to June 2025 (2025-26 Q1)'],
      ['Extract date', '14 July 2025'],
      ['Made', '14 July 2025 at 09:30 UTC'],
      ['Made with', 'Quarterlight 0.1.0'],
      ['c', 'Withheld to protect children'],
      ['z', 'Not applicable'],
      ['x', 'Not available'],
      ['m', 'Missing'],
    ]) {
      expect(cover).toContainEqual(line);
    }
    const named = cover.map(([first]) => first);
    expect(book.SheetNames.slice(1).filter((sheet) => !named.includes(sheet))).toEqual([]);
  });

  it('holds the tidy table, value by value', () => {
    const expected = observationRows(returnOf(), TERMS).map((row) => ({ ...row }));
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
      null,
      'Over mid-year estimate 2024.',
      'Year: Not available: not in this return.',
      'Quarter: Withheld to protect children. Year: Not available: not in this return.',
      'See Notes.',
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

  it('carries definitions, settings and notes', () => {
    const definitions = rowsOf(book, 'Definitions');
    expect(definitions.map((row) => [row.Id, row['Figure id'], row.Version])).toEqual([
      ['riia-02', 'referrals', 1],
      ['riia-02', 'rate', 1],
      ['riia-03', null, null],
      ['riia-04', 'repeat', 1],
      ['riia-24', 'children', 1],
      ['eh-6', 'either', 1],
    ]);
    expect(definitions[0]?.['What is counted']).toBe('Every one. And each once.');
    expect(definitions[2]?.['What is counted']).toBe('riia-02, by referral source.');
    expect(definitions[3]?.Denominator).toBe('Referrals in the period.');
    expect(rowsOf(book, 'Settings')).toEqual([
      {
        Id: 'eh-6',
        Item: 'Children stepped up',
        Setting: 'step_up_days',
        'What it is': 'Days after early help ends',
        Value: 21,
        Unit: 'days',
        Default: 14,
      },
      {
        Id: null,
        Item: 'What counts as early help',
        Setting: 'closing',
        'What it is': 'When are episodes closed?',
        Value: 'At the next review',
        Unit: null,
        Default: null,
      },
      {
        Id: null,
        Item: 'What counts as early help',
        Setting: 'level',
        'What it is': 'Which help counts?',
        Value: 'Not answered',
        Unit: null,
        Default: null,
      },
      {
        Id: null,
        Item: 'Words that the authority maps',
        Setting: 'early_help_end_reason',
        'What it is': 'Why early help ended',
        Value: 12,
        Unit: 'words',
        Default: 0,
      },
    ]);
    expect(rowsOf(book, 'Notes')).toEqual([
      {
        Id: 'riia-04',
        Item: 'Repeat referrals',
        Kind: 'window-limited',
        Note: 'The extract begins on 1 July 2024.',
        Figures: 'Repeat referrals',
        Periods: 'July 2024 to June 2025',
      },
    ]);
  });

  it('shows counts whole, with thousands marked, and ratios to one decimal', () => {
    const given = returnOf([
      observed('riia-02', 'referrals', count(1204)),
      observed('riia-04', 'repeat', percentage(240, 1200)),
    ]);
    const shown = rowsOf(readBack(given), 'RIIA', false).map((row) => row[QUARTER_HEAD]);
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

describe('text that looks like a formula', () => {
  it('is text wherever it stands', async () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'];
    const contents = returnOf(
      [observed('riia-24', 'children', { kind: 'missing', reason: '=reason()' }, inPeriod(YEAR))],
      {
        authority: { code: '000', name: '=cmd|calc' },
        caveats: texts.map((says) => ({
          measure: 'riia-04',
          caveat: { kind: 'words not mapped', says, sent: says, figures: [], periods: [] },
        })),
      },
    );
    const made = readBack(contents);
    expect(rowsOf(made, 'Notes').map((row) => row.Note)).toEqual(texts);
    expect(rowsOf(made, 'Observations')[0]).toMatchObject({
      area_name: '=cmd|calc',
      reason: '=reason()',
    });
    expect(coverOf(made)).toContainEqual(['Local authority', '=cmd|calc']);
    const files = await unzip(writeWorkbook(contents, TERMS));
    const sheets = [...files].filter(([path]) => path.startsWith('xl/worksheets/'));
    expect(sheets).toHaveLength(8);
    expect(sheets.filter(([, xml]) => /<f[ >]/.test(xml))).toEqual([]);
  });
});

describe('its bytes', () => {
  it('are the same for the same input, whatever books were read or written between', () => {
    const first = writeWorkbook(returnOf(), TERMS);
    const other = utils.book_new();
    const sheet = utils.aoa_to_sheet([[{ t: 'n', v: 1, z: '[Red]0.0000"x"' }]]);
    utils.book_append_sheet(other, sheet, 'Other');
    const bytes: unknown = write(other, { type: 'array', bookType: 'xlsx' });
    if (!(bytes instanceof ArrayBuffer)) throw new Error('no bytes');
    read(bytes);
    expect(writeWorkbook(returnOf(), TERMS)).toStrictEqual(first);
  });

  it('carry the time that was given, and none of the clock', async () => {
    const files = await unzip(writeWorkbook(returnOf(), TERMS));
    const core = files.get('docProps/core.xml') ?? '';
    expect(core.match(/\d{4}-\d{2}-\d{2}T[\d:]+Z/g)).toEqual([
      '2025-07-14T09:30:00Z',
      '2025-07-14T09:30:00Z',
    ]);
    const later = returnOf(undefined, { made: '2025-07-14T09:30:01Z' });
    expect(writeWorkbook(later, TERMS)).not.toStrictEqual(writeWorkbook(returnOf(), TERMS));
  });
});
