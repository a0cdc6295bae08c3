import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openNative } from '../../build/native.ts';
import type { Database } from '../../src/engine/database.ts';
import { unpack } from '../../src/files/unpack.ts';
import { takeIn } from '../../src/intake/take-in.ts';
import { createTables } from '../../src/intake/tables.ts';
import { layGround } from '../../src/measure/ground.ts';
import { measureAll } from '../../src/measure/measure-all.ts';
import { makeChecks } from '../../src/quality/find.ts';
import { stageAll } from '../../src/measure/stage-all.ts';
import type { GivenFile } from '../../src/model/extract.ts';
import type { Question } from '../../src/model/question.ts';
import { NOTHING_SETTLED } from '../../src/model/reading.ts';
import type { Spec } from '../../src/spec/types.ts';
import type { BenchExtract } from './extract.ts';
import type { Walk } from './timing.ts';

const silent = () => undefined;
const unstopped = new AbortController().signal;

/** Takes an extract; walks from the files to the figures and the checks with the native engine on one thread, and tells how long it took. */
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
  const given = extract.asUtf8.map(fileAt);
  const clock = new Clock();
  const found = await unpack(given, silent);
  const decode = clock.lap();
  const reading = NOTHING_SETTLED;
  const by = { database, spec, reading, on: silent, stop: unstopped };
  const { tables } = await takeIn(by, 'it', found);
  const load = clock.lap();
  const loading = clock.processor();
  const question = questionOf(spec);
  const loaded = { database, spec, tables };
  const staged = await stageAll(loaded, question, silent, unstopped);
  const views = clock.lap();
  const steps: { step: string; at: number }[] = [];
  const answer = await measureAll(
    { ...loaded, ...staged },
    question,
    ({ step }) => steps.push({ step, at: performance.now() }),
    unstopped,
  );
  steps.push({ step: 'done', at: performance.now() });
  const measures = clock.lap();
  const figures = clock.processor();
  const shown = answer.quarters.at(-1);
  if (shown) await makeChecks(loaded, answer, shown, silent, unstopped);
  const checks = clock.lap();
  return {
    stretches: { decode, load, views, measures, checks },
    measures: lengths(steps),
    figures: views + measures,
    processor: { loading, figures },
    page: null,
  };
}

function fileAt(path: string): GivenFile {
  const name = basename(path);
  return { path: name, file: new File([readFileSync(path)], name) };
}

function questionOf({ reference }: Spec): Question {
  const la = reference.sampleAuthority;
  return { la, extractDate: '2025-07-14', settings: {}, handEntered: [], words: [] };
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
