import type { Identity, NumberNamed } from '../../src/model/disclosure.ts';
import type { BreakdownCell } from '../../src/model/observation.ts';
import type { Period } from '../../src/model/period.ts';
import type { Line } from './lines.ts';
import { type Definitions, type NameOf, countedBy, placesIn, textOf } from './numbers.ts';
import { quarterBefore } from './quarters.ts';
import { type Relation, addsUp, holds, noMore } from './relation.ts';

interface Ground {
  readonly lines: readonly Line[];
  readonly definitions: Definitions;
  readonly nameOf: NameOf;
  /** The true numbers, for what holds only where they agree. */
  readonly truth: ReadonlyMap<string, number>;
}

/** Takes lines; gives what the identities say of them, in every period and every cell by which they were met. */
export function acrossMeasures(ground: Ground): Relation[] {
  const met = new Map<string, Line>();
  for (const line of ground.lines) met.set(`${textOf(line.counted)} | ${line.period}`, line);
  const periods = [...new Set(ground.lines.map(({ period }) => period))];
  return ground.definitions.identities.flatMap((identity) =>
    periods.flatMap((period) => {
      const lines = numbersOf(identity, period).map(([named, at]) =>
        met.get(`${textOf(countedBy(ground.definitions, named))} | ${at}`),
      );
      if (lines.includes(undefined)) return [];
      const cells = identity.cells.filter((by) => lines.every((line) => line?.by.has(by)));
      const said = placesIn(ground.definitions, cells).flatMap((cell) =>
        saidOf(identity, period, cell, ground),
      );
      if (!identity.whereTheyAgree) return said;
      return said.filter((relation) => holds(relation, ground.truth));
    }),
  );
}

/** The numbers that an identity of a period is about, each with its own period; none where it is of no such period. */
function numbersOf(
  identity: Identity,
  period: Period,
): (readonly [number: NumberNamed, period: Period | null])[] {
  const now = (numbers: readonly NumberNamed[]) => numbers.map((each) => [each, period] as const);
  switch (identity.kind) {
    case 'same':
      return now(identity.numbers);
    case 'part':
      return now([identity.part, identity.whole]);
    case 'covered':
      return now([identity.whole, ...identity.by]);
    case 'balance':
      return [
        ...now([identity.stock, identity.starting, identity.ceasing]),
        [identity.stock, quarterBefore(period)],
      ];
  }
}

function saidOf(
  identity: Identity,
  period: Period,
  cell: BreakdownCell | null,
  { definitions, nameOf }: Ground,
): Relation[] {
  const name = (number: NumberNamed, at: Period = period) =>
    nameOf(countedBy(definitions, number), at, number.cell ?? cell);
  switch (identity.kind) {
    case 'same': {
      const [first, ...others] = identity.numbers.map((number) => name(number));
      if (!identity.whereTheyAgree || first === undefined) return [];
      return others.map((other) => addsUp(first, [other]));
    }
    case 'part':
      return [noMore(name(identity.part), [name(identity.whole)])];
    case 'covered':
      return [
        noMore(
          name(identity.whole),
          identity.by.map((number) => name(number)),
        ),
      ];
    case 'balance': {
      const before = quarterBefore(period);
      if (before === null) return [];
      const { stock, starting, ceasing } = identity;
      return balanced([name(stock, before), name(starting)], [name(stock), name(ceasing)]);
    }
  }
}

function balanced(left: readonly string[], right: readonly string[]): Relation[] {
  const terms = [
    ...left.map((name) => ({ name, times: 1 })),
    ...right.map((name) => ({ name, times: -1 })),
  ];
  return [{ terms, sum: 'nought' }];
}
