/** What a worker says once it holds its lock, and when it broke off. It is heard here, and by nobody else. */
interface Told {
  readonly worker: string;
  readonly is: 'living' | 'broken';
}

const ends = new WeakMap<Worker, Promise<void>>();

/**
 * Takes a name that no other worker has; gives the line that a worker's script begins with, so that it holds a lock of this
 * name for as long as it lives, and tells of a promise that nobody heeds. The browser frees the lock however the worker
 * ends, also where it tells nobody.
 */
export function lockHeld(name: string): string {
  const quoted = JSON.stringify(name);
  return `{
    const tell = (is) => postMessage({ worker: ${quoted}, is });
    addEventListener('unhandledrejection', (event) => { event.preventDefault(); tell('broken'); });
    const held = () => { tell('living'); return new Promise(() => undefined); };
    if (navigator.locks) navigator.locks.request(${quoted}, held).catch(() => undefined);
  }`;
}

/**
 * Takes a worker that was just started, before anyone else listens to it, and the name of its lock; watches it from then on.
 * What it threw is shown to nobody: a value from a file may stand in it.
 */
export function watch(worker: Worker, lock: string): void {
  const ended = new Promise<void>((resolve) => {
    const failed = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      worker.terminate();
      resolve();
    };
    worker.addEventListener('error', failed);
    worker.addEventListener('messageerror', failed);
    worker.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (!isTold(event.data, lock)) return;
      if (event.data.is === 'broken') return failed(event);
      event.stopImmediatePropagation();
      // Waits for its turn, which comes when the worker is no more.
      navigator.locks.request(lock, () => resolve()).catch(() => undefined);
    });
  });
  ends.set(worker, ended);
}

/**
 * Takes a worker that is watched; gives what is resolved once it has ended: by an error, by sending what cannot be read, or
 * in silence. The last is known only where the browser has locks, which it has on every page but one served by plain http.
 */
export function endOf(worker: Worker): Promise<void> {
  const ended = ends.get(worker);
  if (!ended) throw new TypeError('the worker is not watched');
  return ended;
}

function isTold(said: unknown, lock: string): said is Told {
  return typeof said === 'object' && said !== null && 'worker' in said && said.worker === lock;
}
