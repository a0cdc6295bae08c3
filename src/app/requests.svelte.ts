import { type AskedFor, requestChannel } from '../model/request-channel.ts';

/** What the browser says that the page has asked for since it was opened, its workers too. Addresses alone, and in memory alone. */
class Requests {
  all = $state.raw<readonly AskedFor[]>([]);
  /** When the page was opened. */
  readonly since = new Date(performance.timeOrigin);

  constructor() {
    const page: AskedFor = { address: location.href, by: 'navigation', isByWorker: false };
    this.#add([{ ...page, address: location.href.split('#')[0] ?? '' }]);
    new PerformanceObserver((list) => {
      const entries = list
        .getEntries()
        .filter((entry) => entry instanceof PerformanceResourceTiming);
      this.#add(
        entries.map(({ name, initiatorType: by }) => ({ address: name, by, isByWorker: false })),
      );
    }).observe({ type: 'resource', buffered: true });
    new BroadcastChannel(requestChannel()).addEventListener('message', ({ data }) => {
      if (Array.isArray(data)) this.#add(data.filter(isAskedFor));
    });
  }

  #add(more: readonly AskedFor[]): void {
    this.all = [...this.all, ...more];
  }
}

/** Begun as the page opens, so that nothing is missed. */
export const requests = new Requests();

function isAskedFor(told: unknown): told is AskedFor {
  return (
    typeof told === 'object' &&
    told !== null &&
    'address' in told &&
    typeof told.address === 'string' &&
    'by' in told &&
    typeof told.by === 'string' &&
    'isByWorker' in told
  );
}
