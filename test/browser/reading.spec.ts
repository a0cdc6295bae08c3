import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './page.ts';

const PAGES = [
  ['definitions', 'Definitions'],
  ['help', 'Help'],
  ['help/analyst', 'Help for analysts'],
  ['help/lead', 'Help for Early Help leads'],
  ['help/region', 'Help for regional groups'],
  ['accessibility', 'Accessibility statement'],
  ['privacy', 'Privacy'],
  ['about', 'About Quarterlight'],
  ['changes', 'What changed'],
] as const;

const WIDTHS = [1280, 360] as const;

// axe looks at a great many words here, and a busy machine is slow.
const LONG = 300_000;

for (const width of WIDTHS) {
  test(`each page that is only read has its title, fits ${width} pixels and is free of what axe finds`, async ({
    page,
  }) => {
    test.setTimeout(LONG);
    await page.setViewportSize({ width, height: 800 });
    for (const [place, title] of PAGES) {
      await open(page, place);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(page).toHaveTitle(`${title} – Quarterlight`);
      expect(await sideways(page), place).toBe(0);
      await expectAccessible(page);
    }
  });
}

test('each page that is only read can be read at four times its size', async ({ page }) => {
  // A window of 1,280 pixels at 400% is 320 pixels wide.
  await page.setViewportSize({ width: 320, height: 256 });
  for (const [place] of PAGES) {
    await open(page, place);
    expect(await sideways(page), place).toBe(0);
  }
});

test('the address of a definition leads to it, and every definition has one', async ({ page }) => {
  await page.goto('./#/definitions/riia-23');
  const heading = page.getByRole('heading', { name: /had come|who were unaccompanied/ });
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
  const links = page.getByRole('navigation', { name: 'Measures' }).getByRole('link');
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(new Set(addresses).size).toBe(addresses.length);
  await expect(page.getByRole('article')).toHaveCount(addresses.length);
  expect(addresses).toContain('#/definitions/eh-9');
});

test('a definition is found by the keyboard alone, and Back leads to its line in the list', async ({
  page,
}) => {
  await open(page, 'definitions');
  const search = page.getByRole('searchbox', { name: 'Find a measure' });
  await search.focus();
  await page.keyboard.type('24 months');
  await expect(page.getByText(/^1 of \d+ measures$/)).toBeVisible();
  await page.keyboard.press('Tab');
  const line = page.getByRole('link', { name: 'Repeat child protection plans within 2 years' });
  await expect(line.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/definitions\/riia-17$/);
  await expect(page.getByRole('heading', { name: /within 2 years/ })).toBeFocused();
  await expect(page.getByText(/24 months to the day are within/)).toBeVisible();
  await page.goBack();
  await expect(line.first()).toBeFocused();
});

test('what is typed to find a measure hides no definition that the address names', async ({
  page,
}) => {
  await open(page, 'definitions');
  await page.getByRole('searchbox').fill('zebra');
  await expect(page.getByText('No measure has ‘zebra’.')).toBeVisible();
  await expectAccessible(page);
  await page.evaluate(() => (location.hash = '#/definitions/riia-04'));
  await expect(page.getByRole('heading', { name: /^Repeat referrals/ })).toBeFocused();
  await expect(page.getByText(/^(\d+) of \1 measures$/)).toBeVisible();
});

test('a measure’s page and its definition lead to each other', async ({ page }) => {
  await page.goto('./#/measure/riia-04?quarter=2025-26-Q1');
  await expect(page.getByText(/The second is no repeat, by one day/)).toBeVisible();
  await page.getByRole('link', { name: /^All definitions/ }).click();
  await expect(page).toHaveURL(/#\/definitions\/riia-04\?quarter=2025-26-Q1$/);
  await expect(page.getByRole('heading', { name: /^Repeat referrals/ })).toBeFocused();
  await page.getByRole('link', { name: /^Its figures.*Repeat referrals$/ }).click();
  await expect(page).toHaveURL(/#\/measure\/riia-04\?quarter=2025-26-Q1$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goto('./#/measure/riia-03');
  await expect(page.getByText('Individual 1; Schools 1;')).toBeVisible();
});

test('the foot of every page leads to what is about it, and Back leads back', async ({ page }) => {
  await open(page, '');
  const foot = page.getByRole('contentinfo');
  const titles = [
    'Definitions',
    'Check a return',
    'Help',
    'Accessibility',
    'Privacy',
    'Check it yourself',
    'About',
    'What changed',
  ];
  await expect(foot.getByRole('link')).toHaveText(titles);
  for (const title of titles) {
    await foot.getByRole('link', { name: title, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
    await expect(foot.locator('[aria-current=page]')).toHaveText(title);
  }
  await page.goBack();
  await expect(page).toHaveTitle('About Quarterlight – Quarterlight');
});

test('what is printed is the words, and every definition', async ({ page }) => {
  await open(page, 'definitions');
  await expect(
    page.getByRole('heading', { name: /^Early help closed with the outcome/ }),
  ).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('searchbox')).toBeHidden();
  await expect(page.getByRole('contentinfo')).toBeHidden();
  await expect(page.getByText('19 episodes closed in April to June 2025')).toBeVisible();
});

async function open(page: Page, place: string): Promise<void> {
  await page.goto(`./#/${place}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Takes the page; gives by how many pixels it is wider than the window. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
