import type { CDPSession, Locator, Page } from '@playwright/test';
import type { Sheet } from './whole-way.ts';

/** Takes a page and a mark; gives where in the page's memory it is found: strings of its heap, and bytes of its buffers. */
export async function heldInMemory(page: Page, mark: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  // What was let go in one sweep lets others go in the next.
  for (let sweep = 0; sweep < 3; sweep += 1) await session.send('HeapProfiler.collectGarbage');
  const held = [...(await heldInHeap(session, mark)), ...(await heldInBuffers(session, mark))];
  await session.detach();
  return held;
}

/**
 * Takes a field and files; puts them in by the page's own means. Playwright's way keeps hold of the field for as long as it has the
 * page, and of all that the field can reach.
 */
export async function putFiles(field: Locator, sheets: readonly Sheet[]): Promise<void> {
  const given = sheets.map(({ name, mimeType, buffer }) => ({
    name,
    mimeType,
    base64: buffer.toString('base64'),
  }));
  await field.evaluate((input, files) => {
    const held = new DataTransfer();
    for (const { name, mimeType, base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      held.items.add(new File([bytes], name, { type: mimeType }));
    }
    if (!(input instanceof HTMLInputElement)) throw new Error('the field takes no files');
    input.files = held.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, given);
}

async function heldInHeap(session: CDPSession, mark: string): Promise<string[]> {
  const chunks: string[] = [];
  const hear = ({ chunk }: { chunk: string }) => chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', hear);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', hear);
  const text = chunks.join('');
  const found = new Set<string>();
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1))
    found.add(text.slice(Math.max(0, at - 60), at + mark.length + 60));
  return [...found];
}

/** What stands in buffers is in no snapshot of the heap. */
async function heldInBuffers(session: CDPSession, mark: string): Promise<string[]> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: 'ArrayBuffer.prototype',
  });
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId ?? '',
  });
  const { result: found } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: `function (mark) {
      const read = new TextDecoder();
      return this.filter((buffer) => !buffer.detached && read.decode(buffer).includes(mark)).length;
    }`,
    arguments: [{ value: mark }],
    returnByValue: true,
  });
  const count = Number(found.value);
  return count > 0 ? [`in ${count} buffers`] : [];
}

/** Takes a page; gives every address and title that its history holds. */
export async function inHistory(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  return entries.flatMap(({ url, title, userTypedURL }) => [url, title, userTypedURL]);
}

/** Takes a page; gives what its document shows and hides, with fields, attributes, title and address. */
export function onPage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea, select')].map((field) =>
      'value' in field ? String(field.value) : '',
    );
    const { outerHTML } = document.documentElement;
    return [outerHTML, document.title, location.href, window.name, ...fields].join('\n');
  });
}

/** Takes a page; gives the text of all that its origin keeps: storage of every kind, caches and cookies. */
export function inStorage(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const texts = [...Object.entries({ ...localStorage }), ...Object.entries({ ...sessionStorage })]
      .flat()
      .map(String);
    if (document.cookie) texts.push(document.cookie);
    if (history.state !== null) texts.push(JSON.stringify(history.state));
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        texts.push(request.url, (await (await cache.match(request))?.text()) ?? '');
    }
    for (const { name } of await indexedDB.databases()) texts.push(`database ${name ?? ''}`);
    for await (const [name] of await navigator.storage.getDirectory()) texts.push(`file ${name}`);
    return texts;
  });
}
