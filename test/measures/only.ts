import { spec } from '../../src/spec/spec.ts';
import type { Spec } from '../../src/spec/types.ts';

/** Takes measures' ids; gives the spec with those alone, so that a test of many small cases does not wait for the others. */
export function only(...ids: readonly string[]): Spec {
  return { ...spec, measures: spec.measures.filter((measure) => ids.includes(measure.id)) };
}
