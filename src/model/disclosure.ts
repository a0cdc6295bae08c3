import type { BreakdownCell, Observation } from './observation.ts';
import type { SafeObservations } from './safe-observations.ts';

/** How small numbers are treated before a return leaves the local authority. */
export interface DisclosurePolicy {
  readonly id: string;
  readonly title: string;
  /** Whole numbers from this one to `withheldTo`, both in it, are not shown. */
  readonly withheldFrom: number;
  readonly withheldTo: number;
  /** What shown counts are rounded to the nearest of; null where they are shown as they are. */
  readonly roundedTo: number | null;
  /** What stands in a file in place of the number, and the words beside it: the same for every withheld cell. */
  readonly symbol: string;
  readonly words: string;
  /** What a reader must know to read the file: how noughts, small numbers and the rest are treated. */
  readonly says: string;
}

/** One number of a figure: its count, or one of the two parts of its ratio; of one cell where that is named. */
export interface NumberNamed {
  readonly measure: string;
  readonly figure: string;
  readonly part: 'count' | 'numerator' | 'denominator';
  readonly cell: BreakdownCell | null;
}

/**
 * What holds between figures by definition, in every period and in the whole; `cells` names the breakdowns whose cells it
 * holds for one by one. Source: spec/return/identities.yaml.
 */
export type Identity = {
  readonly id: string;
  readonly cells: readonly string[];
  /** What holds in some authorities and not in others is an identity where every number agrees with it: a reader may know. */
  readonly whereTheyAgree: boolean;
  readonly reason: string;
} & (
  | { readonly kind: 'same'; readonly numbers: readonly NumberNamed[] }
  | { readonly kind: 'part'; readonly part: NumberNamed; readonly whole: NumberNamed }
  /** No more than all of `by` together. */
  | { readonly kind: 'covered'; readonly whole: NumberNamed; readonly by: readonly NumberNamed[] }
  /** The position at the end is that of the quarter before, and what started, less what ceased. */
  | {
      readonly kind: 'balance';
      readonly stock: NumberNamed;
      readonly starting: NumberNamed;
      readonly ceasing: NumberNamed;
    }
);

/** Takes an identity; gives the numbers that it is between. */
export function numbersOf(identity: Identity): readonly NumberNamed[] {
  switch (identity.kind) {
    case 'same':
      return identity.numbers;
    case 'part':
      return [identity.part, identity.whole];
    case 'covered':
      return [identity.whole, ...identity.by];
    case 'balance':
      return [identity.stock, identity.starting, identity.ceasing];
  }
}

/** All that disclosure control goes by. Source: spec/return/disclosure.yaml and identities.yaml. */
export interface DisclosureRules {
  /** The first is the one that is used unless another is chosen. */
  readonly policies: readonly DisclosurePolicy[];
  /** Measures that are not about children, and shown as they are. */
  readonly notAboutChildren: readonly string[];
  /** Breakdowns, the one whose cells are withheld most readily first. */
  readonly leastUsed: readonly string[];
  readonly identities: readonly Identity[];
}

/** A return that was sent before, as its file shows it: what is withheld is withheld. */
export interface EarlierReturn {
  readonly name: string;
  readonly sha256: string;
  readonly policy: DisclosurePolicy;
  readonly observations: readonly Observation[];
}

/** What the audit found. There is none of an audit that did not pass. */
export interface Audit {
  readonly policy: string;
  /** The version of the audit's own rules. */
  readonly version: number;
  /** How many observations there are, and how many of them are withheld. */
  readonly observations: number;
  readonly withheld: number;
  /** The returns sent before that it holds for together with this one. */
  readonly against: readonly Pick<EarlierReturn, 'name' | 'sha256'>[];
}

/** Which of the two returns it is. A shareable one cannot be without its audit. */
export type Treatment =
  | { readonly kind: 'shareable'; readonly policy: DisclosurePolicy; readonly audit: Audit }
  /** Complete, and never to be published. `agreement` names what allows it to be sent. */
  | { readonly kind: 'collator'; readonly agreement: string };

/** What is asked to be made safe to share. */
export interface ProtectionAsked {
  /** The return's observations as they truly are. */
  readonly observations: readonly Observation[];
  readonly policy: DisclosurePolicy;
  /** Returns that were sent before, for which it must be safe together with this one. */
  readonly before: readonly EarlierReturn[];
  /** What is true today of the periods that those are of. */
  readonly today: readonly Observation[];
}

/** A return that is safe to share, and what only its own authority may know of it. */
export interface ProtectedReturn {
  readonly observations: SafeObservations;
  readonly audit: Audit;
  /** By place among the observations: what was withheld for itself, and what for the sake of others. */
  readonly why: ReadonlyMap<number, 'first' | 'second'>;
  /** Places of small numbers that a return sent before tells too closely by itself: nothing that is withheld now can help. */
  readonly sentBefore: readonly number[];
}

/** Where an observation stands in its return. */
export type ObservationAt = Pick<Observation, 'measure' | 'figure' | 'period'> & {
  readonly cell: BreakdownCell | null;
};
