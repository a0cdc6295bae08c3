import { type Cell, OR_LOW } from '../../files/sheet.ts';
import type { BenchmarkPack, PackArea } from '../../model/benchmark-pack.ts';
import type { Outcome } from '../../model/outcome.ts';
import { valueOf } from '../../model/outcome.ts';
import { type Period, isYear } from '../../model/period.ts';
import { plainNumber } from '../plain.ts';
import { SYMBOLS, type SymbolMeaning, symbolOf } from '../symbols.ts';
import { type ShownFigure, shownFigures } from './shown-figures.ts';

/** What stands where the pack has no figure, and where it is by another version of the definition. */
const [NONE, OTHER] = ['–', 'v'] as const;

/** The symbols that stand where a number would. */
export const GRID_SYMBOLS: readonly SymbolMeaning[] = [
  ...SYMBOLS,
  { symbol: OTHER, means: 'By another version of the definition than most: not set beside them' },
  { symbol: NONE, means: 'The pack holds no figure' },
];

type AuthorityArea = Extract<PackArea, { kind: 'authority' }>;
type TotalArea = Exclude<PackArea, { kind: 'authority' }>;

interface Found {
  readonly outcome: Outcome;
  readonly version: number;
}

const KINDS = ['england', 'region', 'group'] as const;

/** The whole figures of a pack by period, area and figure: what every sheet with figures is made from. */
export class PackGrid {
  readonly figures: readonly ShownFigure[];
  /** By name. */
  readonly authorities: readonly AuthorityArea[];
  /** England, then regions, then groups. */
  readonly totals: readonly TotalArea[];
  /** Authorities, then totals. */
  readonly areas: readonly PackArea[];
  /** Quarters, the newest first, then years, the newest first. */
  readonly periods: readonly Period[];
  readonly #found = new Map<Period, (Found | undefined)[]>();
  readonly #places: { readonly area: Places; readonly figure: Places };

  constructor(pack: BenchmarkPack) {
    this.figures = shownFigures(pack, figuresIn(pack));
    this.authorities = pack.areas
      .flatMap((area) => (area.kind === 'authority' ? [area] : []))
      .sort(
        (a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()) || compare(a.code, b.code),
      );
    this.totals = KINDS.flatMap((kind) =>
      pack.areas.flatMap((area) => (area.kind === kind ? [area] : [])),
    );
    this.areas = [...this.authorities, ...this.totals];
    this.#places = {
      area: new Map(this.areas.map(({ code }, place) => [code, place])),
      figure: new Map(this.figures.map((one, place) => [`${one.measure} ${one.figure}`, place])),
    };
    for (const one of pack.observations) if (one.cell === null) this.#add(one);
    this.periods = [...this.#found.keys()].sort(
      (a, b) => Number(isYear(a)) - Number(isYear(b)) || compare(b, a),
    );
    for (const found of this.#found.values()) this.#leaveOutOthers(found);
  }

  /** How many of the periods are quarters. */
  get quarters(): number {
    return this.periods.filter((period) => !isYear(period)).length;
  }

  /** Takes places; gives the number there, unrounded, or the symbol that stands in its place. Never nothing: a formula would take that for nought. */
  at(period: number, area: number, figure: number): number | string {
    const found = this.#foundAt(period, area, figure);
    if (found === undefined) return NONE;
    if (found === OTHER) return OTHER;
    const value = valueOf(found.outcome);
    return value === null ? (symbolOf(found.outcome) ?? NONE) : plainNumber(value);
  }

  /** Takes places; gives the cell that shows what is there. */
  cell(period: number, area: number, figure: number): Cell {
    const value = this.at(period, area, figure);
    if (typeof value === 'string') return { symbol: value };
    return { value, format: this.format(figure) };
  }

  /** Takes a figure's place; gives how its numbers are shown: of what is counted in parts, one decimal. */
  format(figure: number): '#,##0' | '#,##0.0' | typeof OR_LOW {
    if (!(this.figures[figure]?.isCount ?? false)) return OR_LOW;
    return this.#amounts.has(figure) ? '#,##0.0' : '#,##0';
  }

  /** Takes the places of a period and a figure; gives the authorities' numbers, the smallest first. */
  numbers(period: number, figure: number): number[] {
    return this.authorities
      .map((_, area) => this.at(period, area, figure))
      .filter((value) => typeof value === 'number')
      .sort((a, b) => a - b);
  }

  /** Takes the places of a period and an area; tells whether the pack has anything of it, of all its whole figures. */
  has(period: number, area: number): boolean {
    return this.figures.some((_, figure) => this.#foundAt(period, area, figure) !== undefined);
  }

  readonly #amounts = new Set<number>();
  readonly #others = new Set<Found>();

  #add(one: {
    readonly measure: string;
    readonly figure: string;
    readonly period: Period;
    readonly area: string;
    readonly outcome: Outcome;
    readonly version: number;
  }): void {
    const figure = this.#places.figure.get(`${one.measure} ${one.figure}`);
    const area = this.#places.area.get(one.area);
    if (figure === undefined || area === undefined) return;
    const found = this.#found.get(one.period) ?? [];
    this.#found.set(one.period, found);
    found[area * this.figures.length + figure] = { outcome: one.outcome, version: one.version };
    if (one.outcome.kind === 'amount') this.#amounts.add(figure);
  }

  /** Of each figure, the version that most authorities' are by stands, and of two the newer: others may count otherwise. */
  #leaveOutOthers(found: readonly (Found | undefined)[]): void {
    for (const [figure] of this.figures.entries()) {
      const times = new Map<number, number>();
      for (const [area] of this.authorities.entries()) {
        const version = found[area * this.figures.length + figure]?.version;
        if (version !== undefined) times.set(version, (times.get(version) ?? 0) + 1);
      }
      const [most] = [...times].sort(([a, m], [b, n]) => n - m || b - a);
      if (!most) continue;
      for (const [area] of this.areas.entries()) {
        const one = found[area * this.figures.length + figure];
        if (one && one.version !== most[0] && valueOf(one.outcome) !== null) this.#others.add(one);
      }
    }
  }

  #foundAt(period: number, area: number, figure: number): Found | typeof OTHER | undefined {
    const name = this.periods[period];
    const found = name && this.#found.get(name)?.[area * this.figures.length + figure];
    return found && this.#others.has(found) ? OTHER : found || undefined;
  }
}

/** The whole figures that there are observations of, each as `measure figure`. */
function figuresIn({ observations }: BenchmarkPack): ReadonlySet<string> {
  const met = new Set<string>();
  for (const { cell, measure, figure } of observations) {
    if (cell === null) met.add(`${measure} ${figure}`);
  }
  return met;
}

type Places = ReadonlyMap<string, number>;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
