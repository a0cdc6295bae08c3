import type { ReturnDocument } from '../model/return-document.ts';
import type { ReturnForm } from '../model/return.ts';

export const ENDINGS: Readonly<Record<ReturnForm, string>> = {
  package: 'zip',
  workbook: 'xlsx',
  csv: 'csv',
  json: 'json',
};
export const LONGEST_NAME = 40;

/**
 * Takes a document and the form it is written in; gives the file's name, safe on every file system: whose it is, of which
 * quarter, its version, which of the two returns it is, and whether it is a draft.
 */
export function fileName(document: ReturnDocument, form: ReturnForm): string {
  return `quarterlight_${nameOf(document).join('_')}.${ENDINGS[form]}`;
}

/** Takes a document; gives the parts of its name. */
export function nameOf({
  authority,
  quarter,
  version,
  treatment,
  signedOff,
}: ReturnDocument): string[] {
  return [
    plainName(authority.name).slice(0, LONGEST_NAME),
    plainName(authority.code),
    plainName(quarter),
    `v${version}`,
    treatment.kind === 'shareable' ? 'shareable' : 'collator_NEVER-TO-BE-PUBLISHED',
    ...(signedOff ? [] : ['DRAFT']),
  ].filter((part) => part !== '');
}

/** Takes text; gives it as a part of a file's name, safe on every file system. */
export function plainName(text: string): string {
  return text
    .replaceAll(/\([^)]*\)/g, '')
    .normalize('NFD')
    .replaceAll(/\p{M}|['’]/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
