import { readFileSync } from 'node:fs';
import * as xlsx from '@e965/xlsx';
import type { Page } from '@playwright/test';
import { DRESSES } from '../../fixtures/dress/dresses.ts';
import { makeDressed } from '../../fixtures/dress/make-dressed.ts';
import { PLANTED } from '../../fixtures/dress/planted.ts';
import { expect, test } from './page.ts';

const ORDER = { children: 1500, seed: 14, flaws: 1 };
const PAGES = ['extract', 'words', 'quality', 'profile', 'measures', 'return'];
const WITH_RECORDS = ['riia-01', 'riia-04', 'riia-18', 'eh-8'];

for (const dress of [DRESSES.systemc, DRESSES.eclipse]) {
  const tag = dress === DRESSES.systemc ? {} : { tag: '@proof' };
  test(
    `what is personal in an extract of ${dress.title} is nowhere on the page, in storage or in a file`,
    tag,
    async ({ page }) => {
      test.slow(); // it walks every page
      // The words in the console are held against nothing at all, by every test.
      await give(page, dress);
      await page.getByRole('heading', { name: 'Extract', level: 1 }).waitFor();
      expect(await personalOn(page), 'Extract, as it is read').toEqual([]);
      await page.getByRole('combobox', { name: /Local authority/ }).selectOption('000');
      // The names of one system's files hold no date, and the page takes the day on which they were given.
      for (const [part, value] of Object.entries({ Day: '14', Month: '7', Year: '2025' }))
        await page.getByRole('textbox', { name: part }).fill(value);
      await page.getByRole('button', { name: 'Work out the measures' }).click();
      await page.getByRole('heading', { name: 'Measures', level: 1 }).waitFor();

      for (const name of [...PAGES, ...WITH_RECORDS.map((id) => `measure/${id}`)]) {
        await page.goto(`./#/${name}`);
        await openAll(page);
        expect(await personalOn(page), name).toEqual([]);
        expect(await personalInStorage(page), name).toEqual([]);
      }
      for (const text of await savedFiles(page)) expect(planted(text)).toEqual([]);
      expect(await personalInStorage(page)).toEqual([]);
    },
  );
}

test('the walk finds what is planted: in an attribute, a field, the address, and each kind of storage', async ({
  page,
}) => {
  await page.goto('./');
  await page.evaluate(async (word) => {
    document.querySelector('main')?.setAttribute('data-name', `${word}-1`);
    const field = document.createElement('input');
    field.value = `${word}-2`;
    document.body.append(field);
    localStorage.setItem('a', `${word}-3`);
    sessionStorage.setItem(`${word}-4`, 'b');
    await (await caches.open('c')).put(`/x?${word}-5`, new Response(`${word}-6`));
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('d', 1);
      opening.onupgradeneeded = () =>
        opening.result.createObjectStore('e').put({ f: `${word}-7` }, 1);
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
      opening.onerror = () => reject(new Error('no database'));
    });
  }, PLANTED);
  const numbers = (found: readonly string[]) =>
    found.map((text) => text.slice(PLANTED.length + 1, PLANTED.length + 2));
  expect(numbers(await personalOn(page)).sort()).toEqual(['1', '2']);
  expect(numbers(await personalInStorage(page)).sort()).toEqual(['3', '4', '5', '6', '7']);
});

async function give(page: Page, dress: (typeof DRESSES)['systemc']): Promise<void> {
  const files = await Promise.all(
    (await makeDressed(ORDER, dress)).map(async ({ name, content }) => ({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(await content.arrayBuffer()),
    })),
  );
  await page.goto('./');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose files' }).click(),
  ]);
  await chooser.setFiles(files);
}

/** Takes the page; opens all that can be opened on it, and waits until nothing more is fetched or put in another order. */
async function openAll(page: Page): Promise<void> {
  await page.locator('main h1').waitFor();
  await expect(async () => {
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await expect(page.getByText(/^(Fetching|Looking at)/)).toHaveCount(0, { timeout: 2_000 });
    await expect(page.locator('details:not([open])')).toHaveCount(0, { timeout: 100 });
  }).toPass({ timeout: 120_000 });
}

/** Takes the page; gives what is personal in its document, with attributes, fields and address. */
async function personalOn(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea, select')].map((field) =>
      'value' in field ? String(field.value) : '',
    );
    return [document.documentElement.outerHTML, document.title, location.href, ...fields].join(
      '\n',
    );
  });
  return planted(text);
}

/** Takes the page; gives what is personal in anything that its origin keeps. */
async function personalInStorage(page: Page): Promise<string[]> {
  const kept = await page.evaluate(async () => {
    const texts = [
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      document.cookie,
    ];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        texts.push(request.url, (await (await cache.match(request))?.text()) ?? '');
    }
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('the database did not answer'));
      });
    for (const { name } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames)
        texts.push(
          JSON.stringify(await asked(database.transaction(store).objectStore(store).getAll())),
        );
      database.close();
    }
    for await (const [name, handle] of await navigator.storage.getDirectory())
      texts.push(
        name,
        handle instanceof FileSystemFileHandle ? await (await handle.getFile()).text() : '',
      );
    return texts;
  });
  return kept.flatMap(planted);
}

/** Takes the page; saves each file that it gives away, and gives their texts. */
async function savedFiles(page: Page): Promise<string[]> {
  await page.goto('./#/return');
  const texts: string[] = [];
  for (const name of ['Save as a workbook (.xlsx)', 'Save as CSV', 'Save as JSON']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    const bytes = readFileSync(await download.path());
    const sheets = name.endsWith('(.xlsx)') ? xlsx.read(bytes).Sheets : {};
    texts.push(
      bytes.toString('utf8'),
      ...Object.values(sheets).map((one) => xlsx.utils.sheet_to_csv(one)),
    );
  }
  return texts;
}

function planted(text: string): string[] {
  return [...text.matchAll(new RegExp(`${PLANTED}.{0,40}`, 'gi'))].map(([found]) => found);
}
