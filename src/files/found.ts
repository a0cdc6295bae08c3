import type { FindingRule } from '../model/finding.ts';

/** What a file turned out to be: text in lines and columns, or something that is not read, and why. */
export type FoundFile = TextTable | LeftFile;

/** A file of text, or one table of a file that holds several: a sheet of a workbook is `book.xlsx/Sheet`. */
export interface TextTable {
  readonly kind: 'table';
  readonly path: string;
  /** When the file was last changed, in milliseconds since 1970. */
  readonly modified: number;
  /** UTF-8, without a byte order mark. Begins with the heading. */
  readonly content: Blob;
  readonly delimiter: string;
  readonly headings: readonly string[];
  /** The values of the first records below the heading. They are about children: for deciding, and never shown as they are. */
  readonly opening: readonly (readonly string[])[];
  /** How many lines of the file (rows of the sheet) stand above `content`. */
  readonly linesAbove: number;
  /** What a person should know of how it was read. */
  readonly remarks: readonly Remark[];
}

export interface Remark {
  /** To follow the file’s name: “has a line above its heading.” Holds none of the file’s own text. */
  readonly says: string;
  readonly todo: string | null;
}

export interface LeftFile {
  readonly kind: 'left';
  readonly path: string;
  readonly modified: number;
  readonly rule: FindingRule;
  /** The reason, to follow the file's name: “is empty.” */
  readonly reason: string;
  readonly todo: string;
}

/** A file on its way to being found: its bytes, under the path and the time that are told of it. */
export interface Source {
  readonly path: string;
  readonly modified: number;
  readonly content: Blob;
}

/** Takes a file, a rule, the reason to follow its name and what to do; gives it as left. */
export function left(
  { path, modified }: Pick<Source, 'path' | 'modified'>,
  rule: FindingRule,
  reason: string,
  todo: string,
): LeftFile {
  return { kind: 'left', path, modified, rule, reason, todo };
}

export const CHECK_EXPORT = 'Check the export, and give the file again.';
