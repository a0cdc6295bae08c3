import { z } from 'zod';
import type { ReferenceTable } from '../../model/reference.ts';
import { readCsv, readYaml, specFile } from './files.ts';
import { SpecProblem } from './problem.ts';
import { day } from './shapes.ts';

/** A row of a reference table: what stands in its columns, and how to say that it is wrong. */
export interface TableRow {
  readonly cells: Readonly<Record<string, string>>;
  /** Takes a column; gives what stands in it. Throws a SpecProblem where it is empty. */
  readonly cell: (column: string) => string;
  /** Takes what is wrong; gives the SpecProblem that says so, with file and line. */
  readonly wrong: (says: string) => SpecProblem;
}

const aboutTable = z.strictObject({
  title: z.string(),
  source: z.string(),
  licence: z.string(),
  covers_from: day.optional(),
  covers_to: day,
  about: z.enum(['the day it is used', 'the quarter asked']),
  past: z.string(),
});

/** Takes the project's root and a table's name in spec/reference; gives what its .yaml says of it. Throws a SpecProblem. */
export function readAbout(root: string, name: string) {
  const file = specFile(root, `spec/reference/${name}.yaml`);
  const { covers_from, covers_to, ...said } = readYaml(file, aboutTable);
  const table: ReferenceTable = { ...said, coversTo: covers_to };
  return {
    table,
    coversFrom: covers_from ?? null,
    wrong: (says: string) => new SpecProblem(file.path, says),
  };
}

/** Takes the project's root and a table's name in spec/reference; gives the rows of its .csv. */
export function readRows(root: string, name: string): TableRow[] {
  const file = specFile(root, `spec/reference/${name}.csv`);
  return readCsv(file).map((cells, place) => {
    // The heading is line 1, and no cell runs over several lines.
    const wrong = (says: string) => new SpecProblem(file.path, `line ${place + 2}: ${says}`);
    const cell = (column: string): string => {
      const text = cells[column];
      if (!text) throw wrong(`there is no ${column}`);
      return text;
    };
    return { cells, cell, wrong };
  });
}
