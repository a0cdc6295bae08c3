import { Sight, quantitiesOf } from './sight.ts';
import type { EarlierView, Reading, View } from './views.ts';

/** Something to withhold: a quantity, or breakdowns entire. */
export interface Choice {
  readonly quantities: readonly number[];
  readonly groups: readonly string[];
}

/** What is withheld of a return, and what a reader sees then. What was sent before is seen for good. */
export class Hiding {
  readonly quantities = new Set<number>();
  readonly groups = new Set<string>();
  readonly sight: Sight<View | EarlierView>;

  constructor({ views, earlier, ground }: Reading) {
    this.sight = new Sight([...views, ...earlier], (view) => this.shows(view), ground.truth);
  }

  /** Takes an observation; tells whether it is shown. */
  shows(view: View | EarlierView): boolean {
    if (view.kind === 'earlier') return view.isShown;
    return !(
      (view.group !== null && this.groups.has(view.group)) ||
      quantitiesOf(view.told).some((quantity) => this.quantities.has(quantity))
    );
  }

  /** Takes a quantity; tells whether a return that was sent before shows it. */
  wasSent(quantity: number): boolean {
    return this.sight.showing(quantity).some(({ kind }) => kind === 'earlier');
  }

  /** Takes a quantity; gives the observations of this return in which it is to be read. */
  showing(quantity: number): readonly View[] {
    return this.sight.showing(quantity).filter((view) => view.kind === 'now');
  }

  withhold({ quantities, groups }: Choice): void {
    for (const quantity of quantities) this.quantities.add(quantity);
    for (const group of groups) this.groups.add(group);
  }

  show({ quantities, groups }: Choice): void {
    for (const quantity of quantities) this.quantities.delete(quantity);
    for (const group of groups) this.groups.delete(group);
  }

  /** Takes a choice; gives every quantity of which a reader may know something else by it. */
  touchedBy({ quantities, groups }: Choice): ReadonlySet<number> {
    const views = [
      ...quantities.flatMap((quantity) => this.sight.viewsOf(quantity)),
      ...groups.flatMap((group) => this.sight.viewsIn(group)),
    ];
    const beside = (view: View | EarlierView) =>
      view.group === null ? [view] : this.sight.viewsIn(view.group);
    return new Set([
      ...quantities,
      ...views.flatMap(beside).flatMap(({ told }) => quantitiesOf(told)),
    ]);
  }
}
