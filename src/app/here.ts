import { createContext } from 'svelte';
import type { OfflineUse } from './offline.svelte.ts';
import type { Route } from './route.svelte.ts';
import type { Session } from './session.svelte.ts';

/** What every page and part can reach: the session, the place, and whether the page can be used without internet. */
export interface Here {
  readonly session: Session;
  readonly route: Route;
  readonly offline: OfflineUse;
}

export const [here, setHere] = createContext<Here>();
