/** Gives the name of the channel on which this page's workers tell what they ask for; each page has one of its own. */
export function requestChannel(): string {
  return `quarterlight requests ${performance.timeOrigin}`;
}

/** What was asked for: by its address, as the browser's own record of it has it. */
export interface AskedFor {
  readonly address: string;
  /** What asked: `script`, `fetch`, `img` and so on. */
  readonly by: string;
  readonly isByWorker: boolean;
}
