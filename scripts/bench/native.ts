import { openNative } from '../../build/native.ts';
import type { Database } from '../../src/engine/database.ts';
import { unpack } from '../../src/files/unpack.ts';
import { takeIn } from '../../src/intake/take-in.ts';
import { createTables } from '../../src/intake/tables.ts';
import { layGround } from '../../src/measure/ground.ts';
import { measureAll } from '../../src/measure/measure-all.ts';
import { stageAll } from '../../src/measure/stage-all.ts';
import { NOTHING_SETTLED } from '../../src/model/reading.ts';
import type { Spec } from '../../src/spec/types.ts';
import type { BenchExtract } from './extract.ts';
import type { Walk } from './timing.ts';

const silent = () => undefined;
const unstopped = new AbortController().signal;

/** Takes an extract; walks from the zip to the figures with the native engine on one thread, and tells how long it took. */
export async function walkNative(spec: Spec, extract: BenchExtract): Promise<Walk> {
  const database = await openNative();
  try {
    await createTables(database, spec);
    await layGround(database, spec);
    return await walk(database, spec, extract);
  } finally {
    await database.close();
  }
}

async function walk(database: Database, spec: Spec, extract: BenchExtract): Promise<Walk> {
  const { la, extractDate } = {
    la: spec.reference.sampleAuthority,
    extractDate: '2025-07-14' as const,
  };
  const clock = new Clock();
  const file = new File([extract.bytes], 'bench-20250714.zip');
  const found = await unpack([{ path: file.name, file }], silent);
  const unzip = clock.lap();
  const reading = NOTHING_SETTLED;
  const by = { database, spec, reading, on: silent, stop: unstopped };
  const { tables } = await takeIn(by, 'it', found);
  const intake = clock.lap();
  const loading = clock.processor();
  const question = { la, extractDate, settings: {}, handEntered: [], words: [] };
  const loaded = { database, spec, tables };
  const staged = await stageAll(loaded, question, silent, unstopped);
  const staging = clock.lap();
  const steps: { step: string; at: number }[] = [];
  await measureAll(
    { ...loaded, ...staged },
    question,
    ({ step }) => steps.push({ step, at: performance.now() }),
    unstopped,
  );
  steps.push({ step: 'done', at: performance.now() });
  const measures = clock.lap();
  return {
    stretches: { unzip, intake, staging, measures },
    measures: lengths(steps),
    figures: staging + measures,
    processor: { loading, figures: clock.processor() },
  };
}

/** Takes steps with the moment at which each began; gives how long each took, the last one, which is the end, left out. */
export function lengths(steps: readonly { step: string; at: number }[]): Map<string, number> {
  return new Map(
    steps.slice(0, -1).map(({ step, at }, place) => [step, (steps[place + 1]?.at ?? at) - at]),
  );
}

class Clock {
  #at = performance.now();
  #spent = process.cpuUsage();

  /** Milliseconds since the last lap. */
  lap(): number {
    const before = this.#at;
    this.#at = performance.now();
    return this.#at - before;
  }

  /** Milliseconds of the processor since last asked. */
  processor(): number {
    const { user, system } = process.cpuUsage(this.#spent);
    this.#spent = process.cpuUsage();
    return (user + system) / 1000;
  }
}
