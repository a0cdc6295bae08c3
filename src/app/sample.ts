import { Problem } from '../model/problem.ts';
import type { GivenFile } from '../model/extract.ts';
import { bring } from '../shipped/shipped.ts';

const EXTRACT = 'sample/quarterlight-sample-extract-20250714.zip';
/** What no system's extract holds, and an LA adds: a table of its own, and what it enters by hand. */
const ADDED_TABLE = 'sample/eh_assessments.csv';
const PROFILE = 'sample/profile.json';
const PACK = 'benchmark-pack/made-up.zip';

interface Sample {
  readonly files: readonly GivenFile[];
  /** The text of the profile, or null where the extract is bare. */
  readonly profile: string | null;
}

/** Fetches the made-up extract that ships with the page, bare or with what an LA adds. Throws a Problem where it is not there. */
export async function fetchSample(bare: boolean, stop: AbortSignal): Promise<Sample> {
  const extract = await fetchFile(EXTRACT, stop);
  if (bare) return { files: [extract], profile: null };
  const added = await fetchFile(ADDED_TABLE, stop);
  const profile = await fetchFile(PROFILE, stop);
  return { files: [extract, added], profile: await profile.file.text() };
}

/** Fetches the made-up benchmark pack that ships with the page. Throws a Problem where it is not there. */
export function fetchSamplePack(stop: AbortSignal): Promise<GivenFile> {
  return fetchFile(PACK, stop);
}

async function fetchFile(path: string, stop: AbortSignal): Promise<GivenFile> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    return { path: name, file: new File([await bring(`./${path}`, { stop })], name) };
  } catch (thrown) {
    stop.throwIfAborted();
    throw new Problem(
      'The sample did not arrive.',
      'Tell whoever put Quarterlight here. Files of your own can still be read.',
      thrown,
    );
  }
}
