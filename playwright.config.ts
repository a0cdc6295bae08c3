import { defineConfig } from '@playwright/test';
import { findChromium } from './test/browser/find-chromium.ts';

const PORT = 4180;

/** What takes longest, and is for the proof. */
const PROOF = /@proof/;
const which = process.env['QUARTERLIGHT_RUNS'] ? { grep: PROOF } : { grepInvert: PROOF };

export default defineConfig({
  testDir: 'test/browser',
  ...which,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  // Every test opens a page of its own.
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${PORT}/`,
    browserName: 'chromium',
    // A page of its own for each test: none keeps 40 MB for use without internet, but those that are about it.
    serviceWorkers: 'block',
    launchOptions: await findChromium(),
    trace: 'retain-on-failure',
  },
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort`,
    port: PORT,
    // Keeps the preview from opening a window on a desktop.
    env: { CI: 'true' },
  },
});
