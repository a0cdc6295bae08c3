import type { Worker } from '@playwright/test';
import { expect, measureSample, test } from './page.ts';

/** A place of another origin that nothing answers at: a request that is let through fails otherwise than by the policy. */
const ELSEWHERE = 'http://127.0.0.1:9/';

test('every response of the preview server carries the policy', async ({ page }) => {
  const without: string[] = [];
  page.on('response', (response) => {
    const policy = response.headers()['content-security-policy'] ?? '';
    if (response.url().startsWith('http') && !policy.includes("default-src 'none'"))
      without.push(response.url());
  });
  await measureSample(page);
  expect(without).toEqual([]);
});

test('the page’s own policy binds its workers, also on a host that sends no header', async ({
  page,
  watched,
}) => {
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    delete headers['content-security-policy'];
    await route.fulfill({ response, headers });
  });
  await measureSample(page);
  const workers = page.workers();
  expect(workers.length).toBeGreaterThan(0);
  for (const worker of workers) {
    expect(worker.url()).toMatch(/^blob:/);
    expect(await refusal(worker)).toBe('connect-src');
  }
  expect(watched.complaints.every((complaint) => complaint.includes(ELSEWHERE))).toBe(true);
  watched.complaints.length = 0;
});

/** Takes a worker; has it ask for something elsewhere, and gives the directive that refused it. */
function refusal(worker: Worker): Promise<string> {
  return worker.evaluate(
    (address) =>
      new Promise<string>((resolve) => {
        self.addEventListener('securitypolicyviolation', (event) =>
          resolve(event.effectiveDirective),
        );
        fetch(address).then(
          () => resolve('reached'),
          () => setTimeout(() => resolve('failed otherwise'), 500),
        );
      }),
    ELSEWHERE,
  );
}
