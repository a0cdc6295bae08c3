import { isUnreadable } from '../model/problem.ts';

/**
 * Takes a file; tells whether it can still be read, and is what it was when it was chosen: a browser reads no byte of one that
 * was changed since. Throws what else goes wrong.
 */
export async function isReadable(file: Blob): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    await file.slice(-1).arrayBuffer();
    return true;
  } catch (thrown) {
    if (isUnreadable(thrown)) return false;
    throw thrown;
  }
}
