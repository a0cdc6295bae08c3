import { bindsToOrigin } from './bound-header.ts';
import { NOBODY, USE_NOW, type UseAnswer, cachesOf } from './precache.ts';
import { COPY } from './shipped.ts';

/** Whether this copy of the page can be used without internet. */
export type Offline =
  | { readonly kind: 'single file' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'keeping' }
  | { readonly kind: 'kept' }
  /** Kept, and a newer version waits to be used. */
  | { readonly kind: 'newer'; readonly waiting: Waiting }
  | { readonly kind: 'not kept'; readonly why: 'browser' | 'policy' | 'storing' };

interface Waiting {
  /** Uses the newer version, and starts the page anew. Does neither where the page is open elsewhere, and tells so. */
  use(): Promise<UseAnswer>;
}

type Tell = (offline: Offline) => void;

const SCRIPT = './service-worker.js';

/**
 * Keeps the page in this browser, so that it can be used without internet, and tells how far that is, as often as it
 * changes. Only where the host sends the policy with the page's own files: what keeps the page is bound by nothing else.
 */
export async function keepForOffline(tell: Tell): Promise<void> {
  if (COPY === 'single file') return tell({ kind: 'single file' });
  if (!('serviceWorker' in navigator)) return tell({ kind: 'not kept', why: 'browser' });
  try {
    const binding = await bindingOf();
    const before = await navigator.serviceWorker.getRegistration();
    if (binding === 'no policy') {
      if (before) await letGo(before);
      return tell({ kind: 'not kept', why: 'policy' });
    }
    const registration =
      binding === 'no answer'
        ? before
        : await navigator.serviceWorker.register(SCRIPT, { updateViaCache: 'none' });
    if (!registration) return tell({ kind: 'not kept', why: 'storing' });
    follow(registration, tell);
  } catch {
    tell({ kind: 'not kept', why: 'storing' });
  }
}

async function letGo(registration: ServiceWorkerRegistration): Promise<void> {
  await registration.unregister();
  const names = await caches.keys();
  const own = names.filter((name) => name.startsWith(cachesOf(registration.scope)));
  await Promise.all(own.map((name) => caches.delete(name)));
}

/** What the host sends with the page, and with what would keep it. */
async function bindingOf(): Promise<'policy' | 'no policy' | 'no answer'> {
  try {
    const answers = await Promise.all(
      ['./', SCRIPT].map((address) => fetch(address, { cache: 'no-store' })),
    );
    if (answers.some(({ status }) => status === NOBODY || status >= 500)) return 'no answer';
    const all = answers.every(
      ({ ok, headers }) => ok && bindsToOrigin(headers.get('content-security-policy')),
    );
    return all ? 'policy' : 'no policy';
  } catch {
    return 'no answer';
  }
}

function follow(registration: ServiceWorkerRegistration, tell: Tell): void {
  const look = () => {
    const { installing, waiting, active } = registration;
    if (waiting && active) tell({ kind: 'newer', waiting: { use: () => use(waiting) } });
    else if (active) tell({ kind: 'kept' });
    else if (installing || waiting) tell({ kind: 'keeping' });
    else tell({ kind: 'not kept', why: 'storing' });
  };
  const watch = () => registration.installing?.addEventListener('statechange', look);
  registration.addEventListener('updatefound', watch);
  watch();
  look();
}

function use(waiting: ServiceWorker): Promise<UseAnswer> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const anew = () => location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', anew);
    port1.onmessage = ({ data }: MessageEvent<UseAnswer>) => {
      if (data === 'open elsewhere')
        navigator.serviceWorker.removeEventListener('controllerchange', anew);
      resolve(data);
    };
    waiting.postMessage(USE_NOW, [port2]);
  });
}
