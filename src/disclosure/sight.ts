import type { DisclosurePolicy } from '../model/disclosure.ts';
import type { Told } from './quantities.ts';
import { roundTo } from './rounding.ts';

/** A figure's observation as a reader meets it, in this return or in one that was sent before. */
export interface Viewed {
  readonly told: Told;
  /** The figure's breakdown in its period, whose cells are shown or withheld together with it; null for a whole. */
  readonly group: string | null;
  /** How its return treats numbers. */
  readonly policy: DisclosurePolicy;
  /** The place of the return that it is of, among all: what another shows was not known when it was made. */
  readonly of: number;
}

/** The least and the most that each quantity can be, by its number. */
export interface Ranges {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** Takes what is told; gives its quantities, always in the same order. */
export function quantitiesOf(told: Told): readonly number[] {
  return told.shape === 'count' ? [told.count] : [told.numerator, told.denominator, told.rest];
}

/** Takes what is told; gives the quantities that stand in a file. What is left of a ratio does not: it follows. */
export function standingIn(told: Told): readonly number[] {
  return told.shape === 'count' ? [told.count] : [told.numerator, told.denominator];
}

/**
 * What a reader knows of each quantity before anything is added or subtracted, by what is shown at the moment. A reader
 * knows that noughts are shown, unless every cell of a breakdown is withheld.
 */
export class Sight<V extends Viewed> {
  readonly #isShown: (view: V) => boolean;
  readonly #truth: readonly number[];
  readonly #byQuantity = new Map<number, V[]>();
  readonly #byGroup = new Map<string, V[]>();

  constructor(views: readonly V[], isShown: (view: V) => boolean, truth: readonly number[]) {
    this.#isShown = isShown;
    this.#truth = truth;
    for (const view of views) {
      for (const quantity of new Set(quantitiesOf(view.told)))
        listIn(this.#byQuantity, quantity).push(view);
      if (view.group !== null) listIn(this.#byGroup, view.group).push(view);
    }
  }

  /** Takes a quantity; gives the observations that tell of it, shown or not. */
  viewsOf(quantity: number): readonly V[] {
    return this.#byQuantity.get(quantity) ?? [];
  }

  /** Takes a breakdown in its period; gives its cells. */
  viewsIn(group: string): readonly V[] {
    return this.#byGroup.get(group) ?? [];
  }

  /** Takes a quantity; gives the observations in which it stands to be read. */
  showing(quantity: number): readonly V[] {
    return this.viewsOf(quantity).filter(
      (view) => standingIn(view.told).includes(quantity) && this.#isShown(view),
    );
  }

  /** Takes a quantity; gives the least and the most that it can be. */
  rangeOf(quantity: number): [number, number] {
    let [least, most] = [0, Infinity];
    for (const view of this.viewsOf(quantity)) {
      if (!this.#isShown(view)) {
        if (least === 0 && this.#isNoNought(view, quantity)) least = 1;
      } else {
        const isRest = !standingIn(view.told).includes(quantity);
        const [low, high] = shownRange(this.#truth[quantity] ?? NaN, view.policy, isRest);
        [least, most] = [Math.max(least, low), Math.min(most, high)];
      }
    }
    return [least, most];
  }

  /** The ranges of all quantities. */
  all(): Ranges {
    const least = new Float64Array(this.#truth.length);
    const most = new Float64Array(this.#truth.length);
    for (let quantity = 0; quantity < least.length; quantity += 1)
      [least[quantity], most[quantity]] = this.rangeOf(quantity);
    return { least, most };
  }

  /** Whether an observation would be shown if the quantity were nought. */
  #isNoNought({ told, group, of }: V, quantity: number): boolean {
    if (told.shape === 'ratio' && quantity === told.rest) return false;
    if (group !== null && !this.viewsIn(group).some(this.#isShown)) return false;
    if (told.shape === 'count' || quantity === told.denominator) return true;
    return this.showing(told.denominator).some((view) => view.of === of);
  }
}

/** What a reader of a shown number knows of the true one. Of what is left of a ratio, that it is nought or not small. */
function shownRange(
  value: number,
  { roundedTo, withheldTo }: DisclosurePolicy,
  isRest: boolean,
): [number, number] {
  if (roundedTo === null || value === 0) return [value, value];
  if (isRest) return [withheldTo + 1, Infinity];
  const half = Math.floor((roundedTo - 1) / 2);
  const rounded = roundTo(value, roundedTo);
  return [Math.max(rounded - half, withheldTo + 1), rounded + Math.floor(roundedTo / 2)];
}

function listIn<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const known = lists.get(key) ?? [];
  lists.set(key, known);
  return known;
}
