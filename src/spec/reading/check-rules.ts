import type { RecordsMeasure } from '../../model/measure.ts';
import type { Spec } from '../types.ts';
import { SpecProblem } from './problem.ts';

/** What a rule's sentence may have filled in. */
const PLACES = ['{period}', '{day}'];

/**
 * Takes the whole spec and a measure; throws a SpecProblem where its rules name a view that is not staged for it, leave
 * a part of a figure untold, or have a place in a sentence that nothing fills.
 */
export function checkRules(spec: Spec, measure: RecordsMeasure): void {
  const { file, rules } = measure;
  const steps = [...rules.keep, ...Object.values(rules.parts).flat()];
  const staged = withWhatTheyRead(spec, measure.reads);
  const sql = [rules.of, ...steps.flatMap((step) => [step.if ?? '', step.dated ?? ''])].join('\n');
  const named = [...sql.matchAll(/\b(?:from|join)\s+([a-z_][a-z0-9_]*)/gi)].map(([, name]) => name);
  for (const view of spec.staging.map(({ id }) => id)) {
    if (named.includes(view) && !staged.has(view))
      throw new SpecProblem(file, `rules: reads does not say that ${view} is read`);
  }
  for (const { view } of rules.rows) {
    if (!spec.staging.some(({ id, noun }) => id === view && noun !== null))
      throw new SpecProblem(
        file,
        `rules: rows: there is no view ${view} whose rows may be at fault`,
      );
  }
  mustTellEveryPart(measure);
  const sentences = [...steps.map(({ otherwise }) => otherwise), rules.once ?? ''];
  const unknown = sentences
    .flatMap((sentence) => sentence.match(/\{[^}]*\}/g) ?? [])
    .find((place) => !PLACES.includes(place));
  if (unknown) throw new SpecProblem(file, `rules: there is no place ${unknown}`);
}

function mustTellEveryPart({ file, rules, figures }: RecordsMeasure): void {
  const parts = new Set(figures.flatMap(partsOf));
  const untold = [...parts].find((part) => !(part in rules.parts));
  if (untold) throw new SpecProblem(file, `rules: parts: says nothing of ${untold}`);
  const unknown = Object.keys(rules.parts).find((part) => !parts.has(part));
  if (unknown) throw new SpecProblem(file, `rules: parts: no figure counts by ${unknown}`);
}

function partsOf(figure: RecordsMeasure['figures'][number]): string[] {
  if (figure.kind === 'rate') return [];
  const columns = figure.kind === 'ratio' ? [figure.of, figure.where] : [figure.where];
  return columns.filter((column) => column !== 'all');
}

/** The views named, and all that they are made from. */
function withWhatTheyRead(spec: Spec, reads: readonly string[]): ReadonlySet<string> {
  const read = new Set(reads);
  for (const view of [...spec.staging].reverse()) {
    if (read.has(view.id)) view.reads.forEach((id) => read.add(id));
  }
  return read;
}
