import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import type { Page } from '@playwright/test';
import { hostileTexts } from '../hostile/texts.ts';
import { unzip } from '../unit/return/unzip.ts';
import { BY_PAGE, BY_WORKER, tryFromPage, tryFromWorker, tryToConnect } from './attempts.ts';
import { type Foreign, openForeign, openLax } from './foreign.ts';
import { markedExtract, quoted, sheet } from './marked-extract.ts';
import { expect, test } from './page.ts';
import { type Sheet, goTo, wholeWay } from './whole-way.ts';

const shipped = (path: string) => fileURLToPath(new URL(`../../public/${path}`, import.meta.url));
const EXAMPLE = 'Exampleshire (made up)';

let foreign: Foreign;
test.beforeEach(async () => {
  foreign = await openForeign();
});
test.afterEach(() => foreign.close());

/** Takes the texts to plant; gives the sample's profile with them as local words. */
async function plantedProfile(texts: readonly string[]): Promise<Sheet> {
  const profile: unknown = JSON.parse(await readFile(shipped('sample/profile.json'), 'utf8'));
  const words = texts
    .filter((text) => text.length <= 80)
    .map((text) => ({ list: 'early_help_end_reason', word: text.toLowerCase(), group: 'met' }));
  const planted = { ...Object(profile), words };
  return sheet('profile.json', 'application/json', JSON.stringify(planted));
}

/** Takes a package and the texts to plant; gives it with each in the place of a name, as often as there are texts. */
async function plantedPack(name: string, texts: readonly string[]): Promise<Sheet> {
  const parts = await unzip(new Uint8Array(await readFile(shipped('benchmark-pack/made-up.zip'))));
  const zip = new ZipWriter(new Uint8ArrayWriter());
  for (const [path, text] of parts) {
    let at = 0;
    const next = () => texts[at++ % texts.length] ?? '';
    const planted = path.endsWith('.json')
      ? text.replaceAll(/"(title|description)": "[^"]*"/g, (_, key: string) =>
          [JSON.stringify(key), JSON.stringify(next())].join(': '),
        )
      : text.replaceAll(EXAMPLE, () => quoted(next()));
    await zip.add(path, new TextReader(planted));
  }
  return sheet(name, 'application/zip', await zip.close());
}

/** Takes the texts to plant; gives a file of the shape that is published, with each as an area's name. */
function plantedPublished(texts: readonly string[]): Sheet {
  const heading =
    'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,category,referral_count,rereferral_count,rereferral_percent';
  const rows = texts.map(
    (text, at) =>
      `2021,Reporting year,Local authority,E92000001,England,E12000007,${quoted(text)},${202 + at},E0900${1000 + at},${quoted(text)},Referrals and Re-referrals,1500,300,20.0`,
  );
  const name = texts.find((text) => text.includes('<img')) ?? '';
  return sheet(`${name}.csv`, 'text/csv', [heading, ...rows, ''].join('\n'));
}

test('with planted code in every text, the whole way asks nothing of any other origin; nor does code that is really run', async ({
  page,
  context,
  watched,
  baseURL,
}) => {
  test.setTimeout(420_000);
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  page.on('websocket', (socket) => asked.push(socket.url()));
  const kinds = hostileTexts(foreign.address);
  const texts = [kinds.html, kinds.formula, kinds.sql, kinds.expression, kinds.style].flat();
  const [image = '', script = ''] = kinds.html;
  const words = [...texts, ...kinds.link];
  const extract = await markedExtract({ child: '', words, headings: texts });
  const saved = await wholeWay(page, {
    start: './',
    authority: '000',
    extract: [...extract, await plantedProfile(words), sheet(`${script}.csv`, 'text/csv', image)],
    words: texts
      .filter((text) => text.length < 60)
      .join(' ')
      .slice(0, 400),
    published: [plantedPublished(words), await plantedPack('=pack.zip', words)],
    returns: [await plantedPack(`${image}.zip`, words), sheet('a.json', 'application/json', '{"')],
  });
  expect(saved.length).toBe(5);
  for (const place of [
    'words',
    'extract',
    'compare/riia-04',
    'compare',
    'collate/files',
    'profile',
  ])
    await look(page, place);
  expect(await page.evaluate(() => 'planted' in globalThis)).toBe(false);
  const own = new URL(baseURL ?? '').origin;
  const outside = asked.filter((url) => !/^(blob|data):/.test(url) && new URL(url).origin !== own);
  expect(outside).toEqual([]);
  expect(foreign.asked).toEqual([]);
  expect(watched.complaints).toEqual([]);

  await page.evaluate(tryFromPage, foreign.where);
  await putIn(page, [...kinds.html, ...kinds.style, ...kinds.link]);
  const connected = await page.evaluate(tryToConnect, foreign.where);
  expect(connected.page).toBe('taken away');
  expect(page.workers().length).toBeGreaterThan(1); // the engine and what collates
  for (const worker of page.workers()) await worker.evaluate(tryFromWorker, foreign.where);
  await page.evaluate(goElsewhere, foreign.address);
  expect(foreign.asked).toEqual([]);
  expect(new URL(page.url()).origin).toBe(own);
  watched.complaints.length = 0;
});

