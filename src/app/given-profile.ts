import type { GivenFile } from '../model/extract.ts';
import { LIMITS } from '../model/limits.ts';
import { Problem, asProblem, isUnreadable } from '../model/problem.ts';
import type { Profile } from '../model/profile.ts';

const FORMAT = 'quarterlight-profile';

/** What was given, sorted out: the files of an extract, the profile among them, and why it cannot be used. */
export interface SortedOut {
  readonly files: readonly GivenFile[];
  readonly profile: Profile | null;
  readonly problem: Problem | null;
}

/**
 * Takes files and what reads a profile's text; gives them with the profile apart. A file is a profile by what it says that
 * it is, whatever its name.
 */
export async function sortOutProfile(
  given: readonly GivenFile[],
  read: (text: string) => Profile,
): Promise<SortedOut> {
  const texts = await Promise.all(given.map(profileText));
  const files = given.filter((_, place) => texts[place] === null);
  const profiles = texts.filter((text) => text !== null);
  const [text] = profiles;
  if (text === undefined) return { files, profile: null, problem: null };
  if (profiles.length > 1) return { files, profile: null, problem: tooMany(profiles.length) };
  try {
    return { files, profile: read(text), problem: null };
  } catch (thrown) {
    return { files, profile: null, problem: notRead(thrown) };
  }
}

/** Takes a file that a person says is a profile, and what reads its text; gives the profile. Throws a Problem where it is none. */
export async function readProfileFile(
  { file }: GivenFile,
  read: (text: string) => Profile,
): Promise<Profile> {
  if (file.size > LIMITS.profile.most)
    throw new Problem(
      'The profile cannot be used: it is too large to be one.',
      'Choose the file that was saved as a profile. Nothing was changed.',
    );
  try {
    return read(await file.text());
  } catch (thrown) {
    throw notRead(thrown);
  }
}

async function profileText({ path, file }: GivenFile): Promise<string | null> {
  if (!/\.json$/i.test(path) || file.size > LIMITS.profile.most) return null;
  const text = await file.text().catch((thrown: unknown) => {
    // Told with the files of the extract.
    if (isUnreadable(thrown)) return '';
    throw thrown;
  });
  return saysItIsProfile(text) ? text : null;
}

/** Of one that is broken too, so that it is refused with the reason, and not left among the files of the extract. */
function saysItIsProfile(text: string): boolean {
  return new RegExp(`"format"\\s*:\\s*"${FORMAT}"`).test(text);
}

function tooMany(count: number): Problem {
  return new Problem(
    `${count} profiles were given, and ${count === 2 ? 'neither' : 'none'} was used.`,
    'Give the one that is meant. The files of the extract are read as they are.',
  );
}

function notRead(thrown: unknown): Problem {
  return asProblem(
    thrown,
    'The profile could not be read.',
    'Your file is as it was. Try again, or choose another.',
  );
}
