import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const RECORD = fileURLToPath(new URL('../docs/proof.json', import.meta.url));

const records = z.record(
  z.string(),
  z.strictObject({
    /** The day on which it was run. */
    day: z.iso.date(),
    /** What all that it leans on was known by then. */
    leansOn: z.string(),
    outcome: z.unknown(),
  }),
);

/** One part of the proof: what it is called, what all that it leans on is known by now, and the shape of its outcome. */
export interface Piece<T> {
  readonly name: string;
  readonly leansOn: string;
  readonly shape: z.ZodType<T>;
}

/** What came of a piece when it was last run. */
export interface Run<T> {
  readonly day: string;
  /** Whether all that it leans on is still as it was then. */
  readonly isCurrent: boolean;
  readonly outcome: T;
}

/** Takes a piece; gives its last run, or null where it was never run, or failed when it was. */
export function lastRun<T>({ name, leansOn, shape }: Piece<T>): Run<T> | null {
  const found = read()[name];
  if (!found) return null;
  const { day, outcome } = found;
  return { day, isCurrent: found.leansOn === leansOn, outcome: shape.parse(outcome) };
}

/**
 * Takes a piece and its work; does the work, unless that was done and nothing it leans on has changed since. The outcome is
 * written down with the day, so that a long proof can be taken up again. Throws what the work throws, and forgets the run before then.
 */
export async function runPiece<T>(piece: Piece<T>, work: () => Promise<T>): Promise<T> {
  const last = lastRun(piece);
  if (last?.isCurrent) return last.outcome;
  const { name, leansOn } = piece;
  try {
    const outcome = await work();
    const day = new Date().toISOString().slice(0, 10);
    write({ ...read(), [name]: { day, leansOn, outcome } });
    return outcome;
  } catch (thrown) {
    write(Object.fromEntries(Object.entries(read()).filter(([other]) => other !== name)));
    throw thrown;
  }
}

function read(): z.infer<typeof records> {
  return records.parse(JSON.parse(readFileSync(RECORD, 'utf8')));
}

function write(record: z.infer<typeof records>): void {
  const inOrder = Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
  writeFileSync(RECORD, `${JSON.stringify(Object.fromEntries(inOrder), null, 1)}\n`);
}
