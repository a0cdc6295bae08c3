import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { SpecProblem } from './problem.ts';

/** A file of spec/: its path from the project's root with forward slashes, and its text. */
export interface SpecFile {
  readonly path: string;
  readonly text: string;
}

/** Takes the project's root, a folder below it and an ending; gives all such files in and below it, in the order of their paths. */
export function specFiles(root: string, folder: string, ending: string): SpecFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => specFile(root, relative(root, join(entry.parentPath, entry.name))))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Takes the project's root and a file's path below it; gives the file. Throws when there is none. */
export function specFile(root: string, path: string): SpecFile {
  return { path: path.split(sep).join('/'), text: readFileSync(join(root, path), 'utf8') };
}

/** Takes a file whose text is YAML and the shape it must have; gives what it holds. Throws a SpecProblem that says where. */
export function readYaml<T>(file: SpecFile, shape: z.ZodType<T>, firstLine = 1): T {
  const lines = new LineCounter();
  const parsed = parseDocument(file.text, { lineCounter: lines });
  const error = parsed.errors[0];
  if (error) {
    const line = lines.linePos(error.pos[0]).line + firstLine - 1;
    throw new SpecProblem(file.path, `line ${line}: ${error.message.split('\n')[0]}`);
  }
  const read = shape.safeParse(parsed.toJS());
  if (!read.success) {
    const issue = read.error.issues[0];
    const where = issue?.path.join('.') || 'the whole';
    throw new SpecProblem(file.path, `${where}: ${issue?.message}`);
  }
  return read.data;
}

/** Takes an SQL file that opens with a comment of YAML; gives header and SQL. Throws a SpecProblem. */
export function splitHeader(file: SpecFile): { header: SpecFile; sql: string } {
  const parts = /^\/\*\r?\n([\s\S]*?)\*\/\r?\n([\s\S]+)$/.exec(file.text);
  const [, yaml, sql] = parts ?? [];
  if (yaml === undefined || sql === undefined) {
    throw new SpecProblem(file.path, 'must open with a comment that holds its definition as YAML');
  }
  return { header: { path: file.path, text: yaml }, sql: sql.trim() };
}

/** Takes a CSV file with a heading; gives its rows, an empty line as one too, every cell as text. */
export function readCsv(file: SpecFile): Readonly<Record<string, string>>[] {
  const book = xlsx.read(file.text, { type: 'string', raw: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) throw new SpecProblem(file.path, 'holds no table');
  const shape = z.array(z.record(z.string(), z.string()));
  return shape.parse(xlsx.utils.sheet_to_json(sheet, { raw: false, defval: '', blankrows: true }));
}
