import { createHash } from 'node:crypto';
import { HEADERS, META_POLICY } from '../../build/policy.ts';
import { expect, expectAccessible, measureSample, test } from './page.ts';

const fits = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

test('the page shows what it asked for, and its workers did not, the policy in force, and the hash of what is shipped', async ({
  page,
  request,
}) => {
  const asked: string[] = [];
  page.on('request', (one) => asked.push(one.url()));
  await measureSample(page);
  await page.getByRole('link', { name: 'Check it yourself' }).first().click();
  await expect(page.getByRole('heading', { name: 'Check it yourself', level: 1 })).toBeFocused();
  await expect(page.getByText(/for 0 things from any other address/)).toBeVisible();
  await page.getByText(/^Show every request/).click();
  const table = page.getByRole('table', { name: 'Every request' });
  const files = asked.flatMap((url) => /assets\/([^/?]+)$/.exec(url)?.[1] ?? []);
  expect(files.some((file) => file.endsWith('.wasm'))).toBe(true);
  for (const file of new Set(files))
    await expect(table.getByRole('row').filter({ hasText: file }).first()).toBeAttached();
  // The page brings all that its workers need: they ask for nothing themselves.
  await expect(table.getByRole('row').filter({ hasText: 'a worker' })).toHaveCount(0);

  for (const directive of META_POLICY.split('; '))
    await expect(page.locator('code', { hasText: directive }).first()).toBeVisible();
  await expect(page.locator('code', { hasText: "frame-ancestors 'none'" })).toBeVisible();
  await expect(page.getByText('A further restriction')).toHaveCount(0);
  await expect(page.getByText('Its host sends the policy as well')).toBeVisible();

  const list = await (await request.get('./SHA256SUMS')).body();
  const hash = createHash('sha256').update(list).digest('hex');
  await expect(page.getByText(hash)).toBeVisible();
  expect(String(list)).toMatch(/^[0-9a-f]{64} {2}assets\/.*\.wasm$/m);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await expectAccessible(page);
  expect(await page.evaluate(fits)).toBe(0);
});

test('a person tries to send something, and sees what refused each way', async ({
  page,
  watched,
}) => {
  await page.goto('./#/check');
  await page.getByRole('button', { name: /^Try to send something/ }).click();
  await expect(page.getByText('All 8 ways are closed.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Refused by the policy: connect-src.')).toHaveCount(4);
  await expect(page.getByText('Refused by the policy: img-src.')).toHaveCount(1);
  await expect(page.getByText(/for 0 things from any other address/)).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await page.evaluate(fits)).toBe(0);
  // The browser tells of each refusal in its console, and of nothing else.
  const others = watched.complaints.filter((said) => !said.includes('quarterlight.invalid'));
  expect(others).toEqual([]);
  watched.complaints.length = 0;
});

test('no page leads anywhere else: links are places of the page, and the host refuses what it has no use for', async ({
  page,
}) => {
  const [response] = await Promise.all([page.waitForResponse('./'), measureSample(page)]);
  expect(response.headers()).toMatchObject(
    Object.fromEntries(Object.entries(HEADERS).map(([name, value]) => [name.toLowerCase(), value])),
  );
  const places = await page.evaluate(() =>
    [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? ''),
  );
  const PAGES =
    'extract words quality profile by-hand workbook measures measure/riia-04 measure/riia-24 return check-return compare compare/riia-04 report collate definitions help help/analyst help/lead help/region accessibility privacy check about changes';
  for (const place of ['', ...PAGES.split(' ')]) {
    await page.goto(`./#/${place}`);
    await page.locator('main h1').waitFor();
    places.push(
      ...(await page
        .locator('a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))),
    );
  }
  const elsewhere = places.filter(
    (place) =>
      !/^#(\/[a-z0-9/-]*(\?(quarter|figure)=[\w-]+(&(quarter|figure)=[\w-]+)*)?|[\w-]+)$/.test(
        place,
      ),
  );
  expect([...new Set(elsewhere)]).toEqual([]);
});
