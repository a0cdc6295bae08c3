import { type Page } from '@playwright/test';
import { expect, expectAccessible, measureSample, test, testMeasured } from './page.ts';

const QUARTER = '2024-25-Q2';

test('every page is free of what axe finds where nothing is loaded, and says so', async ({
  page,
}) => {
  for (const place of ['', '#/extract', '#/measures', '#/return', '#/measure/riia-04']) {
    await page.goto(`./${place}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectAccessible(page);
  }
});

testMeasured('every kind of measure is free of what axe finds', async ({ page }) => {
  for (const measure of ['riia-02', 'riia-04', 'riia-07', 'riia-18', 'riia-24', 'eh-6']) {
    await page.goto(`./#/measure/${measure}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (measure !== 'riia-24') await page.locator('figure svg').first().waitFor();
    await expectAccessible(page);
  }
});

testMeasured('every page fits a narrow phone without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const place of [
    '',
    '#/extract',
    '#/measures',
    '#/measure/riia-07',
    '#/measure/riia-24',
    '#/return',
  ]) {
    await page.goto(`./${place}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await sideways(page), place).toBe(0);
    await expectAccessible(page);
  }
});

testMeasured(
  'the quarter can be changed everywhere, and the address holds the place and nothing else',
  async ({ page }) => {
    await page
      .getByRole('combobox', { name: 'Quarter' })
      .selectOption({ label: 'July to September 2024 (2024-25 Q2)' });
    await expect(page).toHaveURL(new RegExp(`#/measures\\?quarter=${QUARTER}$`));
    const before = await page.locator('tr.figure td b').first().innerText();
    await page.getByRole('link', { name: 'Children looked after', exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`#/measure/riia-18\\?quarter=${QUARTER}$`));
    await expect(page.getByText(/looked after on 30 September 2024/).first()).toBeVisible();
    await page.goBack();
    await expect(page.locator('tr.figure td b').first()).toHaveText(before);
  },
);

testMeasured(
  'a record list holds as many records as its figure, with ids and dates only',
  async ({ page }) => {
    await page.goto('./#/measure/riia-02');
    const sentence = await page
      .getByText(/referrals in April to June 2025\./)
      .first()
      .innerText();
    const figure = Number(/([\d,]+) referrals/.exec(sentence)?.[1]?.replace(',', ''));
    expect(figure).toBeGreaterThan(50);
    await page.getByText('Show the records').click();
    const table = page.getByRole('table', { name: 'Records' });
    await expect(table).toHaveAttribute('aria-rowcount', String(figure + 1)); // and the heading
    await expect(table.getByRole('columnheader')).toHaveText(['Record', 'Child', 'Date']);
    await expect(page.getByText(`${figure} records, the same as the figure.`)).toBeVisible();
    await expectAccessible(page);
  },
);

test('a figure is entered by hand, checked as it is typed', async ({ page }) => {
  await measureSample(page);
  await page.goto('./#/measure/riia-24');
  const field = page.getByRole('textbox', { name: /Children electively home educated/ });
  await field.clear();
  await field.pressSequentially('12.5');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await field.fill('214');
  await expect(field).not.toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(
    page.getByText('214 children electively home educated on 30 June 2025.').first(),
  ).toBeVisible();
  await page.goto('./#/measures');
  await expect(page.getByRole('row', { name: /Elective home education/ })).toContainText(
    'Entered by hand',
  );
});

test('Clear everything asks once, and leaves nothing', async ({ page }) => {
  await measureSample(page);
  await page.getByRole('button', { name: 'Clear everything' }).click();
  await expectAccessible(page);
  await page
    .getByRole('button', { name: /^(Yes|Clear)/ })
    .last()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('From an SSD extract');
  await page.goto('./#/measures');
  await expect(page.locator('tr.figure')).toHaveCount(0);
});

/** Takes the page; gives by how many pixels it is wider than the window. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

test('the working state says how far it is, offers to stop, and is free of what axe finds', async ({
  page,
}) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('./');
  await page.getByRole('button', { name: /sample extract/ }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await expectAccessible(page);
  release();
  await expect(page.getByRole('heading', { name: 'Extract', level: 1 })).toBeVisible();
});
