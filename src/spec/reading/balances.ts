import { z } from 'zod';
import type { FigureRef } from '../../model/balance.ts';
import type { RecordsMeasure } from '../../model/measure.ts';
import type { Spec, SpecBalance, SpecStockBalance } from '../types.ts';
import { mustReadWhatItNames } from './cross-check.ts';
import { readYaml, specFiles } from './files.ts';
import { SpecProblem } from './problem.ts';
import { name, sentence } from './shapes.ts';

const PLACES = ['{day}', '{opening}', '{closing}'];

const slug = z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower case, digits and hyphens');
const named = { id: slug, title: sentence };
const figureRef = z.strictObject({ measure: z.string(), figure: name });

const balance = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('stock'),
    ...named,
    stock: figureRef,
    starting: figureRef,
    ceasing: figureRef,
    reads: z.array(name),
    reasons: z.array(
      z.strictObject({ id: name, title: sentence, says: sentence, why: sentence, fits: sentence }),
    ),
  }),
  z.strictObject({
    kind: z.literal('overlap'),
    ...named,
    measure: z.string(),
    either: name,
    ways: z.tuple([name, name]),
    words: z.tuple([sentence, sentence]),
  }),
  z.strictObject({ kind: z.literal('year'), ...named, ...figureRef.shape, why: sentence }),
]);

/** Takes the project's root; gives what must add up, in the order of the files. Throws a SpecProblem. */
export function readBalances(root: string): SpecBalance[] {
  const balances = specFiles(root, 'spec/balances', '.yaml').map((file) => ({
    ...readYaml(file, balance),
    file: file.path,
  }));
  balances.forEach(({ id, file }, place) => {
    const twin = balances.findIndex((other) => other.id === id);
    if (twin !== place) throw new SpecProblem(file, `id: ${id} is taken already`);
  });
  return balances;
}

/** Takes the whole spec; throws a SpecProblem where a balance names a figure or a view that it cannot stand on. */
export function checkBalances(spec: Spec): void {
  for (const each of spec.balances) {
    if (each.kind === 'stock') checkStock(spec, each);
    else if (each.kind === 'year') mustCount(spec, each.file, each, 'activity');
    else
      [each.either, ...each.ways].forEach((figure) =>
        mustCount(spec, each.file, { measure: each.measure, figure }, 'activity'),
      );
  }
}

function checkStock(spec: Spec, each: SpecStockBalance): void {
  const { file, stock, starting, ceasing, reasons, reads } = each;
  const measures = [
    mustCount(spec, file, stock, 'snapshot'),
    mustCount(spec, file, starting, 'activity'),
    mustCount(spec, file, ceasing, 'activity'),
  ];
  const within = viewsBehind(spec, measures);
  const other = reads.find((view) => !within.has(view));
  if (other) throw new SpecProblem(file, `reads: none of its measures reads ${other}`);
  reasons.forEach((reason, place) => {
    if (reasons.findIndex(({ id }) => id === reason.id) !== place)
      throw new SpecProblem(file, `reasons: two are named ${reason.id}`);
    const unknown = [...reason.says.matchAll(/\{[^}]*\}/g)].find(([p]) => !PLACES.includes(p));
    if (unknown)
      throw new SpecProblem(file, `reasons, ${reason.id}: says: there is no place ${unknown[0]}`);
    mustReadWhatItNames(spec, { file, sql: reason.fits, reads });
  });
}

/** The views that measures read, and those that these read: their columns are loaded whenever the measures are. */
function viewsBehind(spec: Spec, measures: readonly RecordsMeasure[]): ReadonlySet<string> {
  const within = new Set(measures.flatMap(({ reads }) => reads));
  for (const view of [...spec.staging].reverse()) {
    if (within.has(view.id)) view.reads.forEach((read) => within.add(read));
  }
  return within;
}

function mustCount(
  spec: Spec,
  file: string,
  { measure: id, figure }: FigureRef,
  period: RecordsMeasure['period'],
): RecordsMeasure {
  const measure = spec.measures.find((candidate) => candidate.id === id);
  if (measure?.kind !== 'records' || measure.period !== period) {
    const what = period === 'snapshot' ? 'is the position on a day' : 'counts what happened';
    throw new SpecProblem(file, `there is no measure ${id} with records that ${what}`);
  }
  if (measure.figures.find((candidate) => candidate.id === figure)?.kind !== 'count')
    throw new SpecProblem(file, `${id} has no count named ${figure}`);
  return measure;
}
