import type { BenchmarkPack } from '../../model/benchmark-pack.ts';
import type { DefinedFigure, Definition } from '../../model/return-document.ts';

/** A figure that the workbook shows, of all whole ones. */
export interface ShownFigure {
  readonly measure: string;
  readonly figure: string;
  readonly collection: Definition['collection'];
  readonly theme: string;
  /** What it is called where the measure is not named beside it. */
  readonly title: string;
  readonly unit: string;
  readonly isCount: boolean;
  readonly isSnapshot: boolean;
}

/**
 * Takes what a pack defines and the whole figures that it has, as `measure figure`; gives those that its workbook shows: of
 * each measure the headline, its shares, and the first of its rates, by which authorities of any size are set beside each
 * other. The rest is in the package.
 */
export function shownFigures(
  { definitions }: Pick<BenchmarkPack, 'definitions'>,
  met: ReadonlySet<string>,
): ShownFigure[] {
  return definitions
    .filter(({ breakdownOf }) => breakdownOf === null)
    .flatMap((definition) => {
      const figures = definition.figures.filter(({ id }) => met.has(`${definition.id} ${id}`));
      const rate = figures.find(({ kind }) => kind === 'rate');
      return figures
        .filter((one) => one.headline || one.kind === 'ratio' || one === rate)
        .map((one) => shownFigure(definition, one));
    });
}

function shownFigure(definition: Definition, figure: DefinedFigure): ShownFigure {
  const { id, title, collection, theme, period } = definition;
  const isSaid = figure.title.toLowerCase().startsWith(title.toLowerCase());
  return {
    ...{ measure: id, figure: figure.id, collection, theme },
    title: `${id} ${isSaid ? figure.title : `${title}: ${figure.title}`}`,
    unit: figure.unit,
    ...{ isCount: figure.kind === 'count', isSnapshot: period === 'snapshot' },
  };
}
