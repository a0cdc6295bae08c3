import { bringBeside } from './beside.ts';
import { bringWithin } from './within.ts';

/** Takes the address of a part; gives the part. Throws where it does not arrive, AbortError when stopped. */
export type Bring = (address: string, when?: Bringing) => Promise<Blob>;

interface Bringing {
  /** Called with how much has come, from 0 to 1, or null where that is not known. */
  readonly on?: (share: number | null) => void;
  readonly stop?: AbortSignal;
}

/** What this copy of the page is: parts on a host, or one file that holds all of them. */
export const COPY: 'hosted' | 'single file' =
  import.meta.env.MODE === 'single' ? 'single file' : 'hosted';

/** Brings a part of what ships with the page, from wherever it stands. Nothing else of the page knows where that is. */
export const bring: Bring = COPY === 'single file' ? bringWithin : bringBeside;
