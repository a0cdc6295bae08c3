import { Problem } from '../model/problem.ts';
import type { GivenFile } from '../model/extract.ts';

const NAME = 'quarterlight-sample-extract-20250714.zip';

/** Fetches the made-up extract that is served beside the page. Throws a Problem where it is not there. */
export async function fetchSample(stop: AbortSignal): Promise<GivenFile> {
  const response = await fetch(`./sample/${NAME}`, { signal: stop });
  if (!response.ok) {
    throw new Problem(
      'The sample extract is not beside this page.',
      'Tell whoever put Quarterlight here. An extract of your own can still be read.',
    );
  }
  const file = new File([await response.blob()], NAME, { type: 'application/zip' });
  return { path: NAME, file };
}
