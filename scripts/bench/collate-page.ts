import type { Browser, Page } from '@playwright/test';
import { Processor } from './processor.ts';

/** The stretches of collating, in their order. */
export const COLLATING = ['reading', 'remarks', 'totals', 'making', 'writing'] as const;

/** How long each stretch took in the page, in milliseconds; what the processor spent; the most memory that a renderer had, in MB. */
export interface Collated {
  readonly took: Readonly<Partial<Record<(typeof COLLATING)[number], number>>>;
  readonly processor: number;
  readonly memory: number;
  /** The longest task on the page's thread. */
  readonly longest: number;
}

/** The page names England at once, and its number when the totals are there. */
const WHOLE_OF_ENGLAND = /1[45]\d authorities of England (have sent figures|are in) for/;
const PATIENCE = { timeout: 900_000 };

/** Takes a browser, the page's address and files; gives them to the page Collate, and makes a pack of them where that is wanted. */
export async function walkCollate(
  browser: Browser,
  address: string,
  files: readonly string[],
  makesPack: boolean,
): Promise<Collated> {
  const context = await browser.newContext();
  const processor = new Processor(await browser.newBrowserCDPSession());
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(`${address}#/collate`);
  await page.getByLabel('Returns to collate').waitFor({ state: 'attached' });
  await processor.since();
  await page.getByLabel('Returns to collate').setInputFiles([...files]);
  await page.getByText(/authorities expected are in for/).waitFor(PATIENCE);
  const took = {
    reading: (await at(page, /^Looking for/)) - (await at(page, /^Reading/)),
    remarks: (await at(page, /^shown$/)) - (await at(page, /^Looking for/)),
    ...(makesPack ? await madePack(page, address) : {}),
  };
  const spent = await processor.since();
  const memory = await processor.memory();
  const longest = await page.evaluate(() => Math.max(0, ...window.longTasks));
  await context.close();
  return { took, processor: spent, memory, longest };
}

async function madePack(page: Page, address: string) {
  await page.goto(`${address}#/collate/totals`);
  await page.getByText(/authorities of .* (have sent figures|are in) for/).waitFor(PATIENCE);
  const asked = performance.now();
  await page.getByLabel('Totals of').selectOption({ label: 'England' });
  await page.getByText(WHOLE_OF_ENGLAND).waitFor(PATIENCE);
  const totals = performance.now() - asked;
  await page.goto(`${address}#/collate/pack`);
  const began = performance.now();
  await page.getByRole('button', { name: /^Make the pack$/ }).click();
  await page.getByRole('heading', { name: 'The pack is made' }).waitFor(PATIENCE);
  const made = performance.now();
  await page.getByRole('button', { name: /^Save the pack/ }).click();
  await page.getByText(/^Saved:/).waitFor(PATIENCE);
  return { totals, making: made - began, writing: performance.now() - made };
}

/** When the page first said something, by its own clock. */
async function at(page: Page, pattern: RegExp): Promise<number> {
  const said = await page.evaluate(() => window.said);
  const found = said.find(({ step }) => pattern.test(step));
  if (!found) throw new Error(`the page never said ${pattern}: ${said.map(({ step }) => step)}`);
  return found.at;
}

declare global {
  interface Window {
    said: { step: string; at: number }[];
    longTasks: number[];
  }
}

/** Runs in the page: notes what it says it is doing, and when a matrix is there. No function in it has a name: that would need what is not there. */
function watch(): void {
  window.said = [];
  window.longTasks = [];
  new PerformanceObserver((seen) => {
    for (const { duration } of seen.getEntries()) window.longTasks.push(Math.round(duration));
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver(() => {
    const step = document.querySelector('#works-step')?.textContent ?? null;
    const isShown = document.body?.textContent?.includes('authorities expected are in for');
    const says = step ?? (isShown ? 'shown' : null);
    if (says === null || says === window.said.at(-1)?.step) return;
    window.said.push({ step: says, at: performance.now() });
  }).observe(document, { subtree: true, childList: true, characterData: true });
}
