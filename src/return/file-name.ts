import type { Return, ReturnForm } from '../model/return.ts';

const ENDINGS: Readonly<Record<ReturnForm, string>> = {
  workbook: 'xlsx',
  csv: 'csv',
  json: 'json',
};

/** Takes a return and the form it is written in; gives the file's name, the draft mark first, safe on every file system. */
export function fileName({ authority, quarter }: Return, form: ReturnForm): string {
  const parts = ['DRAFT-NOT-SAFE-TO-SEND', 'quarterlight', plain(authority.code), plain(quarter)];
  return `${parts.join('_')}.${ENDINGS[form]}`;
}

function plain(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]+/g, '-');
}
