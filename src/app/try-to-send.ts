import { closedWays } from './closed.ts';
import { NOWHERE } from './whence.ts';

/** What came of one way to send something. */
export interface Tried {
  readonly way: string;
  readonly outcome: 'refused' | 'missing' | 'not refused';
  /** By what it was refused, in words. */
  readonly by: string;
}

/** How long the browser has to say that it refused. */
const WAIT_MS = 3_000;

/** Tries each way in which a page could send something to another address, with nothing in it; gives what came of each. */
export async function tryToSend(): Promise<Tried[]> {
  const ways: readonly (readonly [string, (address: string) => void])[] = [
    ['Sending data (fetch)', (address) => void fetch(address).catch(() => null)],
    [
      'A lasting connection (WebSocket)',
      (address) => new WebSocket(address.replace('https', 'wss')),
    ],
    ['A message on leaving (beacon)', (address) => navigator.sendBeacon(address)],
    ['A picture at another address', (address) => (new Image().src = address)],
    ['Code from another address', (address) => addScript(address)],
  ];
  const tried: Tried[] = [];
  for (const [at, [way, does]] of ways.entries())
    tried.push(await attempt(way, `${NOWHERE}${at}`, does));
  return [...tried, await attemptInWorker(), ...closedWays().flatMap(taken)];
}

/** The browser says what it refused, and by which directive. */
async function attempt(
  way: string,
  address: string,
  does: (address: string) => void,
): Promise<Tried> {
  const refusal = new Promise<string | null>((resolve) => {
    const hear = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) => {
      if (blockedURI.replace('wss:', 'https:') === address) end(effectiveDirective);
    };
    const end = (directive: string | null) => {
      document.removeEventListener('securitypolicyviolation', hear);
      resolve(directive);
    };
    document.addEventListener('securitypolicyviolation', hear);
    setTimeout(() => end(null), WAIT_MS);
  });
  try {
    does(address);
  } catch {
    // Some refuse at once as well; the browser still says by what.
  }
  return told(way, await refusal);
}

/** A worker of its own, started as all of them are: it tries, and says what refused it. */
async function attemptInWorker(): Promise<Tried> {
  const code = `addEventListener('securitypolicyviolation', ({ effectiveDirective }) => postMessage(effectiveDirective));
fetch(${JSON.stringify(NOWHERE)}).catch(() => setTimeout(() => postMessage(null), ${WAIT_MS}));`;
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const worker = new Worker(url);
  const directive = await new Promise<string | null>((resolve) => {
    worker.addEventListener(
      'message',
      ({ data }) => resolve(typeof data === 'string' ? data : null),
      { once: true },
    );
    worker.addEventListener('error', () => resolve(null), { once: true });
  });
  worker.terminate();
  URL.revokeObjectURL(url);
  return told('Sending data from a worker', directive);
}

function addScript(address: string): void {
  const script = document.createElement('script');
  script.src = address;
  document.head.append(script);
  script.remove();
}

function told(way: string, directive: string | null): Tried {
  return directive === null
    ? { way, outcome: 'not refused', by: 'The browser did not say that it refused this.' }
    : { way, outcome: 'refused', by: `Refused by the policy: ${directive}.` };
}

/** Those that every browser has had; the rest are shown by no browser together. */
const WAYS_IN_WORDS: Readonly<Record<string, string>> = {
  RTCPeerConnection: 'A direct connection between browsers (WebRTC)',
  open: 'Opening another window',
};

function taken({ name, isClosed }: { readonly name: string; readonly isClosed: boolean }): Tried[] {
  const way = WAYS_IN_WORDS[name];
  if (way === undefined) return [];
  return isClosed
    ? [{ way, outcome: 'missing', by: 'Taken out of the page before a file can be given.' }]
    : [{ way, outcome: 'not refused', by: 'It is still there.' }];
}
