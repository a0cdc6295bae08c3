import { appendFileSync, unlinkSync } from 'node:fs';
import { kill, workerOf } from './end-worker.ts';
import { contacts, persons } from './made-extract.ts';
import { expect, expectAccessible, measureSample, test } from './page.ts';

test.describe('a file that changes or goes away', () => {
  test(
    'between two readings: told by its name, and the others are read',
    { tag: '@proof' },
    async ({ page }) => {
      const [one, other] = [persons(), contacts(10)];
      await page.goto('./');
      await page.getByLabel('Files of the extract').setInputFiles([one, other]);
      await expect(page.getByRole('row', { name: /^Contacts/ })).toBeVisible();
      unlinkSync(other);
      await kill(page, 'duckdb');
      await page.getByRole('button', { name: 'Read the files again' }).click();
      await expect(
        page.getByText(/ssd_contacts_20250714\.csv.*can no longer be read/).first(),
      ).toBeVisible();
      await expect(page.getByRole('row', { name: /^Persons/ })).toBeVisible();
    },
  );

  test('while it is read: told by its name, and nothing of it is there', async ({ page }) => {
    const [one, other] = [persons(), contacts(1_000_000)];
    await page.goto('./');
    await page.getByLabel('Files of the extract').setInputFiles([one, other]);
    await expect(page.locator('#works-step')).toHaveText('Reading contacts');
    appendFileSync(other, 'more,more,2025-05-01,Police\n');
    await expect(
      page.getByText(/ssd_contacts_20250714\.csv can no longer be read.*None of it is in/),
    ).toBeVisible();
    await expect(page.getByRole('row', { name: /^Persons/ })).toBeVisible();
    await expect(page.getByText('1,000,000')).toHaveCount(0);
    await expect(page.getByText('1,000,001')).toHaveCount(0);
    await expect(page.getByText('Empty: a heading')).toHaveCount(0);
  });
});

/** What stands in the way of the engine's program, and what is said of it. */
const IN_THE_WAY = [
  ['404', 'the answer was 404'],
  ['broken off', 'the connection broke off'],
  ['a page to sign in', 'Something else arrived in the place'],
  ['cut short', 'may not be allowed to run it'],
] as const;

for (const [way, says] of IN_THE_WAY) {
  test(`the engine's program: ${way}: told for those who can mend it, then started by trying again`, async ({
    page,
    watched,
  }) => {
    const program = '**/duckdb-eh-*.wasm';
    await page.route(program, async (route) => {
      if (way === '404') return route.fulfill({ status: 404 });
      if (way === 'broken off') return route.abort('connectionreset');
      if (way === 'a page to sign in')
        return route.fulfill({ contentType: 'text/html', body: '<h1>Sign in</h1>' });
      const response = await route.fetch();
      return route.fulfill({
        contentType: 'application/wasm',
        body: (await response.body()).subarray(0, 3_000_000),
      });
    });
    await page.goto('./');
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('does the counting did not start');
    await expect(alert).toContainText(says);
    await page.unroute(program);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(alert).toHaveCount(0);
    await page.getByLabel('Files of the extract').setInputFiles(persons());
    await expect(page.getByRole('row', { name: /^Persons/ })).toBeVisible();
    watched.complaints.length = 0;
  });
}

test('an engine that never answers is told after a minute awake, however long the computer slept', async ({
  page,
}) => {
  await page.route('**/duckdb-browser-eh.worker-*.js', async (route) => {
    const response = await route.fetch();
    const silent =
      'WebAssembly.instantiate = WebAssembly.instantiateStreaming = () => new Promise(() => {});';
    await route.fulfill({ response, body: `${silent}${await response.text()}` });
  });
  await page.clock.install();
  await page.goto('./');
  await workerOf(page, 'duckdb');
  // A night asleep: every timer is due at once when it wakes.
  await page.clock.fastForward('08:00:00');
  const alert = page.getByRole('alert');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(alert).toHaveCount(0);
  await page.clock.runFor(61_000);
  await expect(alert).toContainText('did not answer for a minute');
  await expect(alert).toContainText('JavaScriptJitAllowedForSites');
});

test('scripts that come later: told where they are needed, and fetched by trying again', async ({
  page,
  watched,
}) => {
  await page.route('**/published-*.js*', (route) => route.abort());
  await page.goto('./#/compare');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('A part of the page did not arrive');
  await page.unroute('**/published-*.js*');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toHaveCount(0);
  await page.route('**/draw-*.js*', (route) => route.fulfill({ status: 404 }));
  await page.goto('./#/compare/riia-02');
  await page.getByLabel('Local authority').selectOption({ label: 'Blackpool' });
  const failed = page.locator('figure', { hasText: 'The chart could not be drawn' });
  await expect(failed.first()).toBeVisible();
  const before = await failed.count();
  await page.unroute('**/draw-*.js*');
  await failed
    .first()
    .getByRole('button', { name: /^Try again/ })
    .click();
  await expect(page.locator('figure svg').first()).toBeVisible();
  await expect(failed).toHaveCount(before - 1);
  watched.complaints.length = 0;
});

