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

/** Takes quantities; gives their numbers. */
export function quantitiesOf(told: Told): readonly number[] {
  return told.shape === 'count' ? [told.count] : [told.numerator, told.denominator, told.rest];
}

/**
 * Takes what a reader meets, and which of it is shown, with the true values; gives what is known of each quantity before
 * anything is added or subtracted. A reader knows that noughts are shown, unless every cell of a breakdown is withheld.
 */
export function inSight(
  views: readonly Viewed[],
  isShown: (view: Viewed) => boolean,
  truth: readonly number[],
): Ranges {
  const least = new Float64Array(truth.length);
  const most = new Float64Array(truth.length).fill(Infinity);
  const shown = views.filter(isShown);
  const seen = new Set<string>();
  for (const { told, policy, of } of shown) {
    for (const quantity of quantitiesOf(told)) {
      // What is left of a ratio is not shown itself: it follows from the parts.
      if (told.shape === 'ratio' && quantity === told.rest) continue;
      seen.add(`${of} ${quantity}`);
      const [low, high] = shownRange(truth[quantity] ?? NaN, policy);
      least[quantity] = Math.max(least[quantity] ?? 0, low);
      most[quantity] = Math.min(most[quantity] ?? Infinity, high);
    }
  }
  const inPart = new Set(shown.map(({ group }) => group));
  const noNought = (quantity: number) => {
    least[quantity] = Math.max(least[quantity] ?? 0, 1);
  };
  for (const view of views) {
    const { told, group, of } = view;
    if (isShown(view) || (group !== null && !inPart.has(group))) continue;
    if (told.shape === 'count') noNought(told.count);
    else {
      noNought(told.denominator);
      if (seen.has(`${of} ${told.denominator}`)) noNought(told.numerator);
    }
  }
  return { least, most };
}

/** What a reader of a shown number knows of the true one. */
function shownRange(value: number, { roundedTo, withheldTo }: DisclosurePolicy): [number, number] {
  if (roundedTo === null || value === 0) return [value, value];
  const half = Math.floor((roundedTo - 1) / 2);
  const rounded = roundTo(value, roundedTo);
  return [Math.max(rounded - half, withheldTo + 1), rounded + Math.floor(roundedTo / 2)];
}
