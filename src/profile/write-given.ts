import type { GivenFigure } from '../model/given.ts';
import { observationKey } from '../model/observation.ts';
import type { Profile } from '../model/profile.ts';
import { Members, type Written, byText } from './members.ts';

/** Takes the figures that are given by hand, and the measures' places; gives them in a fixed order. */
export function givenOf(given: Profile['given'], places: ReadonlyMap<string, number>): Members[] {
  const keyOf = ({ figure, period, cell }: GivenFigure) => observationKey(figure, period, cell);
  return [...given]
    .sort(
      (one, other) =>
        (places.get(one.measure) ?? 0) - (places.get(other.measure) ?? 0) ||
        byText(keyOf(one), keyOf(other)),
    )
    .map(
      ({ measure, figure, period, cell, outcome }) =>
        new Members([
          ...([
            ['measure', measure],
            ['figure', figure],
            ['period', period],
          ] as const),
          ['cell', cellOf(cell)],
          ['gives', givesOf(outcome)],
        ]),
    );
}

function cellOf(cell: GivenFigure['cell']): Written {
  return (
    cell &&
    new Members([
      ['by', cell.by],
      ['cell', cell.cell],
    ])
  );
}

function givesOf(outcome: GivenFigure['outcome']): Members {
  switch (outcome.kind) {
    case 'count':
    case 'amount':
      return new Members([['count', outcome.value]]);
    case 'ratio':
      return new Members([
        ['numerator', outcome.numerator],
        ['denominator', outcome.denominator],
      ]);
    case 'not available':
      return new Members([['not_available', outcome.reason]]);
    case 'not applicable':
      return new Members([['not_applicable', outcome.reason]]);
  }
}

/** Takes the maps of workbooks; gives them in a fixed order. */
export function mapsOf(maps: Profile['maps']): Members[] {
  return [...maps]
    .sort((one, other) => byText(one.name, other.name))
    .map(
      ({ name, cells }) =>
        new Members([
          ['name', name],
          ['cells', cells.map(mappedOf)],
        ]),
    );
}

/** In the order in which they were mapped, which is that of the template. */
function mappedOf(mapped: Profile['maps'][number]['cells'][number]): Members {
  const { sheet, cell, label, measure, figure, of, part, period } = mapped;
  return new Members([
    ['sheet', sheet],
    ['cell', cell],
    ['label', label],
    ['measure', measure],
    ['figure', figure],
    ['of', cellOf(of)],
    ['part', part],
    ['period', period],
  ]);
}
