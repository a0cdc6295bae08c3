import type { Return, ReturnForm } from '../model/return.ts';
import { checkReturn } from './check.ts';
import { writeCsv } from './csv.ts';
import { fileName } from './file-name.ts';
import { writeJson } from './json.ts';
import type { Terms } from './terms.ts';
import { writeWorkbook } from './workbook.ts';

/** A return as a file, not yet handed to anyone. */
export interface WrittenReturn {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const WRITERS = {
  workbook: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: writeWorkbook,
  },
  csv: { mediaType: 'text/csv;charset=utf-8', write: writeCsv },
  json: { mediaType: 'application/json', write: writeJson },
} as const satisfies Readonly<Record<ReturnForm, object>>;

/** Takes a return, its terms and a form; gives the file. Throws a Problem where the return must not be written. */
export function writeReturn(contents: Return, terms: Terms, form: ReturnForm): WrittenReturn {
  checkReturn(contents, terms);
  const { mediaType, write } = WRITERS[form];
  return { name: fileName(contents, form), mediaType, bytes: write(contents, terms) };
}
