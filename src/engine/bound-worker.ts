import { requestChannel } from '../model/request-channel.ts';
import { bring } from '../shipped/shipped.ts';
import { lockHeld, watch } from './worker-end.ts';

/** The engine writes its errors to the console beside giving them, and a value from a file may stand in them. */
const SILENCE =
  'for (const level of ["log", "info", "warn", "error"]) console[level] = () => undefined;\n';

/** What a worker is lent stands at one address, which leads nowhere but to it. */
const LENT = 'lent:program';

/** Has the worker tell the page what it asks for: the page's own record of requests does not hold its workers'. */
const TELL = (channel: string) =>
  `const told = new BroadcastChannel(${JSON.stringify(channel)});
new PerformanceObserver((list) => told.postMessage(list.getEntries().map(
  ({ name, initiatorType }) => ({ address: name, by: initiatorType, isByWorker: true })
))).observe({ type: "resource", buffered: true });`;

let started = 0;

/**
 * A worker that was started by a page from a disk can fetch nothing, not even from the page: what it is to fetch is sent
 * to it before anything else. It is handed over once.
 */
const TAKING = `{
  let lent = null;
  addEventListener('message', (event) => {
    if (event.data?.lent instanceof Blob) {
      lent = event.data.lent;
      event.stopImmediatePropagation();
    }
  });
  const beyond = self.fetch;
  self.fetch = (asked, ...how) => {
    const address = asked instanceof Request ? asked.url : String(asked);
    if (address !== ${JSON.stringify(LENT)} || !lent) return beyond(asked, ...how);
    const answer = new Response(lent, { headers: { 'content-type': 'application/wasm' } });
    lent = null;
    return Promise.resolve(answer);
  };
}
`;

const scripts = new Map<string, Promise<Blob>>();

/**
 * Takes the address of a classic worker's script; starts it from a blob of its own text, so that the page's policy binds
 * the worker too (one started from its address is bound only by that response's own header). Throws where the script does
 * not arrive. Its end can be asked for.
 */
export async function startBoundWorker(address: string): Promise<Worker> {
  const script = await scriptAt(address);
  started += 1;
  const lock = `quarterlight worker ${started} of ${performance.timeOrigin} ${Math.random()}`;
  const parts = [`{${TELL(requestChannel())}}`, SILENCE, lockHeld(lock), TAKING, script];
  const text = new Blob(parts, { type: 'text/javascript' });
  const url = URL.createObjectURL(text);
  // Tools for developers tell workers apart by their names.
  const worker = new Worker(url, { name: address.slice(address.lastIndexOf('/') + 1) });
  watch(worker, lock);
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return worker;
}

/** Takes a bound worker and a program; gives the address at which that worker, and no other, fetches the program, once. */
export function lend(worker: Worker, program: Blob): string {
  worker.postMessage({ lent: program });
  return LENT;
}

/** A script is brought once: a worker is started for every task. One that did not arrive is asked for again. */
function scriptAt(address: string): Promise<Blob> {
  const known = scripts.get(address);
  if (known) return known;
  const brought = bring(address);
  brought.catch(() => scripts.delete(address));
  scripts.set(address, brought);
  return brought;
}
