import type { Authority } from '../model/authority.ts';
import type { Migration, PlausibilityRules } from '../model/collation.ts';
import type { DisclosureRules } from '../model/disclosure.ts';
import type { Measure } from '../model/measure.ts';
import type { PublishedRegion } from '../model/published.ts';
import type { KnownTerms } from '../return/read/known.ts';
import type { Terms } from '../return/terms.ts';

/** What a collation is made by. */
export interface CollateKnown {
  readonly terms: Terms;
  /** The versions of definitions before those of the terms, the newer of a measure first. */
  readonly earlier: readonly Measure[];
  /** What files are held against. */
  readonly read: KnownTerms;
  readonly authorities: readonly Authority[];
  /** The code of the made-up authority that the sample belongs to: part of no region, nor of England. */
  readonly sampleAuthority: string;
  readonly regions: readonly PublishedRegion[];
  readonly disclosure: DisclosureRules;
  readonly migrations: readonly Migration[];
  readonly plausibility: PlausibilityRules;
}
