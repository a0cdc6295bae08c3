import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HEADERS } from '../../build/policy.ts';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/** A host of the page, on the loopback, of which a test says how it is set up and when it has a newer version. */
export interface Host {
  readonly address: string;
  /** Whether it sends the page's headers. */
  sendsPolicy: boolean;
  /** Whether it has another build: the page itself differs, and says so in a meta element of the name `newer`. */
  isNewer: boolean;
  close(): Promise<void>;
}

/** Opens a host of what was built. Throws where nothing was. */
export async function openHost(): Promise<Host> {
  if (!existsSync(join(DIST, 'service-worker.js')))
    throw new Error('Nothing is built: run npm run build.');
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://host').pathname);
    const file = join(DIST, path.endsWith('/') ? `${path}index.html` : path);
    if (!file.startsWith(DIST) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
      ...(host.sendsPolicy ? HEADERS : {}),
    });
    response.end(host.isNewer ? newer(file) : readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('the server has no port');
  const host: Host = {
    address: `http://localhost:${at.port}/`,
    sendsPolicy: true,
    isNewer: false,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return host;
}

/** A file of the newer build: the page itself, and the list of what is kept of it. */
function newer(file: string): Buffer | string {
  const page = readFileSync(join(DIST, 'index.html'), 'utf8');
  const newerPage = page.replace('</title>', '</title><meta name="newer" content="yes" />');
  if (file.endsWith('index.html')) return newerPage;
  const content = readFileSync(file);
  if (!file.endsWith('service-worker.js')) return content;
  return content
    .toString('utf8')
    .replace(hashOf(page), hashOf(newerPage))
    .replace(/build:(["'`])[0-9a-f]{16}/, 'build:$1newer-than-before');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
