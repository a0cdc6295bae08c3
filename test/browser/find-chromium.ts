import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where Chromium, Chrome and Edge stand when they are installed, by kind of system. */
const INSTALLED: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    return folder
      ? [
          join(folder, 'Google/Chrome/Application/chrome.exe'),
          join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]
      : [];
  }),
};

/** A browser to test in: its program, and what it must be started with. */
export interface Browser {
  readonly executablePath: string;
  readonly args: string[];
}

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Gives the browser that QUARTERLIGHT_BROWSER names, else one that is installed, else (on Linux) the one that npm
 * brought. Throws where there is none, with what to do.
 */
export async function findChromium(): Promise<Browser> {
  const named = process.env['QUARTERLIGHT_BROWSER'];
  const installed = named ?? INSTALLED[process.platform]?.find((path) => existsSync(path));
  // A container runs tests as root, where Chromium's own sandbox cannot start.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (installed && installed !== 'npm')
    return { executablePath: installed, args: [...QUIET, ...sandbox] };
  if (process.platform !== 'linux') {
    throw new Error(
      'No Chrome, Chromium or Edge was found: install one, or name it in QUARTERLIGHT_BROWSER.',
    );
  }
  // Tells the package to unpack the libraries that it needs beside the browser, so that none need be installed.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  // Its own arguments run everything in one process, where a page that closes takes the browser with it.
  return { executablePath: await chromium.executablePath(), args: [...QUIET, ...sandbox] };
}
