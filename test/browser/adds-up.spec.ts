import { type Locator, type Page } from '@playwright/test';
import { expect, expectAccessible, testMeasured } from './page.ts';

testMeasured(
  'what does not add up is shown, and the list holds the children behind it',
  async ({ page }) => {
    testMeasured.slow(); // it goes back through the quarters, and axe looks twice
    await expect(page.getByText(/^Open, new and ceased add up for \d of 3/)).toBeVisible();
    await page.getByRole('button', { name: 'See what adds up' }).click();
    const heading = page.getByRole('heading', { name: /^What adds up, / });
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();

    const lists = page.getByText(/^Show the [\d,]+ child(ren)? behind it/);
    await showQuarterWith(page, lists);
    const shown = numberIn(await lists.first().innerText());
    const title = (await lists.first().innerText()).split(': ')[1] ?? '';
    await lists.first().click();
    const table = page.getByRole('table', { name: `Children behind the difference: ${title}` });
    await expect(table).toHaveAttribute('aria-rowcount', String(shown + 1)); // and the heading
    await expect(table.getByRole('columnheader').first()).toHaveText('Child');
    await expect(
      page.getByText(/^[\d,]+ child(ren)?: [+−]?[\d,]+ in all, the whole difference\.$/),
    ).toHaveText(new RegExp(`^${shown.toLocaleString('en-GB')} `));
    await expectAccessible(page);

    await page.setViewportSize({ width: 360, height: 740 });
    expect(await sideways(page)).toBe(0);
    await expectAccessible(page);
  },
);

testMeasured(
  'the four figures of each table add up to the difference, in an early quarter too',
  async ({ page }) => {
    for (const quarter of ['2024-25-Q4', '2020-21-Q2']) {
      await page.goto(`./#/measures?quarter=${quarter}`);
      const tables = page.getByRole('table', { name: /: what adds up, / });
      await expect(tables).toHaveCount(3);
      for (const table of await tables.all()) {
        const cells = await table.getByRole('cell').allInnerTexts();
        const [open = 0, started = 0, ceased = 0, should = 0, is = 0] = cells.map(numberIn);
        expect(should).toBe(open + started - ceased);
        const size = Math.abs(is - should).toLocaleString('en-GB');
        expect(cells[5]).toMatch(is === should ? /^None$/ : new RegExp(`^${size} (fewer|more) `));
      }
    }
  },
);

/** Takes the page and what must be on it; goes back, quarter by quarter, to one that has it. Throws where none does. */
async function showQuarterWith(page: Page, wanted: Locator): Promise<void> {
  const choice = page.getByRole('combobox', { name: 'Quarter' });
  for (const label of await choice.getByRole('option').allInnerTexts()) {
    await choice.selectOption({ label });
    const [period = ''] = label.split(' (');
    await page.getByRole('heading', { name: `What adds up, ${period}` }).waitFor();
    if ((await wanted.count()) > 0) return;
  }
  throw new Error('no quarter of the sample has a difference');
}

function numberIn(text: string): number {
  return Number(/[\d,]+/.exec(text)?.[0]?.replaceAll(',', ''));
}

/** Takes the page; gives by how many pixels it is wider than the window. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
