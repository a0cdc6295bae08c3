import { type Page, expect } from '@playwright/test';
import { type Host, openHost } from './host.ts';
import { expectAccessible, test as base } from './page.ts';
import { mainWay, wholeWay } from './whole-way.ts';

/** Every test has a host of its own, and may change how it is set up. */
const test = base.extend<{ host: Host }>({
  host: async ({ browserName }, use) => {
    test.skip(browserName !== 'chromium', 'Tried in Chromium alone.');
    const host = await openHost();
    await use(host);
    await host.close();
  },
  baseURL: ({ host }, use) => use(host.address),
});

test.use({ serviceWorkers: 'allow' });
test.setTimeout(600_000);

const KEPT = 'This browser has kept the page';
const NEWER = 'A newer version of Quarterlight is ready';

/** Takes the page; opens the page that tells whether it can be used without internet, and waits until it is kept. */
async function keep(page: Page): Promise<void> {
  await page.goto('./#/about');
  await expect(page.getByText(KEPT)).toBeVisible({ timeout: 120_000 });
}

test(
  'after one visit everything can be done with the network unplugged',
  { tag: '@proof' },
  async ({ page, context }) => {
    await keep(page);
    await context.setOffline(true);
    const saved = await wholeWay(page, { start: './' });
    expect(saved.map(({ name }) => name).join(' ')).toContain('quarterlight_Exampleshire_000');
    await page.goto('./#/about');
    await page.reload();
    await expect(page.getByText(KEPT)).toBeVisible();
  },
);

test('after one visit a return is made with the network unplugged', async ({ page, context }) => {
  await keep(page);
  await context.setOffline(true);
  const sent = await mainWay(page, { start: './' });
  expect(sent.name).toContain('quarterlight_Exampleshire_000');
  await page.goto('./#/about');
  await page.reload();
  await expect(page.getByText(KEPT)).toBeVisible();
});

test('only the page’s own files are kept, each as it was built', async ({ page, baseURL }) => {
  await keep(page);
  // What is asked of the page's own host, but is none of its files, or with a query, is not kept.
  await page.evaluate(async () => {
    await fetch('./sample/profile.json?name=value');
    await fetch('./index.html', { method: 'HEAD' });
  });
  const kept = await page.evaluate(async () => {
    const caches_ = await caches.keys();
    const lists = await Promise.all(caches_.map(async (name) => (await caches.open(name)).keys()));
    return { caches: caches_.length, addresses: lists.flat().map(({ url }) => url) };
  });
  expect(kept.caches).toBe(1);
  const paths = kept.addresses.map((address) => address.replace(baseURL ?? '', ''));
  expect(paths).toContain('');
  expect(paths.filter((path) => path.includes('?'))).toEqual([]);
  for (const file of [/^assets\/duckdb-eh-.*\.wasm$/, /^assets\/highs-.*\.wasm$/, /^assets\/draw-/])
    expect(paths.filter((path) => file.test(path))).toHaveLength(1);
  expect(paths).toContain('benchmark-pack/made-up.zip');
});

test('where the host does not send the policy nothing is kept, and the page says so', async ({
  page,
  host,
}) => {
  host.sendsPolicy = false;
  await page.goto('./#/about');
  await expect(page.getByText('does not send the page’s policy')).toBeVisible();
  await expect(page.getByText('Use the single file instead')).toBeVisible();
  const registered = await page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: (await caches.keys()).length,
  }));
  expect(registered).toEqual({ workers: 0, caches: 0 });
});

test('what was kept is let go once the host no longer sends the policy', async ({ page, host }) => {
  await keep(page);
  host.sendsPolicy = false;
  await page.reload();
  await expect(page.getByText('does not send the page’s policy')).toBeVisible();
  expect(await cacheNames(page)).toEqual([]);
});

test('a newer version is offered, and used when the person says so and nothing else is open', async ({
  page,
  context,
  host,
}) => {
  await keep(page);
  const before = await cacheNames(page);
  host.isNewer = true;
  await page.reload();
  await expect(page.getByRole('heading', { name: NEWER })).toBeVisible({ timeout: 60_000 });
  // Both are there, and the person goes on with the version that was open, also when the page is loaded anew.
  expect(await cacheNames(page)).toHaveLength(2);
  expect(await isNewer(page)).toBe(false);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(page.getByRole('heading', { name: NEWER })).toHaveCount(0);
  await page.getByRole('button', { name: 'now, if you say so' }).click();

  const other = await context.newPage();
  await other.goto('./#/about');
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect(page.getByText('is open in another tab or window')).toBeVisible();
  expect(await cacheNames(page)).toHaveLength(2);
  await other.close();

  const again = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Use it now' }).click();
  await again;
  await expect(page.getByText(KEPT)).toBeVisible();
  await expect(page.getByRole('heading', { name: NEWER })).toHaveCount(0);
  expect(await isNewer(page)).toBe(true);
  const after = await cacheNames(page);
  expect(after).toHaveLength(1);
  expect(after).not.toEqual(before);
});

test('that work is lost is said before a newer version is used', async ({ page, host }) => {
  await keep(page);
  host.isNewer = true;
  await page.goto('./#/by-hand');
  await page.reload();
  await page.getByRole('heading', { name: NEWER }).waitFor({ timeout: 60_000 });
  await expect(page.getByText('starts anew')).toHaveCount(0);
  await page.goto('./#/');
  await page.getByRole('button', { name: /sample extract/ }).click();
  await page.getByRole('heading', { name: 'Extract', level: 1 }).waitFor();
  await expect(page.getByText('you give your files again')).toBeVisible();
});

function cacheNames(page: Page): Promise<string[]> {
  return page.evaluate(() => caches.keys());
}

async function isNewer(page: Page): Promise<boolean> {
  return (await page.locator('meta[name="newer"]').count()) > 0;
}
