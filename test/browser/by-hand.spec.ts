import { readFileSync } from 'node:fs';
import { fillWorkbook } from '../../src/files/fill-workbook.ts';
import { expect, expectAccessible, test } from './page.ts';

for (const width of [1280, 360]) {
  test(
    `an authority without an extract fills in the workbook, and sends a return (${width} pixels)`,
    width === 360 ? {} : { tag: '@proof' },
    async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto('./');
      await page.getByText('I have no SSD: fill in a template').click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save a blank template for totals' }).click(),
      ]);
      const blank = new Uint8Array(readFileSync(await download.path()));
      const { bytes, notFilled } = await fillWorkbook(blank, [
        {
          sheet: 'Start here',
          cells: [
            { cell: 'B5', value: 'Bedford (822)' },
            { cell: 'B6', value: '2025-26 Q1' },
          ],
        },
        {
          sheet: 'RIIA',
          // Referrals, and repeat referrals of another number of them.
          cells: [
            { cell: 'D5', value: 120 },
            { cell: 'D6', value: 118 },
            { cell: 'D7', value: 3 },
            { cell: 'D9', value: 'about 40' },
          ],
        },
      ]);
      expect(notFilled).toEqual([]);
      const name = 'figures from the team.xlsx';
      const mimeType = 'application/octet-stream';
      await page
        .getByLabel('Files of the extract')
        .setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });

      await expect(page.getByRole('heading', { name: 'Figures by hand', level: 1 })).toBeFocused();
      await expect(page.getByText(`${name} is read: 2 figures, 2 problems`)).toBeVisible();
      await expect(page.getByText('sheet RIIA, cell D9: It says “about 40”')).toBeVisible();
      await expect(page.getByLabel('Local authority')).toHaveValue('822');
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);

      await page.getByLabel('Assessments started: Assessments started April to June').fill('41');
      await page.getByRole('button', { name: 'Use these figures' }).click();
      await expect(page.getByRole('heading', { name: 'Measures', level: 1 })).toBeVisible();
      await expect(page.getByText('Bedford, as entered by hand.')).toBeVisible();
      await expectAccessible(page);

      await page.getByRole('link', { name: 'Repeat referrals', exact: true }).click();
      await expect(page.getByText(/Entered by hand: there is no extract/)).toBeVisible();
      await expectAccessible(page);

      await page
        .getByRole('link', { name: /^Return/ })
        .first()
        .click();
      await expect(page.getByText('None: the figures were entered by hand')).toBeVisible();
      await expect(page.getByRole('row', { name: /^Repeat referrals/ }).first()).toContainText(
        'Withheld',
      );
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save as JSON' }).click(),
      ]);
      const json: unknown = JSON.parse(readFileSync(await file.path(), 'utf8'));
      expect(json).toMatchObject({
        extract: null,
        quarter: '2025-26 Q1',
        authority: { code: '822' },
      });
      const said = JSON.stringify(json);
      expect(said).toContain('entered by hand');
      expect(said).toContain('"value":41');
    },
  );
}

test('the form keeps what is entered in the profile, and shows it again', async ({ page }) => {
  await page.goto('./#/by-hand');
  await expectAccessible(page);
  await page.getByLabel('Local authority').selectOption('822');
  await page
    .getByLabel(/^Referrals: Referrals /)
    .first()
    .fill('120');
  const repeat = page.getByLabel(/^Repeat referrals: Referrals of a child/).first();
  await repeat.fill('24');
  await repeat.blur();
  await page.getByRole('button', { name: 'Use these figures' }).click();
  await expect(page.getByText(/Open, new and ceased could not be compared/)).toBeVisible();
  await page.getByRole('link', { name: 'Profile' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Save/ }).first().click(),
  ]);
  const profile = readFileSync(await download.path(), 'utf8');
  expect(JSON.parse(profile)).toMatchObject({
    given: [{ measure: 'riia-02', figure: 'referrals', cell: null, gives: { count: 120 } }],
  });
  await page.goto('./#/by-hand');
  await expect(page.getByLabel(/^Referrals: Referrals /).first()).toHaveValue('120');
});
