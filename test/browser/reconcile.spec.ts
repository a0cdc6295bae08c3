import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, testMeasured } from './page.ts';

const QUARTER = '2025-26-Q1';

testMeasured(
  'a list of ids is held against the records, and what it has beside is told by its rule',
  async ({ page }) => {
    const before = await recordIds(page, '2024-25-Q4');
    const ids = await recordIds(page, QUARTER);
    const [missing, ...kept] = ids;
    const stranger = before[0];
    const result = page.getByRole('region', { name: 'Reconcile' });
    await compare(page, ['referral_id', ...kept, kept[0], stranger, 'none-such-1'].join('\n'));

    await expect(
      result.getByText(
        `Of your ${kept.length + 2} record ids, ${kept.length} are in both and 2 are only yours. Of the ${ids.length} records here, 1 is only here.`,
      ),
    ).toBeVisible();
    await expect(result.getByText('Its first line was taken for a heading.')).toBeVisible();
    await expect(result.getByText('1 entry repeats an id that stands above.')).toBeVisible();
    const theirs = result.getByRole('table', { name: 'What each of them comes to' });
    await expect(theirs.getByRole('row').filter({ hasText: stranger ?? '' })).toContainText(
      'It is dated before April to June 2025.',
    );
    await expect(theirs.getByRole('row').filter({ hasText: 'none-such-1' })).toContainText(
      'no referral and no child has this id',
    );
    await expect(
      result.getByRole('table', { name: 'Records that are only here' }).getByRole('cell').first(),
    ).toHaveText(missing ?? '');
    await expect(result.getByText(`1 to 25 of ${kept.length}`)).toBeVisible();
    await expectAccessible(page);

    await page.setViewportSize({ width: 360, height: 740 });
    expect(
      await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBe(0);
    await expectAccessible(page);
  },
);

testMeasured(
  'a number alone is answered in a sentence, nothing is asked for, and nothing stays',
  async ({ page }) => {
    const count = (await recordIds(page, QUARTER)).length;
    const result = page.getByRole('region', { name: 'Reconcile' });
    await compare(page, String(count + 3));
    await expect(
      result.getByText(`You have ${count + 3}. Quarterlight counts ${count}: 3 fewer.`),
    ).toBeVisible();
    await compare(page, '');
    await expect(result.getByText('Paste a number or a list of ids')).toBeVisible();
    await expect(pasted(page)).toBeFocused();
    await expectAccessible(page);

    await pasted(page).fill('secret-id-1');
    await page
      .getByRole('combobox', { name: 'Quarter' })
      .selectOption({ label: 'January to March 2025 (2024-25 Q4)' });
    await expect(pasted(page)).toHaveValue('');
    expect(page.url()).not.toContain('secret');
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).toBe(
      '{}',
    );
  },
);

testMeasured('a long list is held without being laid out, and can be cleared', async ({ page }) => {
  await page.goto(`./#/measure/riia-02?quarter=${QUARTER}`);
  await pasted(page).evaluate((field) => {
    const held = new DataTransfer();
    held.setData('text/plain', Array.from({ length: 100_000 }, (_, at) => `${at}x`).join('\n'));
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: held, bubbles: true, cancelable: true }),
    );
  });
  await expect(pasted(page)).toHaveValue('A long list. It is held, and not shown here.');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByText(/^Of your 100,000 record ids, 0 are in both/)).toBeVisible();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(pasted(page)).toHaveValue('');
  await expect(pasted(page)).toBeEditable();

  await page.goto('./#/measure/riia-24');
  await expect(page.getByRole('region', { name: 'Reconcile' })).toHaveCount(0);
});

function pasted(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Your number or ids' });
}

async function compare(page: Page, text: string): Promise<void> {
  await pasted(page).fill(text);
  await page.getByRole('button', { name: 'Compare' }).click();
}

/** Takes the page and a quarter; goes to the referrals in it, and gives the ids of their list, first to last. */
async function recordIds(page: Page, quarter: string): Promise<string[]> {
  await page.goto(`./#/measure/riia-02?quarter=${quarter}`);
  await expect(page.getByRole('combobox', { name: 'Quarter' })).toHaveValue(
    quarter.replace(/-(Q\d)$/, ' $1'),
  );
  await page.getByText('Show the records').click();
  const table = page.getByRole('table', { name: 'Records' });
  const count = Number(await table.getAttribute('aria-rowcount')) - 1;
  const found = new Map<number, string>();
  const scroller = table.getByRole('rowgroup', { name: /^Rows/ });
  for (let at = 0; at < count; at += 10) {
    await scroller.evaluate((element, row) => element.scrollTo(0, row * 36), at);
    await scroller.locator(`[aria-rowindex="${at + 2}"]`).waitFor(); // from 1, under the heading
    // In one look: rows are used again for others as the list scrolls.
    const seen = await scroller
      .getByRole('row')
      .evaluateAll((rows) =>
        rows.map(
          (row) => [Number(row.ariaRowIndex), row.firstElementChild?.textContent ?? ''] as const,
        ),
      );
    for (const [place, id] of seen) found.set(place, id);
  }
  expect(found.size).toBe(count);
  await page.getByText('Show the records').click();
  return [...found].sort(([a], [b]) => a - b).map(([, id]) => id);
}
