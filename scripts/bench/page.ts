import type { Browser, JSHandle, Page } from '@playwright/test';
import type { BenchExtract } from './extract.ts';
import { lengths } from './native.ts';
import { Processor } from './processor.ts';
import type { Walk } from './timing.ts';

/** What the page said it was doing, and when. */
interface Step {
  readonly step: string;
  readonly at: number;
}

/** What was noted from inside the page. */
interface Watched {
  readonly steps: readonly Step[];
  readonly longTasks: readonly number[];
}

/** One row about nobody, so that the engine is known to have started before anything is timed. */
const FIRST = {
  name: 'ssd_person.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('pers_person_id,pers_dob\nnobody,2015-01-01\n'),
};

/** Takes a browser, the page's address and an extract; walks the page as a person would, and tells how long it took. */
export async function walkPage(
  browser: Browser,
  address: string,
  sampleAuthority: string,
  extract: BenchExtract,
): Promise<Walk> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const processor = new Processor(await browser.newBrowserCDPSession());
  try {
    await page.goto(address);
    await give(page, FIRST);
    await page.goto(`${address}#/`);
    const watched = await watch(page);
    await processor.since();
    await give(page, extract.paths);
    const loading = await processor.since();
    await page.getByRole('combobox', { name: /Local authority/ }).selectOption(sampleAuthority);
    await processor.since();
    await page.getByRole('button', { name: 'Work out the measures' }).click();
    await page.getByRole('heading', { name: 'Measures', exact: true, level: 1 }).waitFor();
    await page.locator('tr.figure').first().waitFor();
    const figures = await processor.since();
    await page.goto(`${address}#/quality`);
    await page
      .getByText(/checks? found nothing/)
      .first()
      .waitFor({ timeout: 300_000 });
    const sending = await makeReturn(page, address);
    const { steps, longTasks } = await watched.jsonValue();
    const walk = walkFrom(changes(steps), { loading, figures });
    return { ...walk, page: { memory: await processor.memory(), longTasks, sending } };
  } finally {
    await context.close();
  }
}

/** Makes the latest quarter's return with all its breakdowns safe, and saves it; gives how long that took, in milliseconds. */
async function makeReturn(page: Page, address: string): Promise<number> {
  const began = performance.now();
  await page.goto(`${address}#/return`);
  const save = page.getByRole('button', { name: /^Save as a package/ });
  await save.waitFor({ timeout: 300_000 });
  await Promise.all([page.waitForEvent('download'), save.click()]);
  return performance.now() - began;
}

async function give(page: Page, files: readonly string[] | typeof FIRST): Promise<void> {
  const input = page.getByLabel('Files of the extract');
  await ('buffer' in files ? input.setInputFiles(files) : input.setInputFiles([...files]));
  await page.getByRole('combobox', { name: /Local authority/ }).waitFor({ timeout: 300_000 });
}

/** Notes from inside the page, by the page's own clock, what it says it is doing, and what a person did. */
function watch(page: Page): Promise<JSHandle<Watched>> {
  return page.evaluateHandle(() => {
    const steps: { step: string; at: number }[] = [];
    const longTasks: number[] = [];
    new PerformanceObserver((seen) => {
      for (const { duration } of seen.getEntries()) longTasks.push(Math.round(duration));
    }).observe({ type: 'longtask' });
    new MutationObserver(() => {
      const says =
        document.querySelector('#works-step, .checking__step') ?? document.querySelector('h1');
      steps.push({ step: says?.textContent ?? '', at: performance.now() });
      if (!document.querySelector('tr.figure')) return;
      // Figures count as shown once the browser has drawn them.
      requestAnimationFrame(() =>
        setTimeout(() => steps.push({ step: 'shown', at: performance.now() }), 0),
      );
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    for (const event of ['change', 'click']) {
      document.addEventListener(event, () => steps.push({ step: event, at: performance.now() }), {
        capture: true,
      });
    }
    return { steps, longTasks };
  });
}

/** Takes all that was noted; gives each thing once, when it was first said. */
function changes(noted: readonly Step[]): Step[] {
  return noted.filter(({ step }, place) => step !== noted[place - 1]?.step);
}

function walkFrom(steps: readonly Step[], processor: Walk['processor']): Omit<Walk, 'page'> {
  const first = (pattern: RegExp, after = 0): number => {
    const found = steps.find(({ step, at }) => at >= after && pattern.test(step));
    if (!found)
      throw new Error(`the page never said ${pattern}: ${steps.map((s) => s.step).join(', ')}`);
    return found.at;
  };
  const given = first(/^change$/);
  const reading = first(/^Reading /, given);
  const read = first(/^Extract$/, reading);
  const asked = first(/^click$/, read);
  const staged = first(/^Working out /, first(/^Putting /, asked));
  const shown = first(/^shown$/, staged);
  const checking = first(/^Checking: /, shown);
  const checked = first(/^(?!Checking: )/, checking);
  return {
    stretches: {
      decode: reading - given,
      load: read - reading,
      views: staged - asked,
      measures: shown - staged,
      checks: checked - checking,
    },
    measures: lengths(steps.filter(({ at }) => at >= staged && at <= shown)),
    figures: shown - asked,
    processor,
  };
}
