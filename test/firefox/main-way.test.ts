import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, cleanCopy } from '../../scripts/clean-build.ts';
import { goldenOf, totalsIn } from '../browser/golden.ts';
import { mainWay } from '../browser/whole-way.ts';
import { savedIn, startFirefox, whereFirefox } from './start-firefox.ts';

const GOLDEN = fileURLToPath(new URL('../../fixtures/golden/sample.txt', import.meta.url));
const LIMIT_MS = 1_200_000;
const firefox = whereFirefox();

/** Firefox is not on every computer that runs the tests of every day. */
const IS_PROOF = process.env['QUARTERLIGHT_RUNS'] !== undefined && firefox !== null;

describe.runIf(IS_PROOF)('in Firefox', () => {
  const saved = mkdtempSync(join(tmpdir(), 'quarterlight-firefox-'));
  let built: string;
  let server: PreviewServer;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    built = cleanCopy();
    build(built);
    server = await preview({ root: built, configFile: join(built, 'vite.config.ts') });
    browser = await startFirefox(firefox ?? '', saved);
    page = await (await browser.newContext()).newPage();
    const own = new URL(addressOf(server)).origin;
    page.on('console', (message) => complaints.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== own && protocol !== 'blob:' && protocol !== 'data:')
        complaints.push(`request: ${request.url()}`);
    });
  }, LIMIT_MS);

  afterAll(async () => {
    await browser.close();
    await server.close();
    for (const folder of [saved, built]) rmSync(folder, { recursive: true });
  });

  it(
    'the main way goes from the sample to a return with the golden figures, and nothing is asked for elsewhere',
    async () => {
      const way = { start: addressOf(server), save: savedIn(saved) };
      const sent = await mainWay(page, way);
      expect(sent.name).toMatch(/^quarterlight_.*2025-26-Q1.*\.json$/);
      const golden = goldenOf(readFileSync(GOLDEN, 'utf8'));
      const given = totalsIn(JSON.parse(sent.buffer.toString('utf8')));
      expect(given.length).toBeGreaterThan(40);
      expect(given.filter((line) => !golden.has(line))).toEqual([]);
      expect(complaints).toEqual([]);
    },
    LIMIT_MS,
  );

  it('the policy refuses another address', async () => {
    const refused = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
          fetch('http://127.0.0.1:9/').catch(() => null);
        }),
    );
    expect(refused).toBe('connect-src');
  });
});

function addressOf({ resolvedUrls }: PreviewServer): string {
  const [address] = resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error('the page is not served');
  return address;
}
