import type { Page } from '@playwright/test';
import { expect, expectAccessible, measureSample, test, testMeasured } from './page.ts';

const PANEL = 'Part of this copy of Quarterlight is out of date';

const WIDTHS = [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
];

async function loadSample(page: Page): Promise<void> {
  await page.goto('./');
  await page.getByRole('button', { name: /sample extract/ }).click();
  await page.getByRole('heading', { name: 'Extract', level: 1 }).waitFor();
}

test('the page warns from the day after a table’s last day', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2027-03-31T12:00:00Z'));
  await loadSample(page);
  await expect(page.getByRole('button', { name: 'Work out the measures' })).toBeVisible();
  await expect(page.getByText(PANEL)).toHaveCount(0);

  await page.clock.setFixedTime(new Date('2027-04-01T12:00:00Z'));
  await measureSample(page);
  await expect(page.getByRole('heading', { name: PANEL })).toBeVisible();
  await expect(page.getByText(/list of local authorities .* good to 31 March 2027/)).toBeVisible();
  await page.goto('./#/extract');
  for (const width of WIDTHS) {
    await page.setViewportSize(width);
    await expect(page.getByRole('heading', { name: PANEL })).toBeVisible();
    await expectAccessible(page);
  }
});

test('an authority that ended is chosen with its dates said, and its successors named', async ({
  page,
}) => {
  await loadSample(page);
  const choice = page.getByRole('combobox', { name: 'Local authority' });
  await choice.selectOption({ label: 'Cumbria ended on 31 March 2023' });
  for (const width of WIDTHS) {
    await page.setViewportSize(width);
    await expect(
      page.getByText('Cumbria ended on 31 March 2023, and this extract is dated 14 July 2025'),
    ).toBeVisible();
    await expect(
      page.getByText(/Cumberland, and Westmorland and Furness took its place/),
    ).toBeVisible();
    await expectAccessible(page);
  }

  await page.getByRole('textbox', { name: 'Year' }).fill('2022');
  await expect(page.getByText(/took its place/)).toHaveCount(0);

  await page.getByRole('textbox', { name: 'Year' }).fill('2025');
  await choice.selectOption({ label: 'Kent' });
  await expect(page.getByText(/took its place/)).toHaveCount(0);
  await page.getByText('Its ten statistical neighbours').click();
  const neighbours = page.getByRole('group').filter({ hasText: 'statistical neighbours' });
  await expect(neighbours.getByRole('listitem')).toHaveCount(10);
  await expect(neighbours.getByRole('listitem').first()).toHaveText('Essex: very close');
  await expect(neighbours.getByText(/^Source: Department for Education/)).toBeVisible();
  await expectAccessible(page);
});

testMeasured('the year of the estimate stands beside a rate', async ({ page }) => {
  await page.goto('./#/measure/riia-02?figure=rate');
  await expect(
    page.getByText('Over 12,000 children aged 0 to 17, mid-2024 estimate.'),
  ).toBeVisible();
});
