import type { Page, Worker } from '@playwright/test';
import { expect } from './page.ts';

/** Takes the page and what a script is called; gives the worker that runs it. */
export async function workerOf(page: Page, script: string): Promise<Worker> {
  const find = async () => {
    for (const worker of page.workers()) {
      const name = await worker.evaluate(() => self.name).catch(() => '');
      if (name.includes(script)) return worker;
    }
    return null;
  };
  await expect.poll(find).not.toBeNull();
  const found = await find();
  if (!found) throw new Error(`no worker runs ${script}`);
  return found;
}

/** Takes the page and what a script is called; ends the worker that runs it, which tells nobody. */
export async function kill(page: Page, script: string): Promise<void> {
  const worker = await workerOf(page, script);
  await worker.evaluate(() => self.close()).catch(() => undefined);
}

/** Takes the page and a task; its worker never hears of the first, and so waits until it is ended. */
export async function loseFirst(page: Page, task: string): Promise<void> {
  await page.evaluate((lost) => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, ...said: unknown[]) {
      if (Reflect.get(Object(said[0]), 'task') === lost) Worker.prototype.postMessage = post;
      else Reflect.apply(post, this, said);
    };
  }, task);
}
