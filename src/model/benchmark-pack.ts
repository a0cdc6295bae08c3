import type { DisclosurePolicy } from './disclosure.ts';
import type { Breakdown } from './measure.ts';
import type { Observation } from './observation.ts';
import type { Quarter } from './period.ts';
import type { Definition, ReturnRemark } from './return-document.ts';

/** Many authorities' observations, by the same standard as a return's: what a benchmark is read from. */
export interface BenchmarkPack {
  readonly title: string;
  /** The version of Quarterlight that wrote it. */
  readonly appVersion: string;
  /** When it was made, as ISO text in UTC to the second. */
  readonly made: string;
  /** How small numbers were treated in every return that it was made from. */
  readonly policy: DisclosurePolicy;
  readonly areas: readonly PackArea[];
  readonly provenance: readonly PackSource[];
  readonly breakdowns: readonly Breakdown[];
  readonly definitions: readonly Definition[];
  /** In reading order, of areas and of totals. */
  readonly observations: readonly Observation[];
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
