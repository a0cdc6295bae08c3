import { lockHeld, watch } from './worker-end.ts';

/** The engine writes its errors to the console beside giving them, and a value from a file may stand in them. */
const SILENCE =
  'for (const level of ["log", "info", "warn", "error"]) console[level] = () => undefined;';

let started = 0;

/**
 * Takes the address of a classic worker's script; starts it from a blob that imports it, so that the page's policy
 * binds the worker too (one started from its address is bound only by that response's own header). Its end can be asked for.
 */
export function startBoundWorker(address: string): Worker {
  const absolute = new URL(address, document.baseURI).href;
  started += 1;
  const lock = `quarterlight worker ${started} of ${performance.timeOrigin} ${Math.random()}`;
  const opening = new Blob(
    [SILENCE, lockHeld(lock), `importScripts(${JSON.stringify(absolute)})`],
    { type: 'text/javascript' },
  );
  const url = URL.createObjectURL(opening);
  const worker = new Worker(url);
  watch(worker, lock);
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return worker;
}
