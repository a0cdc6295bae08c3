import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { findChromium } from './find-chromium.ts';
import { markedExtract, sheet } from './marked-extract.ts';
import { expect, test } from './page.ts';
import { heldInMemory, inHistory, inStorage, onPage, putFiles } from './what-is-held.ts';
import { goTo, wholeWay } from './whole-way.ts';

const MARK = 'zzplanted';
const PROFILE = fileURLToPath(new URL('../../public/sample/profile.json', import.meta.url));

// A snapshot of the heap cuts each string at 1,024 letters unless it is told not to.
const browser = await findChromium();
test.use({
  launchOptions: {
    ...browser,
    args: [...browser.args, '--js-flags=--heap-snapshot-string-limit=100000000'],
  },
});

const holdsMark = (texts: readonly string[]) =>
  texts.filter((text) => text.toLowerCase().includes(MARK));

test('after Clear everything no storage, no address and no memory of the page holds what was read or typed', async ({
  page,
}) => {
  test.setTimeout(500_000);
  const objects = await watchObjectUrls(page);
  const words = Array.from({ length: 6 }, (_, at) => `${MARK} reason ${at}`);
  const extract = await markedExtract({ child: `${MARK}-`, words, headings: [`${MARK}_column`] });
  const saved = await wholeWay(page, {
    start: './',
    put: putFiles,
    extract: [
      ...extract,
      sheet('profile.json', 'application/json', await readFile(PROFILE, 'utf8')),
      sheet(`${MARK}-letter.csv`, 'text/csv', `${MARK}\n`),
    ],
    words: `${MARK} was typed`,
    returns: [sheet(`${MARK}-return.json`, 'application/json', '{}')],
  });
  expect(saved.filter(({ buffer }) => buffer.includes(MARK)).length).toBeGreaterThan(1);
  await goTo(page, '#/words');
  await page
    .getByText(words[0] ?? '')
    .first()
    .waitFor();
  await goTo(page, '#/measure/riia-02');
  await page.getByText('Show the records').click();
  await page
    .getByRole('cell', { name: new RegExp(`^${MARK}`) })
    .first()
    .waitFor();

  // It would be found if it were there.
  expect(holdsMark([await onPage(page)]).length).toBe(1);
  expect((await heldInMemory(page, MARK)).length).toBeGreaterThan(10);
  // Nothing is kept even now, by which it could outlive the page.
  expect(await inStorage(page)).toEqual([]);
  expect(holdsMark(await inHistory(page))).toEqual([]);
  const ended = page.workers().map((worker) => worker.waitForEvent('close'));
  expect(ended.length).toBeGreaterThan(1);

  await clearEverything(page);
  await Promise.all(ended);
  await expect(page.getByText('Everything was cleared.')).toBeAttached();
  await expect.poll(async () => (await objects()).length).toBe(0);
  expect(holdsMark([await onPage(page)])).toEqual([]);
  expect(await inStorage(page)).toEqual([]);
  expect(holdsMark(await inHistory(page))).toEqual([]);
  await expect(page).toHaveTitle('Quarterlight');
  await expect
    .poll(() => heldInMemory(page, MARK), { timeout: 60_000, intervals: [2_000, 10_000] })
    .toEqual([]);
});

test('the question names what is lost, and leaving the page asks while anything is', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Try the sample extract' }).click();
  await page.getByRole('button', { name: 'Work out the measures' }).click();
  await page.getByRole('heading', { name: 'Measures', level: 1 }).waitFor();
  expect(await asksWhenLeft(page)).toBe(false);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Clear everything' }).click();
  await expect(dialog).not.toContainText('In no file yet');
  await dialog.getByRole('button', { name: 'Keep it' }).click();

  await goTo(page, '#/return');
  await page
    .getByLabel(/^Why it moved: /)
    .first()
    .fill('A backlog was cleared.');
  expect(await asksWhenLeft(page)).toBe(true);
  await goTo(page, '#/report');
  await page.getByLabel('Referrals', { exact: true }).check();
  await page.getByLabel('Your sentence on Referrals').fill('More were helped early.');
  await page.getByRole('button', { name: 'Clear everything' }).click();
  await expect(dialog.getByRole('listitem')).toHaveText([
    'the notes of your return',
    'the sentences of your report',
  ]);
  await dialog.getByRole('button', { name: 'Clear everything' }).click();
  await expect(page.getByText('Everything was cleared.')).toBeAttached();
  expect(await asksWhenLeft(page)).toBe(false);
});

async function clearEverything(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Clear everything' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Clear everything' }).click();
  await page.getByRole('heading', { name: /^From an SSD extract/, level: 1 }).waitFor();
}

/** Takes a page that is not open yet; gives a way to ask which addresses of things in memory it has made and not given up. */
async function watchObjectUrls(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const open = new Set<string>();
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (of: Blob) => {
      const address = createObjectURL(of);
      open.add(address);
      return address;
    };
    URL.revokeObjectURL = (address) => {
      open.delete(address);
      revokeObjectURL(address);
    };
    Object.assign(globalThis, { openObjectUrls: open });
  });
  return () =>
    page.evaluate(() => {
      const open: unknown = Reflect.get(globalThis, 'openObjectUrls');
      return open instanceof Set ? [...open].map(String) : ['unknown'];
    });
}

function asksWhenLeft(page: Page): Promise<boolean> {
  return page.evaluate(
    () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })),
  );
}
