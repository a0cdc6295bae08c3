import type { Collation } from './collate.ts';
import type { CollateKnown } from './known.ts';

const RATIO = 2;

/**
 * How many children there are in each authority, by one year's estimate for the whole pack: the year that was chosen, else
 * the latest that most of the authorities have.
 */
export class PackPopulations {
  readonly year: string | null;
  readonly #children = new Map<string, Map<string, number>>();

  constructor({ figures, choices, standing }: Collation, { authorities }: CollateKnown) {
    for (const { code, children } of authorities) {
      if (figures.areas.includes(code)) this.#children.set(code, new Map(Object.entries(children)));
    }
    // A made-up authority is in no table of estimates: what its own rates are over is believed.
    for (const { stands } of standing) {
      if (stands && !authorities.some(({ code }) => code === stands.area)) this.#learn(stands);
    }
    const listed = authorities.filter(({ code }) => this.#children.has(code));
    // Who is in no list is believed of itself, and changes no other’s rates.
    const deciding =
      listed.length > 0 ? listed.map(({ code }) => code) : [...this.#children.keys()];
    this.year = choices.populationYear ?? this.#latestOfMost(deciding);
  }

  /** Takes an authority; gives its children, or null where there is no estimate of the year. */
  of(area: string): number | null {
    return this.#children.get(area)?.get(this.year ?? '') ?? null;
  }

  #learn({ area, figures }: { readonly area: string; readonly figures: Figures }): void {
    const own = this.#children.get(area) ?? new Map<string, number>();
    for (let row = 0; row < figures.kind.length; row += 1) {
      const from = figures.texts[figures.from[row] ?? 0] ?? '';
      const year = /\b(20\d\d)\b/.exec(from)?.[1];
      if (figures.kind[row] === RATIO && year !== undefined) {
        own.set(year, figures.denominator[row] ?? 0);
      }
    }
    this.#children.set(area, own);
  }

  #latestOfMost(areas: readonly string[]): string | null {
    const held = new Map<string, number>();
    for (const area of areas) {
      const years = this.#children.get(area)?.keys() ?? [];
      for (const year of years) held.set(year, (held.get(year) ?? 0) + 1);
    }
    const [best] = [...held].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1));
    return best?.[0] ?? null;
  }
}

type Figures = NonNullable<Collation['standing'][number]['stands']>['figures'];
