import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { type Page, test as base, expect } from '@playwright/test';

/** The made-up extract that comes with the page. */
export const SAMPLE = fileURLToPath(
  new URL('../../public/sample/quarterlight-sample-extract-20250714.zip', import.meta.url),
);

/** What Playwright says where a test lets nothing be kept for use without internet. */
const NOT_KEPT = 'Service Worker registration blocked by Playwright';

/** What the page did that it must not: words in the console, and requests to anywhere but its own origin. */
interface Watched {
  readonly complaints: string[];
}

/** Where the errors of a page are told: one page may serve several tests. */
const told = new WeakMap<Page, string[]>();

/** Takes a page and where to tell; tells every error that nothing in the page caught: it shows them, and nothing else would hear. */
async function hearFaults(page: Page, complaints: string[]): Promise<void> {
  const isHeard = told.has(page);
  told.set(page, complaints);
  if (isHeard) return;
  await page.exposeFunction('hearFault', (message: string) => {
    told.get(page)?.push(`error: ${message}`);
  });
  await page.addInitScript(() => {
    const tell = (message: string) => {
      const hear: unknown = Reflect.get(window, 'hearFault');
      if (typeof hear === 'function' && !message.startsWith('ResizeObserver loop')) hear(message);
    };
    window.addEventListener('error', (event) => tell(event.message), true);
    window.addEventListener('unhandledrejection', (event) => tell(String(event.reason)), true);
  });
}

/** Every test watches the page: nothing in the console, no request off its own origin, whatever the test does. */
export const test = base.extend<{ watched: Watched }>({
  watched: [
    async ({ page, baseURL }, use) => {
      const complaints: string[] = [];
      const own = new URL(baseURL ?? '').origin;
      page.on('console', (message) => {
        if (message.text() !== NOT_KEPT) complaints.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      page.on('request', (request) => {
        const url = new URL(request.url());
        const inside = url.protocol === 'blob:' || url.protocol === 'data:' || url.origin === own;
        if (!inside) complaints.push(`request: ${request.url()}`);
      });
      await hearFaults(page, complaints);
      await use({ complaints });
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * The same, on a page that has the sample measured already: for tests that only look. It is loaded once for all that one
 * process runs, and shows Measures, of the usual quarter and at the usual size, when a test begins.
 */
export const testMeasured = test.extend<object, { readonly measuredPage: Page }>({
  measuredPage: [
    async ({ browser }, use, { project }) => {
      const context = await browser.newContext({ baseURL: project.use.baseURL ?? '' });
      const page = await context.newPage();
      await measureSample(page);
      await use(page);
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ measuredPage: page }, use) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    // By way of another page, so that nothing of Measures is left as a test before left it.
    await page.goto('./#/about');
    await page.getByRole('heading', { name: 'About Quarterlight', level: 1 }).waitFor();
    await page.goto('./#/measures');
    const isLoaded = page.getByRole('heading', { name: /^What adds up/ });
    await isLoaded.or(page.getByText('No extract is loaded')).first().waitFor();
    // A test before may have loaded the page anew, and nothing outlives that.
    if (!(await isLoaded.isVisible())) await measureSample(page);
    await expectDrawn(page);
    await use(page);
  },
});

export { expect };

/** Takes the page; expects that axe finds nothing wrong with it as it stands, by WCAG 2.2 A and AA and good practice. */
export async function expectAccessible(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
  ).toEqual([]);
}

/** Takes the page; presses Tab until the control with the role and name has the focus. Throws after two hundred. */
export async function tabTo(
  page: Page,
  role: 'button' | 'link' | 'combobox' | 'textbox',
  name: RegExp,
): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  await wanted.waitFor();
  for (let presses = 0; presses < 200; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach the ${role} ${name}`);
}

/** Takes the page, on Measures; waits until all of it is drawn: what adds up comes last. */
export async function expectDrawn(page: Page): Promise<void> {
  await page.getByRole('heading', { name: /^What adds up/ }).waitFor();
}

/** Takes the page; loads the sample and works out its measures, as the quickest person would. */
export async function measureSample(page: Page): Promise<void> {
  await page.goto('./');
  await page.getByRole('button', { name: /sample extract/ }).click();
  await page.getByRole('button', { name: 'Work out the measures' }).click();
  await page.getByRole('heading', { name: 'Measures', level: 1 }).waitFor();
}
