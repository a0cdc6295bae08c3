import type { Database } from '../engine/database.ts';
import type { TableReport } from '../model/extract.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Question } from '../model/question.ts';
import type { Spec } from '../spec/types.ts';
import { setExtractDay } from './ground.ts';
import { type Reach, findReach } from './reach.ts';
import { stage } from './stage.ts';
import { applyWords } from './apply-words.ts';
import { type StagedFacts, stagedFacts } from './staged.ts';

/** What the measures are worked out from, once tables are loaded and the ground is laid. */
export interface Loaded {
  readonly database: Database;
  readonly spec: Spec;
  readonly tables: readonly TableReport[];
}

/** The views as staged for one day of extract and one set of words: what was found in them, and how far back they reach. */
export interface Staged {
  readonly facts: readonly StagedFacts[];
  readonly reach: Reach;
}

/** Takes loaded tables and the question; makes the staging views as at the extract's day, by the authority's words. To be done again when any of these changes. */
export async function stageAll(
  loaded: Loaded,
  question: Question,
  on: OnProgress,
  stop: AbortSignal,
): Promise<Staged> {
  const { database, spec } = loaded;
  await setExtractDay(database, question.extractDate);
  await applyWords(database, question.words);
  const facts: StagedFacts[] = [];
  for (const view of spec.staging) {
    stop.throwIfAborted();
    on({
      step: `Putting ${view.noun?.[1] ?? 'rows'} in order`,
      share: (facts.length / spec.staging.length) * 0.3,
    });
    await stage(database, view);
    facts.push(await stagedFacts(database, view));
  }
  return { facts, reach: await findReach(database, spec.staging) };
}
