import solverAddress from 'highs/runtime?url';
import { solverNotArrived } from '../disclosure/solver-missing.ts';
import { bring } from '../shipped/shipped.ts';

/** Brings the program that decides what is withheld. Throws a Problem where it does not arrive. */
export async function bringSolver(stop: AbortSignal): Promise<Blob> {
  try {
    return await bring(solverAddress, { stop });
  } catch (thrown) {
    stop.throwIfAborted();
    throw solverNotArrived(thrown);
  }
}
