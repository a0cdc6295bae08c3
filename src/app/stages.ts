import { headlineOf } from '../model/measure.ts';
import type { Quarter } from '../model/period.ts';
import type { Session } from './session.svelte.ts';

type Step = 'extract' | 'words' | 'quality' | 'measures' | 'return' | 'compare' | 'collate';

export type Stage = 'none' | 'working' | 'done' | 'needs you';

/** Takes the session and the quarter shown; gives how far each page's work is. */
export function stages(session: Session, quarter: Quarter | null): Readonly<Record<Step, Stage>> {
  return {
    extract: extractStage(session),
    words: wordsStage(session),
    quality: qualityStage(session, quarter),
    measures: measuresStage(session, quarter),
    return: quarter && session.saved.includes(quarter) ? 'done' : 'none',
    compare: compareStage(session),
    collate: collateStage(session),
  };
}

function extractStage({ reading, report, answered, measuring }: Session): Stage {
  if (reading.work.kind === 'working') return 'working';
  if (reading.work.kind === 'failed') return 'needs you';
  if (!report) return 'none';
  if (report.unsettled.length > 0) return 'needs you';
  return answered || measuring.work.kind === 'working' ? 'done' : 'needs you';
}

function wordsStage({ report, vocabulary }: Session): Stage {
  if (!report) return 'none';
  if (vocabulary.listing.work.kind === 'failed') return 'needs you';
  if (!vocabulary.words) return 'working';
  return vocabulary.waiting.length > 0 ? 'needs you' : 'done';
}

function qualityStage({ quality, known }: Session, quarter: Quarter | null): Stage {
  if (quarter === null || quality.quarter !== quarter) return 'none';
  if (quality.task.work.kind === 'working') return 'working';
  if (quality.task.work.kind === 'failed' || !quality.isWhole) return 'needs you';
  const serious = new Set(
    known.checks.filter(({ severity }) => severity === 'serious').map(({ id }) => id),
  );
  const found = quality.results.some(
    (result) =>
      result.kind === 'found' &&
      serious.has(result.check) &&
      result.found.length + result.says.length > 0,
  );
  return found ? 'needs you' : 'done';
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

function compareStage({ compared }: Session): Stage {
  if (compared.adding.work.kind === 'working') return 'working';
  return compared.sources.some(({ removable }) => removable) ? 'done' : 'none';
}

function collateStage({ collated }: Session): Stage {
  const { view, made } = collated;
  if ([collated.reading, collated.packing].some(({ work }) => work.kind === 'working'))
    return 'working';
  if (!view) return 'none';
  const waits =
    view.files.some(({ kind }) => kind === 'refused') ||
    view.remarks.some(({ note }) => note === null);
  return made ? 'done' : waits ? 'needs you' : 'done';
}
