import type { CollationRemark, RemarkRule } from '../../model/collation.ts';
import { type ObservationAt } from '../../model/disclosure.ts';
import { periodInWords } from '../../model/period.ts';
import type { Collation } from '../collate.ts';
import { heldOutcome } from '../figures.ts';
import type { CollateKnown } from '../known.ts';
import { type Compared, comparedIn } from './number.ts';

/** What every rule of plausibility looks at. */
export class Ground {
  readonly collation: Collation;
  readonly known: CollateKnown;
  readonly #names: ReadonlyMap<string, string>;
  readonly #figures: ReadonlyMap<string, string>;
  /** By `breakdown`, and by `breakdown cell`. */
  readonly #breakdowns: ReadonlyMap<string, string>;

  constructor(collation: Collation, known: CollateKnown) {
    this.collation = collation;
    this.known = known;
    // As it is called, whatever it calls itself: a pack has no other name of it.
    this.#names = new Map([
      ...collation.standing.flatMap(({ area, stands }) =>
        stands ? [[area, stands.name] as const] : [],
      ),
      ...known.authorities.map(({ code, name }) => [code, name] as const),
    ]);
    this.#breakdowns = new Map(
      known.terms.breakdowns.flatMap(({ id, title, cells }) => [
        [id, title] as const,
        ...cells.map((cell) => [`${id} ${cell.id}`, cell.title] as const),
      ]),
    );
    this.#figures = new Map(
      known.terms.measures.flatMap((measure) =>
        measure.kind === 'breakdown'
          ? []
          : measure.figures.map(({ id, title }) => [`${measure.id} ${id}`, title] as const),
      ),
    );
  }

  /** Takes the places of a series and an area; gives what is compared of the figure there, or null. A rate over the population is its count once more. */
  compared(series: number, area: number): Compared | null {
    const held = this.collation.figures.at(series, area);
    // Asked some million times: what has a source of its denominator is passed by its number alone.
    if (!held || held.table.from[held.row] !== 0) return null;
    return comparedIn(heldOutcome(held));
  }

  /** Takes a breakdown; gives its title, as it stands within a sentence. */
  breakdownTitle(by: string): string {
    const title = this.#breakdowns.get(by) ?? by;
    return title.charAt(0).toLowerCase() + title.slice(1);
  }

  /** Takes what names a number; gives it in words: `Referrals (riia-02, sex: Female)`. */
  words({ measure, figure, cell }: Pick<ObservationAt, 'measure' | 'figure' | 'cell'>): string {
    const title = this.#figures.get(`${measure} ${figure}`) ?? figure;
    const of = cell && (this.#breakdowns.get(`${cell.by} ${cell.cell}`) ?? cell.cell);
    return `${title} (${measure}${cell ? `, ${this.breakdownTitle(cell.by)}: ${of}` : ''})`;
  }

  /** Takes an area's code; gives its name. */
  nameOf(area: string): string {
    return this.#names.get(area) ?? area;
  }

  /** Takes a rule, an area, a place and what is odd there; gives the remark. */
  remark(
    rule: RemarkRule,
    area: string,
    { measure, figure, period, cell }: ObservationAt,
    odd: string,
    detail = '',
  ): CollationRemark {
    const where = [rule, area, measure, figure, period, cell?.by ?? '', cell?.cell ?? '', detail];
    const id = where.join(':').replace(/:+$/, '').replaceAll(' ', '-');
    const what = this.words({ measure, figure, cell });
    const of = `${this.nameOf(area)}, ${what}, ${periodInWords(period)}`;
    const note = this.collation.accepted[id] ?? null;
    return { id, rule, area, measure, figure, period, cell, says: `${of}: ${odd}`, note };
  }
}
