import type { Observation } from './observation.ts';

declare const SAFE: unique symbol;

/** Observations that disclosure control has been over. Only the disclosure room makes them. */
export type SafeObservations = readonly Observation[] & { readonly [SAFE]: true };
