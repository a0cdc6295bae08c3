import { sha256 } from '../files/sha256.ts';
import type { AcceptedFile, CollectedFile, RefusedFile } from '../model/collation.ts';
import { LIMITS, limitInWords } from '../model/limits.ts';
import { Problem, asProblem, isUnreadable, unreadable } from '../model/problem.ts';
import type { OnProgress } from '../model/progress.ts';
import { ChildLevelProblem } from '../return/read/child-level.ts';
import { isPack } from '../return/read/open-pack.ts';
import { readPack } from '../return/read/read-pack.ts';
import { readReturn } from '../return/read/read-return.ts';
import { refuseChildSigns } from './child-signs.ts';
import { chosenIn, collectedReturn, returnsOfPack, unknownHere } from './collected.ts';
import type { CollateKnown } from './known.ts';
import { type GivenContent, openGiven } from './open-given.ts';
import { remarksOnPlace } from './place-remarks.ts';

/**
 * Takes files as they were given, zips and folders among them, and what they are read by; gives what became of each, one at
 * a time, so that no more than one is in memory. What is thrown away is told: nothing is left out but system litter.
 */
export async function* readFiles(
  given: readonly GivenContent[],
  known: CollateKnown,
  on: OnProgress,
): AsyncGenerator<CollectedFile> {
  for await (const file of openGiven(given)) {
    on({ step: `Reading ${file.path}`, share: null });
    yield await readFile(file, known);
  }
}

/** Takes one file, no zip of several; gives what became of it. */
async function readFile(file: GivenContent, known: CollateKnown): Promise<CollectedFile> {
  const { path } = file;
  let content: Blob | null = null;
  try {
    const given = await file.content();
    if (given.size > LIMITS.returnsZip.most) throw tooLarge(path);
    content = given;
    const childColumns = new Set(known.read.childColumns);
    const accepted = await accept(path, given, known).catch(async (thrown: unknown) => {
      if (!(thrown instanceof ChildLevelProblem)) {
        await refuseChildSigns(given, path, childColumns);
      }
      throw thrown;
    });
    return accepted;
  } catch (thrown) {
    return refused(path, content, thrown);
  }
}

async function accept(path: string, content: Blob, known: CollateKnown): Promise<AcceptedFile> {
  const bytes = new Uint8Array(await content.arrayBuffer());
  if (await isPack(content)) {
    const { pack, asWritten, remarks } = await readPack(bytes, path, known.read, content);
    const digest = await sha256(bytes);
    const returns = returnsOfPack(pack, digest);
    const holds = { holds: 'pack', asWritten, remarks, returns, ...chosenIn(pack) } as const;
    return { kind: 'accepted', path, sha256: digest, ...holds, ...unknownHere(pack, known) };
  }
  const read = await readReturn(bytes, path, known.read, content);
  const one = collectedReturn(read);
  return {
    ...{ kind: 'accepted', path, sha256: read.sha256, holds: read.form },
    asWritten: read.asWritten,
    remarks: [...read.remarks, ...remarksOnPlace(one, path, known)],
    ...{ returns: [one], accepted: {}, groups: [] },
    ...unknownHere(read.document, known),
  };
}

async function refused(path: string, content: Blob | null, thrown: unknown): Promise<RefusedFile> {
  const { message, hint } = isUnreadable(thrown)
    ? unreadable(path)
    : asProblem(
        thrown,
        `${path} could not be read.`,
        'Ask whoever sent it for the file as Quarterlight wrote it.',
      );
  const told = { kind: 'refused', path, says: message, todo: hint } as const;
  if (thrown instanceof ChildLevelProblem) {
    // Forgotten: not even its hash is kept.
    return { ...told, sha256: null, because: 'about single children' };
  }
  if (!content || isUnreadable(thrown)) return { ...told, sha256: null, because: 'not read' };
  const digest = await sha256(new Uint8Array(await content.arrayBuffer()));
  return { ...told, sha256: digest, because: 'no return' };
}

function tooLarge(path: string): Problem {
  const { returnsZip } = LIMITS;
  return new Problem(`${path} is larger than ${limitInWords(returnsZip)}.`, returnsZip.todo);
}
