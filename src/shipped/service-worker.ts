import { bindsToOrigin } from './bound-header.ts';
import { NOBODY, type Precache, type UseAnswer, USE_NOW, cachesOf, pathAsked } from './precache.ts';

/** Put in by the build. */
declare const PRECACHE: Precache;

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

interface Told extends Lasting {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

/** The types of a page, which are the project's, have none of a service worker's own. */
interface Scope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(which: {
      readonly type: 'window';
      readonly includeUncontrolled: true;
    }): Promise<readonly { readonly url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', hear: (event: Lasting) => void): void;
  addEventListener(name: 'fetch', hear: (event: Fetching) => void): void;
  addEventListener(name: 'message', hear: (event: Told) => void): void;
}

declare const self: Scope;

const { scope } = self.registration;
const { build, files } = PRECACHE;
const KEPT = cachesOf(scope) + build;

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  if (event.request.url === self.location.href) return event.respondWith(hosted(event.request));
  const path = pathAsked(event.request, scope, files);
  if (path !== null) event.respondWith(kept(path, event.request));
});
// A version waits until every page of the one before is closed, or until the person says so.
self.addEventListener('message', (event) => {
  if (event.data === USE_NOW) event.waitUntil(useNow(event.ports[0]));
});

/** A service worker is bound by the header of its own script alone: one that has none keeps nothing. */
async function keepAll(): Promise<void> {
  const own = await fetch(self.location.href, { cache: 'no-store' });
  if (!bindsToOrigin(own.headers.get('content-security-policy')))
    throw new Error('this script came without the policy');
  const cache = await caches.open(KEPT);
  try {
    for (const { path, integrity } of files) {
      const address = scope + path;
      const before = await fromBefore(address, integrity);
      await cache.put(address, before ?? (await brought(address, integrity)));
    }
  } catch (thrown) {
    await caches.delete(KEPT);
    throw thrown;
  }
}

async function brought(address: string, integrity: string): Promise<Response> {
  const response = await fetch(address, { integrity, cache: 'no-cache', redirect: 'error' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** What the version before has kept, where it is the same to the byte: most of the page is its engine. */
async function fromBefore(address: string, integrity: string): Promise<Response | null> {
  const response = await caches.match(address);
  if (!response) return null;
  const hash = await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer());
  const base64 = btoa(String.fromCharCode(...new Uint8Array(hash)));
  return integrity === `sha256-${base64}` ? response : null;
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(cachesOf(scope)) && name !== KEPT);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function kept(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(KEPT);
  return (await cache.match(scope + path)) ?? fetch(request);
}

/** The page looks at what its host sends with this script, and so whether there is a host. */
function hosted(request: Request): Promise<Response> {
  return fetch(request).catch(() => new Response(null, { status: NOBODY }));
}

async function useNow(answer: MessagePort | undefined): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const pages = windows.filter(({ url }) => url.startsWith(scope));
  const says: UseAnswer = pages.length > 1 ? 'open elsewhere' : 'used';
  if (says === 'used') await self.skipWaiting();
  answer?.postMessage(says);
}
