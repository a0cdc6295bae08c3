import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test, testMeasured } from './page.ts';

const FORMS = [
  ['Save as a package (.zip)', 'Package (.zip)'],
  ['Save as a workbook (.xlsx)', 'Workbook'],
  ['Save as CSV', 'CSV'],
  ['Save as JSON', 'JSON'],
] as const;

testMeasured(
  'a return of each form is read back as it was written; one that was edited is told what changed',
  async ({ page }) => {
    testMeasured.setTimeout(180_000);
    await page
      .getByRole('link', { name: /^Return/ })
      .first()
      .click();
    const files = new Map<string, { name: string; buffer: Buffer }>();
    for (const [button] of FORMS) files.set(button, await saved(page, button));

    await page.getByRole('link', { name: 'Check a return' }).first().click();
    await expect(page.getByRole('heading', { name: 'Check a return', level: 1 })).toBeFocused();
    await expectAccessible(page);
    for (const [button, form] of FORMS) {
      await give(page, files.get(button));
      await expect(
        page.getByRole('heading', { name: /is as Quarterlight wrote it/ }),
      ).toBeVisible();
      await expect(row(page, 'Form')).toHaveText(form);
      await expect(row(page, 'Local authority')).toHaveText('Exampleshire (made up) (000)');
      await expect(row(page, 'Quarter')).toHaveText('April to June 2025 (2025-26 Q1)');
      await expect(row(page, 'Status')).toHaveText('Draft, not signed off');
    }

    const csv = files.get('Save as CSV');
    const text = csv?.buffer.toString('utf8') ?? '';
    const changed = text
      .replace(/,withheld,c,/, ',withheld,3,')
      .replace(/,count,(\d+),/, ',count,$1*,');
    expect(changed).not.toBe(text);
    await give(page, { name: 'edited.csv', buffer: Buffer.from(changed) });
    await expect(
      page.getByRole('heading', { name: /is not as Quarterlight wrote it/ }),
    ).toBeVisible();
    await expect(page.getByText(/^A withheld cell now holds a figure/)).toBeVisible();
    await expect(page.getByText(/\*”, which is no number/)).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectAccessible(page);
    const sideways = () =>
      document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await page.evaluate(sideways)).toBe(0);
  },
);

test('a file that is no return is refused with the reason', async ({ page }) => {
  await page.goto('./#/check-return');
  await give(page, { name: 'letter.txt', buffer: Buffer.from('Dear colleague') });
  await expect(page.getByRole('alert')).toContainText('letter.txt is not a return');
  await give(page, { name: 'x.csv', buffer: Buffer.from('person_id,dob\n1,2020-01-01\n') });
  await expect(page.getByRole('alert')).toContainText('about single children');
  await expect(page.getByRole('alert')).toContainText('Do not send it on');
  await expectAccessible(page);
});

function row(page: Page, title: string) {
  return page
    .locator('.govuk-summary-list__row')
    .filter({ has: page.getByText(title, { exact: true }) })
    .locator('dd');
}

async function give(page: Page, file: { name: string; buffer: Buffer } | undefined): Promise<void> {
  if (!file) throw new Error('no file');
  await page
    .getByLabel('File of the return')
    .setInputFiles({ ...file, mimeType: 'application/octet-stream' });
}

async function saved(page: Page, button: string): Promise<{ name: string; buffer: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), buffer: readFileSync(await download.path()) };
}
