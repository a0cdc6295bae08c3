import { z } from 'zod';
import type { SourceLine } from '../../model/source.ts';
import { type SpecFile, readYaml, specFiles } from './files.ts';
import { SpecProblem } from './problem.ts';
import { day } from './shapes.ts';

const FOLDER = 'spec/reference';

const sourced = z.looseObject({
  title: z.string().optional(),
  source: z.string(),
  licence: z.string(),
  covers_to: day,
});

/** Takes the project's root; gives the source line of every reference table. Throws a SpecProblem for a table's file that has none. */
export function readSources(root: string): SourceLine[] {
  return specFiles(root, FOLDER, '.yaml').flatMap((file) => {
    const lines = sourcesIn(file);
    if (lines.length === 0)
      throw new SpecProblem(file.path, 'says no source, licence and day that it covers to');
    return lines;
  });
}

/** What a file says of itself, else what each of its parts says that is about a table. */
function sourcesIn(file: SpecFile): SourceLine[] {
  const read = readYaml(file, z.record(z.string(), z.unknown()));
  const name = file.path.slice(FOLDER.length + 1).replace(/\.yaml$/, '');
  return Object.entries({ [name]: read, ...read }).flatMap(([key, part]) => {
    const line = sourced.safeParse(part);
    if (!line.success) return [];
    const { title, source, licence, covers_to: coversTo } = line.data;
    return [{ title: sentenceCase(title ?? key), source, licence, coversTo }];
  });
}

function sentenceCase(words: string): string {
  const plain = words.replaceAll(/[-_]/g, ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
