/** What code would do that wants to send something out of the page. Each runs in the page or in a worker, by `evaluate`. */
interface Where {
  readonly address: string;
  readonly stun: string;
}

/** The paths that the attempts of the page ask for, where nothing stops them. */
export const BY_PAGE = [
  'fetch',
  'beacon',
  'event-source',
  'xhr',
  'websocket',
  'image',
  'style',
  'script',
  'worker',
  'frame',
  'preload',
] as const;

export const BY_WORKER = ['fetch', 'xhr', 'websocket', 'event-source', 'import-script'] as const;

/** Takes where to; has the page's own code try every way, and waits until each has come to its end. */
export async function tryFromPage({ address }: Where): Promise<void> {
  const url = (way: string) => `${address}/page-${way}`;
  const ended = (target: EventTarget) =>
    new Promise<void>((resolve) => {
      for (const event of ['load', 'error', 'open', 'close'])
        target.addEventListener(event, () => resolve(), { once: true });
    });
  const put = (name: string, attributes: Readonly<Record<string, string>>) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    // A frame that is taken away at once tells of no end.
    const done = name === 'iframe' ? Promise.resolve() : ended(element);
    document.body.append(element);
    return done;
  };
  const request = new XMLHttpRequest();
  const sent = ended(request);
  request.open('GET', url('xhr'));
  request.send();
  navigator.sendBeacon(url('beacon'), 'x');
  const events = new EventSource(url('event-source'));
  const listened = ended(events);
  const worker = new Worker(
    URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(url('worker-script'))})`])),
  );
  const socket = new WebSocket(url('websocket').replace('http', 'ws'));
  await Promise.all([
    fetch(url('fetch')).catch(() => null),
    ...[sent, listened, ended(socket)],
    put('img', { src: url('image') }),
    put('link', { rel: 'stylesheet', href: url('style') }),
    put('link', { rel: 'preload', as: 'image', href: url('preload') }),
    put('script', { src: url('script') }),
    put('iframe', { src: url('frame') }),
    new Promise((resolve) => {
      worker.addEventListener('error', resolve, { once: true });
      setTimeout(resolve, 2_000);
    }),
  ]);
  events.close();
  worker.terminate();
}

/** Takes where to; has a worker try every way that it has. */
export async function tryFromWorker({ address }: Where): Promise<void> {
  const url = (way: string) => `${address}/worker-${way}`;
  const ended = (target: EventTarget) =>
    new Promise<void>((resolve) => {
      for (const event of ['load', 'error', 'open', 'close'])
        target.addEventListener(event, () => resolve(), { once: true });
    });
  const request = new XMLHttpRequest();
  const sent = ended(request);
  request.open('GET', url('xhr'));
  request.send();
  const events = new EventSource(url('event-source'));
  const listened = ended(events);
  const socket = new WebSocket(url('websocket').replace('http', 'ws'));
  await Promise.all([fetch(url('fetch')).catch(() => null), ...[sent, listened, ended(socket)]]);
  events.close();
  try {
    const load: unknown = Reflect.get(self, 'importScripts');
    if (typeof load === 'function') load(url('import-script'));
  } catch {
    // Refused: the server is asked whether it was reached.
    return;
  }
}

/**
 * Takes where to; asks for a direct connection between browsers, by the page's own window and by that of a frame that is put in.
 * Gives what was to be had.
 */
export async function tryToConnect({ stun }: Where): Promise<{ page: string; frame: string }> {
  const gather = async (from: unknown) => {
    const Connection: unknown = Reflect.get(Object(from), 'RTCPeerConnection');
    if (typeof Connection !== 'function') return 'taken away';
    try {
      const made: unknown = Reflect.construct(Connection, [
        { iceServers: [{ urls: stun }], iceCandidatePoolSize: 1 },
      ]);
      const call = (name: string, given: readonly unknown[]): unknown =>
        Reflect.apply(Object(Reflect.get(Object(made), name)), made, given);
      call('createDataChannel', ['x']);
      await call('setLocalDescription', [await call('createOffer', [])]);
      return 'asked';
    } catch {
      return 'failed';
    }
  };
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const byFrame = gather(frame.contentWindow);
  const within = (promise: Promise<string>) =>
    Promise.race([promise, new Promise<string>((late) => setTimeout(() => late('no end'), 1_500))]);
  const told = { page: await within(gather(window)), frame: await within(byFrame) };
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return told;
}
