import type { AreaTotal, Coverage, Spread } from '../model/collation.ts';
import type { Outcome } from '../model/outcome.ts';
import { valueOf } from '../model/outcome.ts';
import { oncePerPeriod } from '../model/period.ts';
import { plainNumber } from '../return/plain.ts';
import type { Collation } from './collate.ts';
import { type HeldFigure, type Series, heldFrom, heldOutcome } from './figures.ts';
import type { CollateKnown } from './known.ts';
import { PackPopulations } from './populations.ts';
import { spreadOf } from './spread.ts';
import { type TotalArea, membersIn } from './total-areas.ts';
import { Versions } from './versions.ts';
import { type Range, WithheldRanges } from './withheld-range.ts';

/** Totals of a collation’s figures, by what its returns show alone: so no total tells more than they do. */
export class Totals {
  readonly #collation: Collation;
  readonly #versions: Versions;
  readonly #populations: PackPopulations;
  readonly #ranges: WithheldRanges;
  readonly #authorities: ReadonlyMap<string, CollateKnown['authorities'][number]>;

  constructor(collation: Collation, known: CollateKnown) {
    this.#collation = collation;
    this.#versions = new Versions(known);
    this.#populations = new PackPopulations(collation, known);
    this.#ranges = new WithheldRanges(collation.figures);
    this.#authorities = new Map(known.authorities.map((one) => [one.code, one]));
  }

  /** Takes an area; gives its total in every series that any of its members has a figure in. */
  *of(area: TotalArea): Iterable<AreaTotal> {
    const { figures } = this.#collation;
    const there = new Set(figures.areas);
    const membersOf = oncePerPeriod((period) => {
      const members = membersIn(area, period, this.#authorities);
      return { of: members.length, sent: members.filter((member) => there.has(member)) };
    });
    for (const [place, series] of figures.series.entries()) {
      const { of, sent } = membersOf(series.period);
      const adding = new Adding(series, of);
      for (const member of sent) {
        const at = figures.placeOf(member);
        const held = figures.at(place, at);
        if (held) this.#add(adding, held, member, { series: place, area: at });
      }
      if (adding.held > 0) yield this.#total(area, adding);
    }
  }

  #add(
    adding: Adding,
    held: HeldFigure,
    member: string,
    at: { readonly series: number; readonly area: number },
  ): void {
    const version = held.table.version[held.row] ?? 0;
    adding.held += 1;
    if (!adding.counts(version, this.#versions)) {
      adding.otherVersion += 1;
      return;
    }
    adding.version = Math.max(adding.version, version);
    const outcome = heldOutcome(held);
    if (outcome.kind === 'withheld') adding.withhold(this.#ranges.of(at.series, at.area));
    else if (heldFrom(held) === null) adding.add(outcome, null);
    else adding.addRate(outcome, this.#populations.of(member));
  }

  #total({ code }: TotalArea, adding: Adding): AreaTotal {
    const { measure, figure, period, cell } = adding.series;
    const { year } = this.#populations;
    return {
      area: code,
      at: { measure, figure, period, cell },
      version: adding.version || (this.#versions.inForce(measure, period) ?? 1),
      outcome: adding.outcome(),
      range: adding.range(),
      denominatorFrom: adding.isRate && year !== null ? populationIn(year) : null,
      coverage: adding.coverage(),
      spread: adding.spread(),
    };
  }
}

function populationIn(year: string): string {
  return `children aged 0 to 17, mid-${year} estimate`;
}

/** A total on its way. */
class Adding {
  readonly series: Series;
  readonly #members: number;
  readonly #values: number[] = [];
  readonly #ranges: Range[] = [];
  readonly #counts = new Map<number, boolean>();
  #kind: 'count' | 'amount' | 'ratio' | null = null;
  #sum = 0;
  #denominator = 0;
  #scale = 0;
  #shown = 0;
  held = 0;
  otherVersion = 0;
  version = 0;
  isRate = false;

  constructor(series: Series, members: number) {
    this.series = series;
    this.#members = members;
  }

  /** Takes a version; tells whether a figure by it is added up. Members mostly have the same one. */
  counts(version: number, versions: Versions): boolean {
    const { measure, figure, period } = this.series;
    const known = this.#counts.get(version) ?? versions.counts(measure, figure, period, version);
    this.#counts.set(version, known);
    return known;
  }

  withhold(range: Range): void {
    this.#ranges.push(range);
  }

  add(outcome: Outcome, denominator: number | null): void {
    // A share of none is nought of none, and adds nothing.
    if (outcome.kind === 'not applicable') this.#shown += 1;
    const value = valueOf(outcome);
    if (value === null) return;
    this.#shown += 1;
    if (outcome.kind === 'count' || outcome.kind === 'amount') {
      this.#kind ??= outcome.kind;
      this.#sum += outcome.value;
      this.#values.push(value);
    } else if (outcome.kind === 'ratio') {
      this.#kind ??= outcome.kind;
      this.#sum += outcome.numerator;
      this.#denominator += denominator ?? outcome.denominator;
      this.#scale = outcome.scale;
      const own = denominator ?? outcome.denominator;
      this.#values.push((outcome.numerator / own) * outcome.scale);
    }
  }

  /** A rate over the population of the pack’s one year; without one it is left out, and counted as without. */
  addRate(outcome: Outcome, children: number | null): void {
    this.isRate = true;
    if (children !== null && children > 0) this.add(outcome, children);
  }

  outcome(): Outcome {
    if (this.#ranges.length > 0) return { kind: 'withheld' };
    switch (this.#kind) {
      case 'count':
        return { kind: 'count', value: this.#sum };
      case 'amount':
        return { kind: 'amount', value: plainNumber(this.#sum) };
      case 'ratio': {
        const [numerator, denominator] = [this.#sum, this.#denominator];
        return denominator > 0
          ? { kind: 'ratio', numerator, denominator, scale: this.#scale }
          : { kind: 'not applicable', reason: 'there is nothing to take a share of' };
      }
      case null:
        return this.#shown > 0
          ? { kind: 'not applicable', reason: 'there is nothing to take a share of' }
          : { kind: 'not available', reason: 'no authority gives it' };
    }
  }

  /** Of counts alone: what a withheld share leaves open is not one number. */
  range(): Range | null {
    if (this.#ranges.length === 0 || this.#kind !== 'count') return null;
    const [least, most] = [
      this.#ranges.reduce((sum, range) => sum + range.least, this.#sum),
      this.#ranges.reduce<number | null>(
        (sum, range) => (sum === null || range.most === null ? null : sum + range.most),
        this.#sum,
      ),
    ];
    return { least, most };
  }

  coverage(): Coverage {
    const [of, shown, withheld] = [this.#members, this.#shown, this.#ranges.length];
    const without = of - shown - withheld - this.otherVersion;
    return { of, shown, withheld, without, otherVersion: this.otherVersion };
  }

  spread(): Spread | null {
    return spreadOf(this.#values);
  }
}
