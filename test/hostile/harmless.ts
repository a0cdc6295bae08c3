import fc from 'fast-check';
import { expect } from 'vitest';
import { Problem } from '../../src/model/problem.ts';

/** How many inputs each reader is given; few of them in the tests of every day. */
const ASKED = process.env['QUARTERLIGHT_RUNS'];
const SEED = Number(process.env['QUARTERLIGHT_SEED'] ?? 20_250_714);
/** In seconds of work, so that a busy machine is not taken for a reader that hangs. */
const LONGEST = 5;

const MEMBERS = membersOfAll();

/** Takes how many inputs a day has time for, and what part of them all this is; gives how many are tried. */
export function runs(daily: number, share = 1): number {
  return ASKED === undefined ? daily : Math.max(1, Math.round(Number(ASKED) * share));
}

/**
 * Takes what is done with one input; does it. Gives what it gave, or null where it was refused by a Problem. Throws where it took too
 * long, threw anything else, or left something behind on what all objects share.
 */
export async function harmless<T>(read: () => Promise<T> | T): Promise<T | null> {
  const from = process.cpuUsage();
  try {
    return await read();
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    expect(thrown.message).not.toBe('');
    expect(thrown.hint).not.toBe('');
    expect(thrown.message.length).toBeLessThan(2000);
    expect(thrown.message).not.toMatch(/[\u202A-\u202E\u2066\u2067\u200B-\u200F]/);
    return null;
  } finally {
    const { user, system } = process.cpuUsage(from);
    expect((user + system) / 1e6).toBeLessThan(LONGEST);
    expect(membersOfAll()).toEqual(MEMBERS);
  }
}

/** What every object, list, function and text has: nothing that is read may add to it. */
function membersOfAll(): string[] {
  return [Object, Array, Function, String, Number, Map, Promise].flatMap(({ name, prototype }) =>
    Reflect.ownKeys(Object(prototype)).map((key) => `${name} ${String(key)}`),
  );
}

/** Takes inputs, how many of them are tried, and what must hold of each; throws with the seed and the smallest input of which it does not. */
export async function always<T>(
  inputs: fc.Arbitrary<T>,
  count: number,
  holds: (input: T) => Promise<void>,
): Promise<void> {
  const property = fc.asyncProperty(inputs, holds);
  await fc.assert(property, { numRuns: count, seed: SEED, endOnFailure: false });
}
