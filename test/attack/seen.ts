import type { DisclosurePolicy } from '../../src/model/disclosure.ts';
import type { Observation } from '../../src/model/observation.ts';
import { type Counted, type Definitions, type NameOf, type Parts, partsOf } from './numbers.ts';
import { type Range, both } from './relation.ts';

/** Rows of one file. */
export type Rows = readonly Observation[];

/** What is counted, and where rows say something of it. */
export interface Met {
  readonly counted: Counted;
  readonly at: Pick<Observation, 'period' | 'cell'>;
}

/** What the rows of files say of numbers, before anything is added or subtracted. */
export interface Seen {
  readonly met: readonly Met[];
  /** By the name of a number. */
  readonly ranges: ReadonlyMap<string, Range>;
  /** Ratios that rows are about, each once for a period and cell: its three numbers. */
  readonly ratios: readonly { numerator: string; denominator: string; rest: string }[];
  /** The rest of each ratio that is shown: nought, or more than the policy withholds. */
  readonly restsShown: ReadonlySet<string>;
}

const AT_LEAST_ONE: Range = { least: 1, most: Infinity };
const ANY: Range = { least: 0, most: Infinity };

/**
 * Takes the rows of files, the policy they were made by and how numbers are named; gives what the rows say, each by itself.
 * A number is withheld only where it is not nought, unless it is a cell of a breakdown of which none is shown: then it may be.
 */
export function lookAt(
  files: readonly Rows[],
  policy: DisclosurePolicy,
  definitions: Definitions,
  nameOf: NameOf,
): Seen {
  const look = new Look(policy, definitions, nameOf);
  for (const rows of files) look.atRows(rows);
  return look;
}

class Look implements Seen {
  readonly met: Met[] = [];
  readonly ranges = new Map<string, Range>();
  readonly ratios: { numerator: string; denominator: string; rest: string }[] = [];
  readonly restsShown = new Set<string>();

  constructor(
    private readonly policy: DisclosurePolicy,
    private readonly definitions: Definitions,
    private readonly nameOf: NameOf,
  ) {}

  atRows(rows: Rows): void {
    const someShown = new Set(rows.filter(isShown).map(lineOf));
    const shown = new Set<string>();
    // What is withheld is understood by what is shown, so that comes first.
    for (const row of [...rows.filter(isShown), ...rows.filter((each) => !isShown(each))]) {
      const parts = partsOf(this.definitions, row.measure, row.figure);
      if (!parts) continue;
      if (isShown(row)) this.atShown(row, parts, shown);
      else if (row.outcome.kind === 'withheld')
        this.atWithheld(row, parts, {
          shown,
          noNought: row.cell === null || someShown.has(lineOf(row)),
        });
    }
  }

  private atShown(row: Observation, parts: Parts, shown: Set<string>): void {
    const { outcome } = row;
    const note = (counted: Counted, value: number) =>
      shown.add(this.note(row, counted, rangeShown(value, this.policy)));
    if (parts.kind === 'count') {
      if (outcome.kind === 'count') note(parts.count, outcome.value);
      if (outcome.kind === 'ratio') note(parts.count, outcome.numerator);
      return;
    }
    const [above, below] =
      outcome.kind === 'ratio' ? [outcome.numerator, outcome.denominator] : [0, 0];
    note(parts.numerator, above);
    note(parts.denominator, below);
    this.restsShown.add(this.noteRatio(row, parts));
  }

  private atWithheld(
    row: Observation,
    parts: Parts,
    around: { shown: ReadonlySet<string>; noNought: boolean },
  ): void {
    const least = around.noNought ? AT_LEAST_ONE : ANY;
    if (parts.kind === 'count') {
      this.note(row, parts.count, least);
      return;
    }
    const denominator = this.note(row, parts.denominator, least);
    // None of a denominator that is shown would be shown as nought.
    this.note(row, parts.numerator, around.shown.has(denominator) ? least : ANY);
    this.noteRatio(row, parts);
  }

  private noteRatio(row: Observation, parts: Extract<Parts, { kind: 'ratio' }>): string {
    const rest = this.note(row, parts.rest, ANY);
    const { period, cell } = row;
    this.ratios.push({
      rest,
      numerator: this.nameOf(parts.numerator, period, cell),
      denominator: this.nameOf(parts.denominator, period, cell),
    });
    return rest;
  }

  private note({ period, cell }: Observation, counted: Counted, range: Range): string {
    const name = this.nameOf(counted, period, cell);
    this.met.push({ counted, at: { period, cell } });
    this.ranges.set(name, both(this.ranges.get(name) ?? ANY, range));
    return name;
  }
}

/** Takes a number as it is shown, and the policy; gives what the true one can be. */
function rangeShown(value: number, { roundedTo, withheldTo }: DisclosurePolicy): Range {
  if (value === 0 || roundedTo === null) return { least: value, most: value };
  const off = Math.floor(roundedTo / 2);
  return { least: Math.max(value - off, withheldTo + 1), most: value + off };
}

/** A cell has the others of its breakdown beside it. */
function lineOf({ measure, figure, period, cell }: Observation): string {
  return [measure, figure, period, cell?.by ?? ''].join(' | ');
}

function isShown({ outcome }: Observation): boolean {
  return ['count', 'ratio', 'not applicable'].includes(outcome.kind);
}
