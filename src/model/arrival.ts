import { Problem } from './problem.ts';

let tries = 0;

/**
 * Takes what imports a script that comes later; gives it. Throws a Problem where it does not arrive. A browser remembers that
 * a script failed, and never asks for its address again: the next try asks under another. Browsers name the address in what
 * they throw, and nowhere else.
 */
export async function arrived<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (thrown) {
    const address = /https?:\/\/\S+?\.js/.exec(thrown instanceof Error ? thrown.message : '')?.[0];
    if (address === undefined) throw notArrived(thrown);
    tries += 1;
    return again(`${address}?try=${tries}`);
  }
}

async function again<T>(address: string): Promise<T> {
  try {
    const script: T = await import(/* @vite-ignore */ address);
    return script;
  } catch (thrown) {
    throw notArrived(thrown);
  }
}

function notArrived(cause: unknown): Problem {
  return new Problem(
    'A part of the page did not arrive.',
    'Nothing is lost. Look whether you are connected, then try again. If it fails again there may be a newer Quarterlight at this address: save your profile and what you made, then load the page anew.',
    cause,
  );
}
