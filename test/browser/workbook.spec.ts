import { readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';
import { collatorsBook } from '../unit/template/collators-book.ts';
import { expect, expectAccessible, measureSample, tabTo, test } from './page.ts';

const SHEET = 'RIIA & more';

test('a person points at the cells of a collator’s workbook, and gets it back filled in', async ({
  page,
}) => {
  await measureSample(page);
  await page
    .getByRole('link', { name: /^Return/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'fill it in with these figures' }).click();
  await expect(
    page.getByRole('heading', { name: 'A collator’s workbook', level: 1 }),
  ).toBeFocused();
  const buffer = Buffer.from(await collatorsBook());
  await page
    .getByLabel('The collator’s workbook')
    .setInputFiles({ name: 'Region Q1.xlsx', mimeType: 'application/octet-stream', buffer });
  const grid = page.getByRole('grid', { name: `Cells of ${SHEET}` });
  await expect(grid.getByRole('gridcell', { name: 'B5: 0. Formula, left as it is' })).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel('1. Choose a figure').selectOption('riia-02 referrals value');
  await grid.getByRole('gridcell', { name: 'B3: empty' }).click();
  await expect(page.getByText(`Referrals, the quarter, goes into ${SHEET}!B3.`)).toBeVisible();
  // With the keyboard alone: one row down, and Enter.
  await page.getByLabel('1. Choose a figure').selectOption('riia-04 repeat numerator');
  await grid.getByRole('gridcell', { name: /^B3:/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByLabel('1. Choose a figure').selectOption('riia-02 referrals value');
  await page.getByLabel('Period').selectOption('year');
  await page.getByLabel('2. Point at its cell, or type it').fill("'riia & more'!c3");
  await page.keyboard.press('Enter');
  await page.getByLabel('2. Point at its cell, or type it').fill('B5');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/B5 holds a formula, which is left as it is/)).toBeVisible();

  const mapped = page.getByRole('table', { name: 'The cells that are mapped' });
  await expect(mapped.getByRole('row')).toHaveCount(4);
  await expect(mapped.getByRole('row', { name: /!B3/ })).toContainText(
    'Referrals <all>, This quarter',
  );
  await expect(page.getByText(/empty, and nothing goes there/)).toBeVisible();
  await expectAccessible(page);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the filled copy' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Region Q1 filled in DRAFT.xlsx');
  const book = read(readFileSync(await download.path()), { cellFormula: true, sheetStubs: true });
  const at = (cell: string): unknown => book.Sheets[SHEET]?.[cell]?.v;
  const shown = await mapped
    .getByRole('row', { name: /!B3/ })
    .getByRole('cell')
    .nth(2)
    .textContent();
  expect(at('B3')).toBe(Number(shown));
  expect(at('B3')).toBeGreaterThan(10);
  expect(at('C3')).toBeGreaterThan(Number(shown));
  expect(book.Sheets[SHEET]?.['B5']?.f).toBe('B4/B3');
  const column = await page.getByLabel(/The same as a column to paste/).inputValue();
  expect(column.split('\n')).toEqual([at('B3'), at('B4'), at('C3')].map(String));

  // The map is kept: the next workbook of the kind is filled in at once, and what moved in it is told.
  await page.getByLabel('The collator’s workbook').setInputFiles({
    ...{ name: 'Region Q2.xlsx', mimeType: 'application/octet-stream' },
    buffer: Buffer.from(await collatorsBook('Contacts')),
  });
  await expect(page.getByText('Which figure goes where in Region Q2.xlsx')).toBeVisible();
  await expect(page.getByLabel('The map for it')).toHaveValue('Region Q1');
  await expect(mapped.getByRole('row', { name: /!B3/ })).toContainText(
    'The template has changed: beside it stood “Referrals <all>, This quarter”, and stands “Contacts, This quarter”',
  );
});

test('the page can be walked on a phone, with the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('./#/workbook');
  await expect(page.getByText('No extract is loaded')).toBeVisible();
  await measureSample(page);
  await page.goto('./#/return');
  await page.getByRole('link', { name: 'fill it in with these figures' }).click();
  await tabTo(page, 'button', /Choose the workbook/);
  await expectAccessible(page);
  await page.getByLabel('The collator’s workbook').setInputFiles({
    ...{ name: 'notes.xlsx', mimeType: 'application/octet-stream' },
    buffer: Buffer.from('not a workbook'),
  });
  await expect(page.getByText(/The workbook cannot be filled in: it is no zip/)).toBeVisible();
  await page.getByLabel('The collator’s workbook').setInputFiles({
    ...{ name: 'Region.xlsx', mimeType: 'application/octet-stream' },
    buffer: Buffer.from(await collatorsBook()),
  });
  await page.getByRole('gridcell', { name: 'B3: empty' }).click();
  await expect(page.getByRole('table', { name: 'The cells that are mapped' })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});
