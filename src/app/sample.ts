import { Problem } from '../model/problem.ts';
import type { GivenFile } from '../model/extract.ts';

const EXTRACT = 'quarterlight-sample-extract-20250714.zip';
/** What no system's extract holds, and an LA adds: a table of its own, and what it enters by hand. */
const ADDED_TABLE = 'eh_assessments.csv';
const PROFILE = 'profile.json';

interface Sample {
  readonly files: readonly GivenFile[];
  /** The text of the profile, or null where the extract is bare. */
  readonly profile: string | null;
}

/** Fetches the made-up extract that is served beside the page, bare or with what an LA adds. Throws a Problem where it is not there. */
export async function fetchSample(bare: boolean, stop: AbortSignal): Promise<Sample> {
  const extract = givenFile(EXTRACT, await fetchFile(EXTRACT, stop));
  if (bare) return { files: [extract], profile: null };
  const added = givenFile(ADDED_TABLE, await fetchFile(ADDED_TABLE, stop));
  const profile = await fetchFile(PROFILE, stop);
  return { files: [extract, added], profile: await profile.text() };
}

async function fetchFile(name: string, stop: AbortSignal): Promise<Blob> {
  const response = await fetch(`./sample/${name}`, { signal: stop });
  if (!response.ok) {
    throw new Problem(
      'The sample extract is not beside this page.',
      'Tell whoever put Quarterlight here. An extract of your own can still be read.',
    );
  }
  return response.blob();
}

function givenFile(name: string, content: Blob): GivenFile {
  return { path: name, file: new File([content], name, { type: content.type }) };
}
