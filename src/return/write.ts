import type { ReturnDocument } from '../model/return-document.ts';
import type { Return, ReturnForm } from '../model/return.ts';
import type { Seal } from './about.ts';
import { checkDocument } from './check.ts';
import { writeCsv } from './csv.ts';
import { documentOf } from './document.ts';
import { fileName } from './file-name.ts';
import { writeJson } from './json.ts';
import { writePackage } from './package.ts';
import { sealOf } from './seal.ts';
import type { Terms } from './terms.ts';
import { writeWorkbook } from './workbook.ts';

/** A return as a file, not yet handed to anyone. */
export interface WrittenReturn {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export const MEDIA_TYPES: Readonly<Record<ReturnForm, string>> = {
  package: 'application/zip',
  workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
};

/** Takes a return, its terms and a form; gives the file. Throws a Problem where the return must not be written. */
export function writeReturn(
  contents: Return,
  terms: Terms,
  form: ReturnForm,
): Promise<WrittenReturn> {
  return writeDocument(documentOf(contents, terms), terms, form);
}

/** Takes a document, the terms and a form; gives the file: the same document gives the same bytes. Throws a Problem where it must not be written. */
export async function writeDocument(
  document: ReturnDocument,
  { standard, notAboutChildren }: Pick<Terms, 'standard' | 'notAboutChildren'>,
  form: ReturnForm,
): Promise<WrittenReturn> {
  checkDocument(document, notAboutChildren);
  const seal = await sealOf(document);
  const bytes = await bytesOf(document, seal, standard, form);
  return { name: fileName(document, form), mediaType: MEDIA_TYPES[form], bytes };
}

async function bytesOf(
  document: ReturnDocument,
  seal: Seal,
  standard: Terms['standard'],
  form: ReturnForm,
): Promise<Uint8Array<ArrayBuffer>> {
  switch (form) {
    case 'package':
      return writePackage(document, seal, standard);
    case 'workbook':
      return writeWorkbook(document, seal);
    case 'csv':
      return writeCsv(document, seal);
    case 'json':
      return writeJson(document, seal);
  }
}
