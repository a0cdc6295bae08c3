import type { FindingRule } from '../model/finding.ts';

/** What a file turned out to be: text in lines and columns, or something that is not read, and why. */
export type FoundFile = TextTable | LeftFile;

export interface TextTable {
  readonly kind: 'table';
  readonly path: string;
  /** When the file was last changed, in milliseconds since 1970. */
  readonly modified: number;
  /** UTF-8, without a byte order mark. */
  readonly content: Blob;
  readonly delimiter: string;
  readonly headings: readonly string[];
  /** The values of the records after the first line, as far as they were looked at. */
  readonly opening?: readonly (readonly string[])[];
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
