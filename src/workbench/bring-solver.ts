import solverAddress from 'highs/runtime?url';
import { Problem } from '../model/problem.ts';
import { bring } from '../shipped/shipped.ts';

/** Brings the program that decides what is withheld. Throws a Problem where it does not arrive. */
export async function bringSolver(stop: AbortSignal): Promise<Blob> {
  try {
    return await bring(solverAddress, { stop });
  } catch (thrown) {
    stop.throwIfAborted();
    throw new Problem(
      'The part of the page that decides what is withheld did not arrive.',
      'Nothing that was loaded is lost. Look whether this computer is connected, and try again.',
      thrown,
    );
  }
}
