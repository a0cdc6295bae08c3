/** What is told of a chart wherever it goes. */
export interface Told {
  readonly caption: string;
  /** One sentence made from its figures; empty where there is none. */
  readonly reading: string;
  /** Where the figures come from; empty where that is not to be said. */
  readonly source: string;
  readonly notes: readonly string[];
}

const MADE_BY = 'Made by Quarterlight';
const LONGEST_NAME = 90;

/** Takes what is told of a chart; gives the lines at its foot. */
export function footOf({ source, notes }: Told): string[] {
  return [...notes, ...(source === '' ? [] : [`Source: ${source}`]), MADE_BY];
}

/** Takes a caption and an ending; gives a file's name that is safe on every file system. */
export function fileNameOf(caption: string, ending: string): string {
  const plain = caption
    .normalize('NFD')
    .replaceAll(/\p{M}|['’]/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .slice(0, LONGEST_NAME)
    .replaceAll(/^-|-$/g, '');
  return `${plain === '' ? 'chart' : plain}.${ending}`;
}
