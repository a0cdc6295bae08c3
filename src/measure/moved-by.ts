import type { Measure } from '../model/measure.ts';
import type { Spec, StagingView } from '../spec/types.ts';

/**
 * Takes the spec, a view and the column of it that holds a national group; gives the ids of the measures whose figures or
 * breakdowns that column moves: those whose SQL names it, those that read a view whose SQL names it, and those that have it
 * as a breakdown of the child.
 */
export function movedBy(spec: Spec, view: StagingView, group: string): string[] {
  const views = viewsMoved(spec, view, group);
  const moved = spec.measures.filter(
    (measure) =>
      measure.kind === 'records' &&
      (measure.reads.some((id) => views.has(id)) ||
        (measure.reads.includes(view.id) && names(measure.sql, group)) ||
        measure.breakdowns.some((by) => isOfChild(spec, view, by) && by === group)),
  );
  const ids = moved.map(({ id }) => id);
  return spec.measures
    .filter((measure) => ids.includes(measure.id) || isBreakdownOf(measure, moved, group))
    .map(({ id }) => id);
}

/** The views whose rows are others once the group is another. Each stands after those it reads. */
function viewsMoved(spec: Spec, view: StagingView, group: string): ReadonlySet<string> {
  const moved = new Set<string>();
  for (const other of spec.staging) {
    const leans = other.reads.includes(view.id) && names(other.sql, group);
    if (leans || other.reads.some((id) => moved.has(id))) moved.add(other.id);
  }
  return moved;
}

function isOfChild(spec: Spec, view: StagingView, by: string): boolean {
  return (
    view.id === 'child' && spec.breakdowns.some(({ id, aboutChild }) => id === by && aboutChild)
  );
}

function isBreakdownOf(measure: Measure, moved: readonly Measure[], group: string): boolean {
  if (measure.kind !== 'breakdown') return false;
  const whole = moved.find(({ id }) => id === measure.of);
  return (
    whole?.kind === 'records' && new RegExp(`\\b${group}\\s+as\\s+${measure.by}\\b`).test(whole.sql)
  );
}

function names(sql: string, column: string): boolean {
  return new RegExp(`\\b${column}\\b`).test(sql);
}
