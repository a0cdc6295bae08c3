import type { Authority } from '../model/authority.ts';
import { type Period, lastDay } from '../model/period.ts';
import type { SlicedSource } from './slice.ts';

/** How many children there are in an area by a mid-year estimate: as the page knows it, or as a source says. */
export class Populations {
  readonly #known: ReadonlyMap<string, Authority>;
  readonly #told = new Map<string, number>();
  readonly #years: ReadonlySet<string>;

  constructor(authorities: readonly Authority[], sources: readonly SlicedSource[]) {
    this.#known = new Map(authorities.map((one) => [one.code, one]));
    const years = new Set(authorities.flatMap(({ children }) => Object.keys(children)));
    for (const source of sources) {
      for (const { area, from, denominator } of source.columns.denominators) {
        const year = yearNamed(from);
        if (year === null) continue;
        years.add(year);
        this.#told.set(`${area} ${year}`, denominator);
      }
    }
    this.#years = years;
  }

  /** Takes an area's code, a year, and of a total its members; gives its children, or null where that is not known. */
  of(code: string, year: string, members: readonly string[] = []): number | null {
    const own = this.#known.get(code)?.children[year] ?? this.#told.get(`${code} ${year}`) ?? null;
    if (own !== null || members.length === 0) return own;
    const each = members.map((member) => this.of(member, year));
    return each.every((one) => one !== null) ? each.reduce((sum, one) => sum + one, 0) : null;
  }

  /**
   * Takes the codes of areas and a period; gives the one year whose estimate all of them have: the latest whose day, 30 June,
   * is on or before the period's last day, else the first after it, as a pack has one year for all its quarters. Where no year has
   * all of them, one that has most; null where none has any.
   */
  yearFor(codes: readonly string[], period: Period): string | null {
    const end = lastDay(period);
    const isBefore = (year: string) => `${year}-06-30` <= end;
    const years = [...this.#years].sort();
    const inTurn = [
      ...years.filter(isBefore).reverse(),
      ...years.filter((year) => !isBefore(year)),
    ];
    let best: { year: string; held: number } | null = null;
    for (const year of inTurn) {
      const held = codes.filter((code) => this.of(code, year) !== null).length;
      if (held > (best?.held ?? 0)) best = { year, held };
      if (held === codes.length) break;
    }
    return best?.year ?? null;
  }
}

/** Takes a period; gives the year of the estimate that a rate published for it is over. */
export function yearPublishedFor(period: Period): string {
  const [year = '', month = ''] = lastDay(period).split('-');
  return month < '06' ? String(Number(year) - 1) : year;
}

/** Takes where a denominator comes from, in words; gives the year of its estimate, or null where it names none. */
function yearNamed(from: string): string | null {
  return /\b(20\d\d)\b/.exec(from)?.[1] ?? null;
}
