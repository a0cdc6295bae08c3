import { headlineOf } from '../model/measure.ts';
import type { Quarter } from '../model/period.ts';
import type { Session } from './session.svelte.ts';

export type Stage = 'none' | 'working' | 'done' | 'needs you';

/** Takes the session and the quarter shown; gives how far each page's work is. */
export function stages(
  session: Session,
  quarter: Quarter | null,
): Readonly<Record<'extract' | 'words' | 'quality' | 'measures' | 'return', Stage>> {
  return {
    extract: extractStage(session),
    words: wordsStage(session),
    quality: 'none',
    measures: measuresStage(session, quarter),
    return: quarter && session.saved.includes(quarter) ? 'done' : 'none',
  };
}

function extractStage({ reading, report, answered, measuring }: Session): Stage {
  if (reading.work.kind === 'working') return 'working';
  if (reading.work.kind === 'failed') return 'needs you';
  if (!report) return 'none';
  return answered || measuring.work.kind === 'working' ? 'done' : 'needs you';
}

function wordsStage({ report, vocabulary }: Session): Stage {
  if (!report) return 'none';
  if (vocabulary.listing.work.kind === 'failed') return 'needs you';
  if (!vocabulary.words) return 'working';
  return vocabulary.waiting.length > 0 ? 'needs you' : 'done';
}

function measuresStage({ measuring, answered, known }: Session, quarter: Quarter | null): Stage {
  if (measuring.work.kind === 'working') return 'working';
  if (measuring.work.kind === 'failed') return 'needs you';
  if (!answered || !quarter) return 'none';
  const waits = known.measures.some(
    (measure) =>
      measure.kind !== 'breakdown' &&
      answered.outcome(measure.id, headlineOf(measure).id, quarter).kind === 'missing',
  );
  const failed = answered.answer.results.some((result) => result.failed !== null);
  return waits || failed ? 'needs you' : 'done';
}
