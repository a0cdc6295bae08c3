/** What a worker says once it holds its lock. It is heard here, and by nobody else. */
interface Living {
  readonly living: string;
}

const ends = new WeakMap<Worker, Promise<void>>();

/**
 * Takes a name that no other worker has; gives the line that a worker's script begins with, so that it holds a lock of this
 * name for as long as it lives. The browser frees the lock however the worker ends, also where it tells nobody.
 */
export function lockHeld(name: string): string {
  const quoted = JSON.stringify(name);
  return `if (navigator.locks) navigator.locks.request(${quoted}, () => { postMessage({ living: ${quoted} }); return new Promise(() => undefined); }).catch(() => undefined);`;
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
      if (!isLiving(event.data, lock)) return;
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

function isLiving(said: unknown, lock: string): said is Living {
  return typeof said === 'object' && said !== null && 'living' in said && said.living === lock;
}
