import compiled from 'virtual:spec';
import type { Spec } from './types.ts';

/** What spec/ says, as it was when the page was built. */
export const spec: Spec = compiled;
