import type { Identity, NumberNamed } from '../model/disclosure.ts';
import type { WrittenProblem } from '../model/given.ts';
import type { NumberFound, TakenBy } from './take.ts';

const EITHER = 'Put right the one that is wrong. Until then both are taken as they stand.';

/**
 * Takes the numbers found and what they are read by; gives what does not agree among them: a quarter and its year, numbers
 * that are the same or part of each other by definition. Which of them is wrong nobody knows here: all are kept.
 */
export function checkTaken(found: readonly NumberFound[], by: TakenBy): WrittenProblem[] {
  const numbers = new Numbers(found);
  return [
    ...found.flatMap((one) => yearProblem(numbers, one)),
    ...by.identities.flatMap((identity) =>
      PERIODS.flatMap((period) => identityProblems(numbers, identity, period)),
    ),
  ];
}

const PERIODS = ['quarter', 'year'] as const;
type Period = (typeof PERIODS)[number];

class Numbers {
  readonly #found: ReadonlyMap<string, NumberFound>;

  constructor(found: readonly NumberFound[]) {
    this.#found = new Map(found.map((one) => [`${one.written.key} ${one.written.period}`, one]));
  }

  at(key: string, period: Period): { readonly value: number; readonly one: NumberFound } | null {
    const one = this.#found.get(`${key} ${period}`);
    return one?.read.kind === 'number' ? { value: one.read.value, one } : null;
  }

  named({ measure, figure, part, cell }: NumberNamed, period: Period) {
    const names = [measure, figure, part, ...(cell ? [cell.by, cell.cell] : [])];
    return this.at(names.join(' '), period);
  }
}

/** All that happens in a quarter happens in the year that ends with it. */
function yearProblem(numbers: Numbers, { asked, written, read }: NumberFound): WrittenProblem[] {
  if (written.period !== 'quarter' || read.kind !== 'number') return [];
  const year = numbers.at(asked.key, 'year');
  if (!year || read.value <= year.value) return [];
  const says = `The quarter has ${read.value}, and the year that ends with it, at ${year.one.written.place}, only ${year.value}.`;
  return [problemAt(year.one, says)];
}

function identityProblems(numbers: Numbers, identity: Identity, period: Period): WrittenProblem[] {
  // What need not hold in every authority is no fault where it does not.
  if (identity.whereTheyAgree) return [];
  if (identity.kind === 'same') {
    const [first, ...others] = identity.numbers.flatMap((one) => numbers.named(one, period) ?? []);
    if (!first) return [];
    return others
      .filter(({ value }) => value !== first.value)
      .map(({ value, one }) =>
        problemAt(
          one,
          `It is ${value}, and ${first.value} stand at ${first.one.written.place}: by definition the two are the same. ${identity.reason}`,
        ),
      );
  }
  if (identity.kind !== 'part') return [];
  const [part, whole] = [
    numbers.named(identity.part, period),
    numbers.named(identity.whole, period),
  ];
  if (!part || !whole || part.value <= whole.value) return [];
  const says = `It is ${part.value}, and ${whole.value} stand at ${whole.one.written.place}, of which it is a part. ${identity.reason}`;
  return [problemAt(part.one, says)];
}

function problemAt({ written: { key, period, place } }: NumberFound, says: string): WrittenProblem {
  return { key, period, place, says, todo: EITHER, isLeftOut: false };
}
