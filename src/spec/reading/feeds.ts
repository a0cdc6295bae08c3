import { z } from 'zod';
import type { Measure } from '../../model/measure.ts';
import type { Feed, PublishedPeriod, PublishedTerms } from '../../model/published.ts';
import { readYaml, specFile } from './files.ts';
import { SpecProblem } from './problem.ts';
import { name, sentence } from './shapes.ts';

const FILE = 'spec/published/feeds.yaml';

const period = z.enum([
  'year to 31 March',
  'on 31 March',
  'calendar year',
  'January census',
  'year to 30 September',
  'on 30 September',
]);

const feed = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower case, digits and hyphens'),
  measure: z.string(),
  figure: name,
  title: sentence,
  source: sentence,
  period,
  unit: z.enum(['count', 'percent', 'rate']),
  differs: z.array(sentence).default([]),
  columns: z
    .strictObject({
      value: name,
      numerator: name.nullable().default(null),
      denominator: name.nullable().default(null),
      where: z.record(name, sentence).default({}),
    })
    .nullable()
    .default(null),
});

const shape = z.strictObject({
  licence: sentence,
  symbols: z
    .array(
      z.strictObject({
        symbol: sentence,
        says: sentence,
        beside: z.boolean().default(false),
        nothing: z.boolean().default(false),
      }),
    )
    .min(1),
  periods: z.record(
    period,
    z.strictObject({
      kind: z.enum(['activity', 'snapshot']),
      ends: z.enum(['03-31', '06-30', '09-30', '12-31']),
      year_before: z.boolean().default(false),
      note: sentence.nullable().default(null),
    }),
  ),
  other_ages: z.record(z.string(), sentence),
  regions: z.record(
    z.string().regex(/^E12\d{6}$/, 'must be the ONS code of a region'),
    z.strictObject({ name: sentence, in_sentence: sentence }),
  ),
  feeds: z.array(feed).min(1),
});

/** Takes the project's root and the measures; gives which published figure feeds which of ours. Throws a SpecProblem. */
export function readFeeds(root: string, measures: readonly Measure[]): PublishedTerms {
  const { other_ages, regions, periods, ...said } = readYaml(specFile(root, FILE), shape);
  const ids = said.feeds.map(({ id }) => id);
  const doubled = ids.find((id, place) => ids.indexOf(id) !== place);
  if (doubled !== undefined) throw wrong('feeds', `two are named ${doubled}`);
  for (const one of said.feeds) mustFit(one, periods[one.period].kind, measures);
  const unknown = Object.keys(other_ages).find((id) => !measures.some((each) => each.id === id));
  if (unknown !== undefined) throw wrong('other_ages', `there is no measure ${unknown}`);
  return {
    ...said,
    periods: mapped(periods, ({ year_before: yearBefore, ...rule }) => ({ ...rule, yearBefore })),
    otherAges: other_ages,
    regions: Object.entries(regions).map(([code, { name: own, in_sentence: inSentence }]) => ({
      code,
      name: own,
      inSentence,
    })),
  };
}

function mapped<A, B>(
  of: Readonly<Record<PublishedPeriod, A>>,
  to: (one: A) => B,
): Readonly<Record<PublishedPeriod, B>> {
  return {
    'year to 31 March': to(of['year to 31 March']),
    'on 31 March': to(of['on 31 March']),
    'calendar year': to(of['calendar year']),
    'January census': to(of['January census']),
    'year to 30 September': to(of['year to 30 September']),
    'on 30 September': to(of['on 30 September']),
  };
}

/** A feed names a figure that there is, of the unit that is published, over a period that the measure has. */
function mustFit(
  { id, measure, figure, unit, columns }: Feed,
  kind: 'activity' | 'snapshot',
  measures: readonly Measure[],
): void {
  const found = measures.find((each) => each.id === measure);
  if (!found || found.kind === 'breakdown') throw wrong(id, `there is no measure ${measure}`);
  const own = found.figures.find((each) => each.id === figure);
  if (!own) throw wrong(id, `${measure} has no figure ${figure}`);
  if (unitOf[own.kind] !== unit) throw wrong(id, `${measure} ${figure} is no ${unit}`);
  if (found.period !== kind) throw wrong(id, `${measure} is ${found.period}, and this ${kind}`);
  if ((columns?.numerator === null) !== (columns?.denominator === null)) {
    throw wrong(id, 'columns: a numerator and a denominator go together');
  }
}

const unitOf = { count: 'count', ratio: 'percent', rate: 'rate' } as const;

function wrong(where: string, says: string): SpecProblem {
  return new SpecProblem(FILE, `${where}: ${says}`);
}
