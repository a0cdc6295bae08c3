import type { FigureAsked, PeerSet } from '../model/comparison.ts';
import type { Compared } from './compared.ts';
import type { Place } from './peers.ts';
import type { Populations } from './populations.ts';
import type { SlicedSource } from './slice.ts';

/** All sources as they stand, and what is worked out of them once. */
export interface Sources {
  /** The one that stands before the others first. */
  readonly inOrder: readonly SlicedSource[];
  readonly places: ReadonlyMap<string, Place>;
  readonly populations: Populations;
  readonly answers: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** What a field is made for. */
export interface FieldAsked {
  readonly asked: FigureAsked;
  readonly compared: Compared;
  readonly area: string | null;
  readonly set: PeerSet;
}
