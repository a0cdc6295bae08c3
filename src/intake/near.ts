/** Names shorter than this are near only at one letter's difference. */
const LONG = 8;
const FAR = 2;

/** Something that is met under several names, all plain. */
export interface Named {
  readonly name: string;
  readonly forms: readonly string[];
}

/**
 * Takes a plain name and what it may be; gives the names of those that it is nearest to, where it is near at all: one or two
 * letters put in, left out, changed, or changed with their neighbour. Several are where they are equally near.
 */
export function nearest(name: string, all: readonly Named[]): string[] {
  const near = all.map((one) => ({ name: one.name, steps: stepsTo(name, one) }));
  const fewest = Math.min(...near.map(({ steps }) => steps));
  return fewest === Infinity
    ? []
    : near.filter(({ steps }) => steps === fewest).map((one) => one.name);
}

/** Takes a plain name and what it may be; gives how many steps it is from the nearest form, or Infinity where none is near. */
export function stepsTo(name: string, { forms }: Named): number {
  const steps = forms
    .filter((form) => Math.abs(form.length - name.length) <= FAR)
    .map((form) => ({ form, steps: stepsBetween(name, form) }))
    .filter(({ form, steps }) => steps <= (Math.min(name.length, form.length) < LONG ? 1 : FAR));
  return Math.min(Infinity, ...steps.map((one) => one.steps));
}

/** How many letters must be put in, left out, changed, or changed with their neighbour, to make one name the other. */
function stepsBetween(one: string, other: string): number {
  const width = other.length + 1;
  const steps = Array.from({ length: (one.length + 1) * width }, (_, at) =>
    at < width ? at : at % width === 0 ? at / width : 0,
  );
  const at = (row: number, column: number) => steps[row * width + column] ?? 0;
  for (let row = 1; row <= one.length; row += 1) {
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped =
        row > 1 &&
        column > 1 &&
        one[row - 1] === other[column - 2] &&
        one[row - 2] === other[column - 1];
      steps[row * width + column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
        swapped ? at(row - 2, column - 2) + 1 : Infinity,
      );
    }
  }
  return at(one.length, other.length);
}