test('with the policy taken away on purpose, the same attempts reach the other origin', async ({
  page,
  watched,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const lax = await openLax(baseURL ?? '');
  // What the page takes away from itself is given back by who was there before it.
  await page.addInitScript(() => {
    const { defineProperty } = Reflect;
    Reflect.defineProperty = (target, name, how) =>
      target === window || defineProperty(target, name, how);
  });
  const working = page.waitForEvent('worker');
  await page.goto(lax.address);
  const worker = await working;
  const kinds = hostileTexts(foreign.address);

  await page.evaluate(tryFromPage, foreign.where);
  await worker.evaluate(tryFromWorker, foreign.where);
  await putIn(
    page,
    [...kinds.html, ...kinds.style].filter((text) => !text.includes('refresh')),
  );
  const reached = () => foreign.asked.map((path) => path.replace('websocket ', '').slice(1));
  const ways = [
    ...BY_PAGE.filter((way) => way !== 'frame').map((way) => `page-${way}`),
    ...BY_WORKER.map((way) => `worker-${way}`),
    ...['image', 'onerror', 'closing', 'preload'].map((way) => `planted/${way}`),
  ];
  await expect
    .poll(() => ways.filter((way) => !reached().some((path) => path.startsWith(way))))
    .toEqual([]);
  expect((await page.evaluate(tryToConnect, foreign.where)).page).toBe('asked');
  await expect.poll(() => foreign.asked).toContain('stun');
  await lax.close();
  watched.complaints.length = 0;
});

test('what the page closes cannot be opened again, and a frame is gone before it can call', async ({
  page,
  watched,
}) => {
  await page.goto('./');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const told = await page
    .evaluate(() => {
      const before = typeof RTCPeerConnection;
      const defined = Reflect.defineProperty(window, 'RTCPeerConnection', { value: Object });
      return [before, defined, delete Object(window).RTCPeerConnection, typeof window.open];
    })
    .catch((thrown: unknown) => String(thrown));
  expect(told).toEqual(['undefined', false, false, 'undefined']);
  const connected = await page.evaluate(tryToConnect, foreign.where);
  expect(connected.page).toBe('taken away');
  expect(connected.frame).not.toBe('asked');
  expect(foreign.asked).toEqual([]);
  await expect(page.locator('iframe')).toHaveCount(0);
  watched.complaints.length = 0;
});

/** Takes the page and a place; goes there, and opens all that can be opened. */
async function look(page: Page, place: string): Promise<void> {
  await goTo(page, `#/${place}`);
  await page.locator('main h1').waitFor();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** Takes the page and texts; has the browser read each as HTML, which the page itself never does. */
async function putIn(page: Page, texts: readonly string[]): Promise<void> {
  await page.evaluate((all) => {
    for (const text of all) document.body.insertAdjacentHTML('beforeend', text);
  }, texts);
}

/** Takes another origin; tries to take the page there, with something in the address. */
async function goElsewhere(address: string): Promise<void> {
  const link = document.createElement('a');
  link.href = `${address}/link?secret`;
  document.body.append(link);
  link.click();
  link.target = '_blank';
  link.click();
  try {
    window.open(`${address}/open?secret`);
  } catch {
    location.href = `${address}/location?secret`;
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000));
}
