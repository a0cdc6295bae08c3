import compiled from 'virtual:published';
import type { PublishedSet } from '../model/published.ts';

/** The published figures that come with the page. Import it when it is needed: it is a file of its own. */
export const published: PublishedSet = compiled;
