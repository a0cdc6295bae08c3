import { arrived } from '../model/arrival.ts';
import type { PublishedSet } from '../model/published.ts';

/** Gives the published figures that come with the page: a file of its own, fetched when it is first asked for. Throws where it does not arrive. */
export async function loadPublished(): Promise<PublishedSet> {
  const { published } = await arrived(() => import('../spec/published.ts'));
  return published;
}
