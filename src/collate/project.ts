import type {
  AcceptedFile,
  CollectedFile,
  CollectedReturn,
  FigureTable,
} from '../model/collation.ts';
import type { CollationChoices } from '../model/collation.ts';

/** The version of the file that work is kept in. */
export const PROJECT_VERSION = 1;

/** What is kept of a collation: all files as they were read, and all that was chosen. The rest is worked out from these. */
export interface CollationProject {
  readonly files: readonly CollectedFile[];
  readonly choices: CollationChoices;
}

/** Takes a project and the version of Quarterlight that writes it; gives it as JSON, to be taken up another day. Complete returns are complete in it: it is never to be published. */
export function writeProject({ files, choices }: CollationProject, appVersion: string): string {
  const series = new Map<string, number>();
  return JSON.stringify({
    quarterlight: { version: appVersion, projectVersion: PROJECT_VERSION, holds: 'collation' },
    choices,
    files: files.map((file) => (file.kind === 'refused' ? file : writtenFile(file, series))),
    // Each of some thousand keys is in each of some thousand returns: they are written once.
    series: [...series.keys()],
  });
}

function writtenFile(file: AcceptedFile, series: Map<string, number>) {
  return { ...file, returns: file.returns.map((one) => writtenReturn(one, series)) };
}

function writtenReturn(one: CollectedReturn, series: Map<string, number>) {
  return { ...one, figures: writtenTable(one.figures, series) };
}

function writtenTable(table: FigureTable, series: Map<string, number>) {
  return {
    series: table.series.map((key) => {
      const place = series.get(key) ?? series.size;
      series.set(key, place);
      return place;
    }),
    kind: [...table.kind],
    value: [...table.value],
    denominator: [...table.denominator],
    scale: [...table.scale],
    version: [...table.version],
    byHand: [...table.byHand],
    reason: [...table.reason],
    from: [...table.from],
    texts: table.texts,
  };
}
