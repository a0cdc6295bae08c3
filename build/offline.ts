import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, build } from 'vite';
import type { Precache } from '../src/shipped/precache.ts';
import { filesIn } from './files-in.ts';
import { hostingFiles } from './hosting.ts';

const SOURCE = fileURLToPath(new URL('../src/shipped/service-worker.ts', import.meta.url));
/** Its place says what it keeps: everything beside it. */
const SCRIPT = 'service-worker.js';

/** Writes what keeps the page for use without internet, with the list of every file that was built. */
export function offline(): Plugin {
  let folder = '';
  return {
    name: 'offline',
    configResolved: ({ root, build: { outDir } }) => {
      folder = join(root, outDir);
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        writeFileSync(join(folder, SCRIPT), await scriptFor(precacheOf(folder)));
      },
    },
  };
}

function precacheOf(folder: string): Precache {
  const forServers = hostingFiles();
  const paths = filesIn(folder).filter((path) => path !== SCRIPT && !forServers.has(path));
  const files = paths.map((path) => ({
    path: path === 'index.html' ? '' : path,
    integrity: `sha256-${hashOf(readFileSync(join(folder, path))).toString('base64')}`,
  }));
  return { build: hashOf(JSON.stringify(files)).toString('hex').slice(0, 16), files };
}

async function scriptFor(precache: Precache): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { PRECACHE: JSON.stringify(precache) },
    build: {
      write: false,
      target: 'es2022',
      copyPublicDir: false,
      rolldownOptions: { input: SOURCE, output: { format: 'iife', entryFileNames: SCRIPT } },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const [script] = outputs.flatMap((one) => ('output' in one ? one.output : []));
  if (script?.type !== 'chunk') throw new Error('the service worker was not built');
  return script.code;
}

function hashOf(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
