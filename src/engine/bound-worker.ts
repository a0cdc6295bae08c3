import { requestChannel } from '../model/request-channel.ts';

/** The engine writes its errors to the console beside giving them, and a value from a file may stand in them. */
const SILENCE =
  'for (const level of ["log", "info", "warn", "error"]) console[level] = () => undefined;';

/** Has the worker tell the page what it asks for: the page's own record of requests does not hold its workers'. */
const TELL = (channel: string) =>
  `const told = new BroadcastChannel(${JSON.stringify(channel)});
new PerformanceObserver((list) => told.postMessage(list.getEntries().map(
  ({ name, initiatorType }) => ({ address: name, by: initiatorType, isByWorker: true })
))).observe({ type: "resource", buffered: true });`;

/**
 * Takes the address of a classic worker's script; starts it from a blob that imports it, so that the page's policy
 * binds the worker too (one started from its address is bound only by that response's own header).
 */
export function startBoundWorker(address: string): Worker {
  const absolute = new URL(address, document.baseURI).href;
  const begin = `importScripts(${JSON.stringify(absolute)})`;
  const opening = new Blob([`{${TELL(requestChannel())}}`, SILENCE, begin], {
    type: 'text/javascript',
  });
  const url = URL.createObjectURL(opening);
  const worker = new Worker(url);
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return worker;
}
