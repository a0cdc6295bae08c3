import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Page, test as base, expect } from '@playwright/test';
import { goTo, mainWay, wholeWay } from './whole-way.ts';
import about from '../../package.json' with { type: 'json' };

const FILE = fileURLToPath(
  new URL(`../../dist-single/quarterlight-${about.version}.html`, import.meta.url),
);
const ADDRESS = pathToFileURL(FILE).href;

/** Every test watches the file: nothing in the console, and no request but for itself and what it says to itself. */
const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      if (!existsSync(FILE)) throw new Error('There is no single file: run npm run build:single.');
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(`console: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      page.context().on('request', (request) => {
        const url = request.url();
        if (url.split('#')[0] !== ADDRESS && !/^(blob|data):/.test(url))
          complaints.push(`request: ${url}`);
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

test.setTimeout(600_000);

async function measureSample(page: Page): Promise<void> {
  await page.goto(ADDRESS);
  await page.getByRole('button', { name: /sample extract/ }).click();
  await page.getByRole('button', { name: 'Work out the measures' }).click();
  await page.getByRole('heading', { name: 'Measures', level: 1 }).waitFor();
}

test('one file, opened from a disk, makes a return of an extract', async ({ page }) => {
  const sent = await mainWay(page, { start: ADDRESS });
  expect(sent.name).toContain('quarterlight_Exampleshire_000');
  await goTo(page, '#/about');
  await expect(page.getByText('This copy is one file')).toBeVisible();
});

test(
  'one file, opened from a disk, does everything from an extract to a pack',
  { tag: '@proof' },
  async ({ page }) => {
    const saved = await wholeWay(page, { start: ADDRESS });
    expect(saved.map(({ name }) => name).join(' ')).toContain('quarterlight_Exampleshire_000');
    await goTo(page, '#/about');
    await expect(page.getByText('This copy is one file')).toBeVisible();
  },
);

test('the file says that a newer copy is due from the day after a table’s last day', async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date('2026-07-31T12:00:00Z'));
  await page.goto(ADDRESS);
  const due = page.getByRole('region', { name: 'A newer copy of this file is due' });
  await expect(page.getByRole('button', { name: /sample extract/ })).toBeVisible();
  await expect(due).toHaveCount(0);
  await page.clock.setFixedTime(new Date('2026-08-01T12:00:00Z'));
  await page.reload();
  await expect(due).toContainText('Ask whoever gave it to you');
  await expect(due).toContainText('was good until 31 July 2026');
});

test('the file’s own policy refuses every connection and every other script, also in its workers', async ({
  page,
  complaints,
}) => {
  let reached = 0;
  const elsewhere = createServer((_, response) => {
    reached += 1;
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end();
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${addressOf(elsewhere.address()).port}/`;
  try {
    // What is refused below would be let in: the server is there and answers.
    expect((await fetch(address)).ok).toBe(true);
    expect(reached).toBe(1);
    await measureSample(page);
    const policy = await page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/'self'|unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*/);

    expect(await page.evaluate(refused, address)).toEqual(['connect-src', 'script-src-elem']);
    expect(await page.evaluate(() => Reflect.get(window, 'planted'))).toBeUndefined();
    const workers = page.workers();
    expect(workers.length).toBeGreaterThan(0);
    for (const worker of workers) {
      expect(worker.url()).toMatch(/^blob:/);
      expect(await worker.evaluate(refusedFetch, address)).toBe('connect-src');
    }
    expect(reached).toBe(1);
    expect(complaints.length).toBeGreaterThan(0);
    for (const complaint of complaints) expect(complaint).toMatch(/Content Security Policy|127/);
    complaints.length = 0;
  } finally {
    elsewhere.close();
  }
});

/** In a page or a worker: asks for something elsewhere, and gives the directive that refused it. */
function refusedFetch(address: string): Promise<string> {
  return new Promise((resolve) => {
    self.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
    fetch(address).then(
      () => resolve('reached'),
      () => undefined,
    );
  });
}

/** In a page: asks for something elsewhere, and plants a script; gives the directives that refused them. */
function refused(address: string): Promise<string[]> {
  return new Promise((resolve) => {
    const by = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) => {
      by.add(event.effectiveDirective);
      if (by.size === 2) resolve([...by].sort());
    });
    fetch(address).then(
      () => resolve(['reached']),
      () => undefined,
    );
    const script = document.createElement('script');
    script.textContent = 'window.planted = true';
    document.head.append(script);
  });
}

function addressOf(told: AddressInfo | string | null): AddressInfo {
  if (told === null || typeof told === 'string') throw new Error('the server has no port');
  return told;
}
