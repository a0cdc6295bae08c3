import { spec } from '../../src/spec/spec.ts';
import type { Spec } from '../../src/spec/types.ts';

/** Takes a measure's id; gives the spec with that one alone, and the views that it reads: a case of it is measured in a fraction of the time. */
export function only(id: string): Spec {
  const measures = spec.measures.filter((measure) => measure.id === id);
  const read = new Set(['child']);
  const visit = (view: string) => {
    read.add(view);
    spec.staging.find((staged) => staged.id === view)?.reads.forEach(visit);
  };
  measures.forEach((measure) => {
    if (measure.kind === 'records') measure.reads.forEach(visit);
  });
  return { ...spec, measures, staging: spec.staging.filter((view) => read.has(view.id)) };
}
