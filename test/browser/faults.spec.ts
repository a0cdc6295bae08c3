import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Worker } from '@playwright/test';
import { SAMPLE, expect, measureSample, test } from './page.ts';

const LOST = 'The part of the page that counts has stopped';
const NOT_STARTED = 'The part of the page that does the counting did not start.';

/** Takes the page; gives its worker that was started from a script whose address has this in it. */
async function workerOf(page: Page, script: string): Promise<Worker> {
  for (const worker of page.workers()) {
    const is = await worker
      .evaluate(
        (part) => performance.getEntriesByType('resource').some(({ name }) => name.includes(part)),
        script,
      )
      .catch(() => false);
    if (is) return worker;
  }
  throw new Error(`no worker runs ${script}`);
}

/** Takes the page and what its worker's script is called; ends that worker, which tells nobody. */
async function kill(page: Page, script: string): Promise<void> {
  const worker = await workerOf(page, script);
  const closed = worker.waitForEvent('close');
  await worker.evaluate(() => self.close()).catch(() => undefined);
  await closed;
}

/** Takes rows of a table; writes them as its file in a folder of its own, and gives the path. */
function written(name: string, lines: readonly string[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'quarterlight-')), name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

test('an engine that ends in silence is told, what is shown stands, and one button brings it back', async ({
  page,
}) => {
  await measureSample(page);
  await kill(page, 'duckdb');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(LOST);
  await expect(page.getByRole('heading', { name: 'Measures', level: 1 })).toBeVisible();
  await alert.getByRole('button', { name: 'Read the files again' }).click();
  await expect(alert).toHaveCount(0);
  await page.goto('./#/measures/riia-02-contacts');
});
