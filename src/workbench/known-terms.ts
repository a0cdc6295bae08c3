import type { KnownTerms } from '../return/read/known.ts';
import type { Spec } from '../spec/types.ts';

/** Takes the spec; gives what a return that is read is held against. */
export function knownTermsOf({
  measures,
  earlier,
  breakdowns,
  disclosure,
  tables,
}: Pick<Spec, 'measures' | 'earlier' | 'breakdowns' | 'disclosure' | 'tables'>): KnownTerms {
  return {
    figures: [...measures, ...earlier].flatMap((measure) =>
      measure.kind === 'breakdown'
        ? []
        : measure.figures.map(({ id }) => ({
            measure: measure.id,
            version: measure.version,
            figure: id,
          })),
    ),
    breakdowns: breakdowns.map(({ id, title, cells }) => ({ id, title, cells })),
    notAboutChildren: disclosure.notAboutChildren,
    // Other tables have columns of plain names, such as source, which a return has too.
    childColumns: tables
      .filter(({ name }) => name.startsWith('ssd_'))
      .flatMap(({ columns }) => columns.map(({ name }) => name)),
  };
}
