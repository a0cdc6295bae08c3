import { type Offline, keepForOffline } from '../shipped/offline.ts';
import { COPY } from '../shipped/shipped.ts';

/** What the page itself fetches comes first. */
const FIRST_MS = 1_000;

/** Whether this copy of the page can be used without internet, and what the person said of a newer version. */
export class OfflineUse {
  offline = $state.raw<Offline>({ kind: COPY === 'single file' ? COPY : 'looking' });
  /** The newer version is not to be spoken of before the page is opened again. */
  isLater = $state(false);
  /** The newer version was asked for, and the page is open in another tab or window. */
  isOpenElsewhere = $state(false);
  /** The person said that the page is to start anew: they are not asked again. */
  isLeaving = false;

  constructor() {
    $effect(() => {
      const begin = () => void keepForOffline((offline) => (this.offline = offline));
      const wait = setTimeout(begin, FIRST_MS);
      return () => clearTimeout(wait);
    });
  }

  async useNewer(): Promise<void> {
    if (this.offline.kind !== 'newer') return;
    this.isLeaving = true;
    this.isOpenElsewhere = (await this.offline.waiting.use()) === 'open elsewhere';
    this.isLeaving = !this.isOpenElsewhere;
  }
}
