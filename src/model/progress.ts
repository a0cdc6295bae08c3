/** How far long work is. `share` runs from 0 to 1, or is null where the end is not known. */
export interface Progress {
  readonly step: string;
  readonly share: number | null;
}

export type OnProgress = (progress: Progress) => void;
