import type { Told } from './quantities.ts';
import { type Ranges, type Viewed, inSight, quantitiesOf } from './sight.ts';
import type { Reading, View } from './views.ts';

/** What is withheld of a return: quantities, and breakdowns entire. */
export class Hiding {
  readonly quantities = new Set<number>();
  readonly groups = new Set<string>();
  readonly #reading: Reading;
  readonly #viewsOf: ReadonlyMap<number, readonly View[]>;
  readonly #earlier: ReadonlyMap<Viewed, boolean>;
  readonly #sent: ReadonlySet<number>;

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#viewsOf = viewsByQuantity(reading.views);
    this.#earlier = new Map(reading.earlier.map((view) => [view, view.isShown]));
    this.#sent = new Set(
      reading.earlier.filter(({ isShown }) => isShown).flatMap(({ told }) => shownBy(told)),
    );
  }

  /** Takes an observation of this return; tells whether it is shown. */
  shows({ told, group }: Viewed): boolean {
    return (
      !(group !== null && this.groups.has(group)) &&
      !quantitiesOf(told).some((quantity) => this.quantities.has(quantity))
    );
  }

  /** Takes a quantity; gives the observations of this return that tell of it. */
  viewsOf(quantity: number): readonly View[] {
    return this.#viewsOf.get(quantity) ?? [];
  }

  /** Takes a quantity; tells whether a reader sees it. What was sent before is seen for good. */
  isSeen(quantity: number): boolean {
    return this.wasSent(quantity) || this.viewsShowing(quantity).length > 0;
  }

  /** Takes a quantity; tells whether a return that was sent before shows it. */
  wasSent(quantity: number): boolean {
    return this.#sent.has(quantity);
  }

  /** Takes a quantity; gives the observations of this return that show it. What is left of a ratio none shows. */
  viewsShowing(quantity: number): readonly View[] {
    return this.viewsOf(quantity).filter(
      (view) => shownBy(view.told).includes(quantity) && this.shows(view),
    );
  }

  /** What a reader knows of each quantity before anything is added or subtracted. */
  inSight(): Ranges {
    const { views, earlier, ground } = this.#reading;
    const isShown = (view: Viewed) => this.#earlier.get(view) ?? this.shows(view);
    return inSight([...views, ...earlier], isShown, ground.truth);
  }
}

function shownBy(told: Told): readonly number[] {
  return told.shape === 'count' ? [told.count] : [told.numerator, told.denominator];
}

function viewsByQuantity(views: readonly View[]): ReadonlyMap<number, readonly View[]> {
  const by = new Map<number, View[]>();
  for (const view of views) {
    for (const quantity of new Set(quantitiesOf(view.told))) {
      const those = by.get(quantity);
      if (those) those.push(view);
      else by.set(quantity, [view]);
    }
  }
  return by;
}
