import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, type Locator, firefox } from '@playwright/test';
import type { Sheet } from '../browser/whole-way.ts';

/** Where Debian and Mozilla put it. */
const PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/usr/local/bin/firefox'];

/** Gives where Firefox is installed, or null where it is not. */
export function whereFirefox(): string | null {
  return PLACES.find((place) => existsSync(place)) ?? null;
}

/** What the driver asks of every new page, and Firefox's extended support release does not know. It changes no figure. */
const UNKNOWN_TO_IT = 'emulation.setMediaFeaturesOverride';

/** Takes where Firefox is, and a folder; starts it, so that it saves files there. */
export async function startFirefox(executablePath: string, saved: string): Promise<Browser> {
  const browser = await firefox.launch({
    executablePath,
    channel: 'moz-firefox',
    downloadsPath: saved,
  });
  const session = reach(reach(browser, '_connection', 'toImpl', browser), '_browserSession');
  const send: unknown = Reflect.get(session, 'send');
  if (typeof send !== 'function') throw new Error('the driver has no session to send by');
  Reflect.set(session, 'send', (method: string, ...more: unknown[]): unknown =>
    method === UNKNOWN_TO_IT
      ? Promise.resolve({})
      : Reflect.apply(send, session, [method, ...more]),
  );
  return browser;
}

/** What the driver keeps to itself: a field, or what a method of it gives. */
function reach(from: object, field: string, method?: string, ...given: unknown[]): object {
  const found: unknown = Reflect.get(from, field);
  if (!isObject(found)) throw new Error(`the driver has no ${field} any more`);
  if (method === undefined) return found;
  const does: unknown = Reflect.get(found, method);
  if (typeof does !== 'function') throw new Error(`the driver has no ${method} any more`);
  const gives: unknown = Reflect.apply(does, found, given);
  if (!isObject(gives)) throw new Error(`the driver's ${method} gives nothing`);
  return gives;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Takes the folder that Firefox saves to; gives what presses a button and waits for its file: of a blob, Firefox tells nothing. */
export function savedIn(folder: string): (button: Locator) => Promise<Sheet> {
  return async (button) => {
    const before = new Set(readdirSync(folder));
    await button.click();
    for (;;) {
      const name = readdirSync(folder).find((one) => !before.has(one));
      const isWhole = name && !readdirSync(folder).some((one) => one.endsWith('.part'));
      const buffer = isWhole ? readFileSync(join(folder, name)) : Buffer.of();
      if (name && buffer.length > 0) return { name, mimeType: 'application/json', buffer };
      await wait(100);
    }
  };
}
