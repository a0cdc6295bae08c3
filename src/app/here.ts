import { createContext } from 'svelte';
import type { Route } from './route.svelte.ts';
import type { Session } from './session.svelte.ts';

/** What every page and part can reach: the session and the place. */
export interface Here {
  readonly session: Session;
  readonly route: Route;
}

export const [here, setHere] = createContext<Here>();
