import { readFileSync } from 'node:fs';
import * as xlsx from '@e965/xlsx';
import type { Page } from '@playwright/test';
import {
  SAMPLE,
  expect,
  expectAccessible,
  expectDrawn,
  tabTo,
  test,
  testMeasured,
} from './page.ts';

test('a person walks from the extract to the return with the keyboard alone', async ({ page }) => {
  await page.goto('./');
  await expectAccessible(page);

  await tabTo(page, 'button', /^Choose files$/);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.keyboard.press('Enter'),
  ]);
  await chooser.setFiles(SAMPLE);

  await expect(page.getByRole('heading', { name: 'Extract', level: 1 })).toBeFocused();
  await expect(page.getByText(/\d+ of \d+ tables the measures need/)).toBeVisible();
  await expectAccessible(page);
  await tabTo(page, 'combobox', /Local authority/);
  await page.keyboard.type('Exampleshire');
  await tabTo(page, 'button', /Work out the measures/);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Measures', level: 1 })).toBeFocused();
  await expectAccessible(page);
  await tabTo(page, 'link', /^Repeat referrals$/);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Repeat referrals', level: 1 })).toBeFocused();
  await expect(page).toHaveTitle(/^Repeat referrals/);
  await expect(page.getByText(/within 12 months of an earlier one/).first()).toBeVisible();
  await tabTo(page, 'link', /^Return/);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Return', level: 1 })).toBeFocused();
  await expectAccessible(page);
  await tabTo(page, 'button', /Save as JSON/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe(
    'quarterlight_Exampleshire_000_2025-26-Q1_v1_shareable_DRAFT.json',
  );

  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Repeat referrals', level: 1 })).toBeVisible();
});

testMeasured('the three downloads hold the figures that the page shows', async ({ page }) => {
  const shown = await shownNumbers(page);

  await page
    .getByRole('link', { name: /^Return/ })
    .first()
    .click();
  const json: unknown = JSON.parse(await saved(page, 'Save as JSON'));
  const csv = xlsx.read(await saved(page, 'Save as CSV'), { type: 'string', raw: true });
  const book = xlsx.read(await savedBytes(page, 'Save as a workbook (.xlsx)'));

  const fromJson = totalsOf(recordsIn(json, 'observations'));
  const fromCsv = totalsOf(rowsOf(csv, csv.SheetNames[0] ?? ''));
  const fromBook = totalsOf(rowsOf(book, 'Observations'));
  expect(fromJson.size).toBeGreaterThan(10);
  expect(fromCsv).toEqual(fromJson);
  expect(fromBook).toEqual(fromJson);
  const figures = recordsIn(json, 'measures').flatMap((measure) =>
    (measure['breakdownOf'] === null ? recordsIn(measure, 'figures') : []).map((figure, place) => ({
      name: `${String(measure['id'])} ${String(figure['id'])}`,
      shown: shown.get(String(measure['id']))?.[place],
    })),
  );
  const numbers = figures.filter((figure) => /^\d/.test(figure.shown ?? ''));
  const withheld = new Set(
    recordsIn(json, 'observations')
      .filter((row) => isTotal(row) && row['outcome'] === 'withheld')
      .map(nameOf),
  );
  expect(numbers.length).toBe(fromJson.size + withheld.size);
  for (const figure of numbers) {
    const sent =
      fromJson.get(figure.name) ?? (withheld.has(figure.name) ? figure.shown : undefined);
    expect(Number(sent), figure.name).toBe(Number(figure.shown));
  }
});

testMeasured('no download holds an identifier or a small number', async ({ page }) => {
  await page
    .getByRole('link', { name: /^Return/ })
    .first()
    .click();
  const csv = await saved(page, 'Save as CSV');
  const json = await saved(page, 'Save as JSON');
  const book = xlsx.read(await savedBytes(page, 'Save as a workbook (.xlsx)'));
  const sheets = book.SheetNames.map((name) => xlsx.utils.sheet_to_csv(book.Sheets[name] ?? {}));
  for (const text of [csv, json, ...sheets]) {
    expect(text).not.toMatch(/\b[PRAEH]\d{5,}\b/); // ids of the sample: P100023, R200012 …
  }
  for (const row of rowsOf(xlsx.read(csv, { type: 'string', raw: true }), 'Sheet1')) {
    if (row['outcome'] === 'count') expect(['1', '2', '3', '4', '5']).not.toContain(row['value']);
  }
});

/** Takes the page, showing Measures; gives the numbers of each measure in the chosen quarter, in the order of its figures. */
async function shownNumbers(page: Page): Promise<Map<string, string[]>> {
  await expectDrawn(page);
  const rows = await page.locator('tr.figure').evaluateAll((all) =>
    all.map((row) => ({
      measure: /measure\/([a-z0-9-]+)/.exec(row.querySelector('a')?.href ?? '')?.[1] ?? '',
      value: row.querySelector('td b')?.textContent.trim().replace(/[,%]/g, '') ?? '',
    })),
  );
  const shown = new Map<string, string[]>();
  for (const { measure, value } of rows) {
    shown.set(measure, [...(shown.get(measure) ?? []), value]);
  }
  return shown;
}

type Cells = Readonly<Record<string, unknown>>;

/** Takes rows of the tidy table; gives the value of each figure in the quarter, whole, by measure and figure. */
function totalsOf(rows: readonly Cells[]): Map<string, string> {
  return new Map(
    rows
      .filter(isTotal)
      .filter((row) => ['count', 'amount', 'ratio'].includes(String(row['outcome'])))
      .map((row) => [nameOf(row), String(Number(row['value']))]),
  );
}

function isTotal(row: Cells): boolean {
  return row['period'] === '2025-26 Q1' && row['breakdown'] === 'total';
}

function nameOf(row: Cells): string {
  return `${String(row['measure'])} ${String(row['figure'])}`;
}

function rowsOf(book: xlsx.WorkBook, name: string): Cells[] {
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error(`there is no sheet ${name} in ${book.SheetNames.join(', ')}`);
  return xlsx.utils.sheet_to_json<Cells>(sheet, { defval: '' });
}

function recordsIn(json: unknown, name: string): Cells[] {
  const found: unknown = Reflect.get(Object(json), name);
  if (!Array.isArray(found)) throw new Error(`there are no ${name}`);
  return found.map((one: unknown): Cells => ({ ...Object(one) }));
}

async function saved(page: Page, button: string): Promise<string> {
  return (await savedBytes(page, button)).toString('utf8').replace(/^\uFEFF/, '');
}

async function savedBytes(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(
    /^quarterlight_Exampleshire_000_2025-26-Q1_v1_shareable_DRAFT\./,
  );
  return readFileSync(await download.path());
}
