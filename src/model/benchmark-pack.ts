import type { AreaTotal, CollationRemark } from './collation.ts';
import type { DisclosurePolicy } from './disclosure.ts';
import type { Breakdown } from './measure.ts';
import type { Observations } from './observation.ts';
import type { Quarter } from './period.ts';
import type { Definition, ReturnRemark } from './return-document.ts';

/** Many authorities' observations, by the same standard as a return's: what a benchmark is read from. */
export interface BenchmarkPack {
  readonly title: string;
  /** The version of Quarterlight that wrote it. */
  readonly appVersion: string;
  /** When it was made, as ISO text in UTC to the second. */
  readonly made: string;
  readonly treatment: PackTreatment;
  readonly areas: readonly PackArea[];
  readonly provenance: readonly PackSource[];
  readonly breakdowns: readonly Breakdown[];
  readonly definitions: readonly Definition[];
  /** In reading order, of areas and of totals. They are many: `ObservationColumns` holds them without an object for each. */
  readonly observations: Observations;
  /** Of each total among the observations, what it covers; none where nothing is said of them. */
  readonly totals: readonly AreaTotal[];
  /** What is odd in it and was accepted, with the note of why. */
  readonly remarks: readonly PackRemark[];
}

/** How small numbers are treated in it. */
export type PackTreatment =
  | { readonly kind: 'shareable'; readonly policy: DisclosurePolicy }
  /** Complete, and never to be published. */
  | { readonly kind: 'full'; readonly agreement: string };

/** A remark that was accepted. */
export interface PackRemark extends CollationRemark {
  readonly note: string;
}

/** An authority, or a total of several. */
export type PackArea = {
  readonly code: string;
  readonly name: string;
  /** Whether its figures are made up by a program. */
  readonly synthetic: boolean;
} & (
  | {
      readonly kind: 'authority';
      readonly region: string;
      /** What it counts as early help: by the question's id, the answer's id. Null where it does not tell. */
      readonly earlyHelp: Readonly<Record<string, string>> | null;
    }
  | { readonly kind: 'region' | 'england' | 'group'; readonly members: readonly string[] }
);

/** A return that the pack was made from. */
export interface PackSource {
  readonly area: string;
  readonly quarter: Quarter;
  readonly version: number;
  readonly appVersion: string;
  /** SHA-256 of its file. */
  readonly sha256: string;
}

/** A pack that was read back. */
export interface ReadPack {
  readonly name: string;
  readonly pack: BenchmarkPack;
  readonly asWritten: boolean;
  readonly remarks: readonly ReturnRemark[];
}