test('a page whose main script does not arrive says so', async ({ page, watched }) => {
  await page.route('**/assets/index-*.js', (route) => route.fulfill({ status: 404 }));
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText('Quarterlight did not arrive whole');
  watched.complaints.length = 0;
});

test('an error of the page’s own is shown with a way on, and no word of what was thrown', async ({
  page,
  watched,
}) => {
  await page.goto('./');
  for (const fault of ['thrown', 'rejected'] as const) {
    await page.evaluate((kind) => {
      const thrown = new Error('child 4711');
      if (kind === 'rejected') void Promise.reject(thrown);
      else
        setTimeout(() => {
          throw thrown;
        });
    }, fault);
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('Something went wrong in the page');
    await expectAccessible(page);
    expect(await page.content()).not.toContain('4711');
    await alert.getByRole('button', { name: 'Go on' }).click();
    await expect(alert).toHaveCount(0);
  }
  // Nothing in the console, and each was heard once.
  expect(watched.complaints.map((complaint) => complaint.split(':')[0])).toEqual([
    'error',
    'error',
  ]);
  watched.complaints.length = 0;
});

test(
  'a file that cannot be handed to the browser is told, and stays unsaved',
  { tag: '@proof' },
  async ({ page }) => {
    await page.addInitScript(() => {
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (content) => {
        if (content instanceof Blob && content.type === 'application/json')
          throw new Error('refused');
        return make(content);
      };
    });
    await measureSample(page);
    await page.goto('./#/profile');
    await page.getByLabel(/days after early help ends/i).fill('92');
    await page.getByRole('button', { name: 'Use these settings' }).click();
    await page.getByRole('button', { name: 'Save profile' }).click();
    await expect(page.getByRole('alert')).toContainText('could not be handed to the browser');
    await expect(page.getByText('Not saved yet:').locator('..')).toContainText('settings');
  },
);

test(
  'nothing is stored: it all works where every kind of storage refuses',
  { tag: '@proof' },
  async ({ page }) => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('refused', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'])
        Object.defineProperty(window, name, { get: refuse });
      Object.defineProperty(Navigator.prototype, 'storage', { get: refuse });
      Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse });
    });
    await measureSample(page);
    await page.goto('./#/return');
    await expect(page.getByRole('heading', { name: 'Before it goes' })).toBeVisible();
    await page.goto('./#/compare');
    await expect(page.getByText('published').first()).toBeVisible();
  },
);

test(
  'a page that was frozen while it read goes on',
  { tag: '@proof' },
  async ({ page, context }) => {
    const session = await context.newCDPSession(page);
    await page.goto('./');
    await page.getByLabel('Files of the extract').setInputFiles([persons(), contacts(1_000_000)]);
    await expect(page.locator('#works-step')).toHaveText('Reading contacts');
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await expect(page.getByRole('row', { name: /^Contacts/ })).toContainText('1,000,000');
  },
);

test('a page that the browser had put away says what became of what was in it', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(Document.prototype, 'wasDiscarded', { get: () => true });
    Object.defineProperty(Navigator.prototype, 'deviceMemory', { get: () => 2 });
  });
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText('The browser had put this page away');
  await expect(page.getByText('has 2 GB of memory')).toBeVisible();
  await expectAccessible(page);
});

/** What is taken from a browser, and what is then said to be missing. */
const TAKEN = [
  ['WebAssembly', 'WebAssembly, WebAssembly with exceptions.'],
  ['Worker', 'Web Workers.'],
  ['DecompressionStream', 'unpacking of gzip, unpacking of zip.'],
  ['BigInt', 'BigInt.'],
  ['structuredClone', 'structuredClone.'],
  ['TransformStream', 'TransformStream.'],
  ['Array.prototype.toSorted', 'JavaScript of 2023.'],
  ['Blob.prototype.stream', 'files that are read as streams.'],
] as const;

test('what the browser lacks is said before anything is asked', async ({ page }) => {
  for (const [name, says] of TAKEN) {
    const script = await page.context().newPage();
    await script.addInitScript((path) => {
      const parts = path.split('.');
      const last = parts.pop() ?? '';
      const holder: object = parts.reduce<object>((at, part) => Reflect.get(at, part), window);
      Reflect.deleteProperty(holder, last);
    }, name);
    await script.goto('./');
    const alert = script.getByRole('alert');
    await expect(alert).toContainText('This browser cannot run Quarterlight');
    await expect(alert).toContainText(`What is missing: ${says}`);
    await expect(alert).toContainText('Chrome and Edge from version 110');
    await expect(script.getByRole('navigation')).toHaveCount(0);
    if (name === 'WebAssembly') await expectAccessible(script);
    await script.close();
  }
});
