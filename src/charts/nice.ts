/** Where an axis begins and ends, and where it is marked. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 2.5, 5, 10];

/** Takes the least and greatest number and about how many marks are wanted; gives an axis with round marks that holds both. */
export function niceAxis(least: number, greatest: number, marks = 4): Axis {
  const span = greatest > least ? greatest - least : Math.abs(greatest) || 1;
  const rough = span / marks;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((each) => each * power >= rough * (1 - 1e-9)) ?? 10) * power;
  const first = Math.floor(least / step + 1e-9);
  const last = Math.max(
    first + 1,
    Math.ceil((greatest > least ? greatest : least + span) / step - 1e-9),
  );
  const ticks = Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
  return { from: ticks[0] ?? 0, to: ticks.at(-1) ?? 1, ticks };
}

/** Takes numbers; gives an axis from zero, as bars need it. */
export function fromZero(numbers: readonly number[], marks = 4): Axis {
  return niceAxis(Math.min(0, ...numbers), Math.max(0, ...numbers), marks);
}

/** Takes an axis and how long it is drawn; gives what turns a number into pixels from its start. */
export function pixels({ from, to }: Axis, length: number): (value: number) => number {
  return (value) => ((value - from) / (to - from)) * length;
}
