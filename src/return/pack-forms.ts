import type { BenchmarkPack } from '../model/benchmark-pack.ts';
import { type Period, type Quarter, isYear, quarterIn } from '../model/period.ts';
import type { Download, ReturnForm } from '../model/return.ts';
import type { ReturnStandard } from '../model/table-schema.ts';
import { ENDINGS, LONGEST_NAME, plainName } from './file-name.ts';
import { writePackCsv } from './pack-csv.ts';
import { writePackJson } from './pack-json.ts';
import { writePackWorkbook } from './pack-workbook/workbook.ts';
import { writePack } from './pack.ts';
import { MEDIA_TYPES } from './write.ts';

/**
 * Takes a pack, a form and the tables' schemas; gives the file: the same pack gives the same bytes. Package, CSV and JSON hold
 * the whole and are read back to it; the workbook is for people. Throws a Problem where the pack is too large for the form.
 */
export async function writePackAs(
  pack: BenchmarkPack,
  form: ReturnForm,
  standard: ReturnStandard,
): Promise<Download> {
  return { name: packFileName(pack, form), content: await contentOf(pack, form, standard) };
}

async function contentOf(
  pack: BenchmarkPack,
  form: ReturnForm,
  standard: ReturnStandard,
): Promise<Blob> {
  switch (form) {
    case 'package':
      return new Blob([await writePack(pack, standard)], { type: MEDIA_TYPES.package });
    case 'workbook':
      return new Blob([await writePackWorkbook(pack)], { type: MEDIA_TYPES.workbook });
    case 'csv':
      return writePackCsv(pack);
    case 'json':
      return writePackJson(pack);
  }
}

/**
 * Takes a pack and the form it is written in; gives the file's name, safe on every file system: its title, its first and last
 * quarter, the day it was made, and whether it may be shared.
 */
export function packFileName(pack: BenchmarkPack, form: ReturnForm): string {
  const { title, made, treatment } = pack;
  const parts = [
    plainName(title).slice(0, LONGEST_NAME),
    ...quartersTold(pack),
    plainName(made.slice(0, 10)),
    treatment.kind === 'shareable' ? 'shareable' : 'full_NEVER-TO-BE-PUBLISHED',
  ];
  return `quarterlight_pack_${parts.filter((part) => part !== '').join('_')}.${ENDINGS[form]}`;
}

function quartersTold({ observations }: BenchmarkPack): string[] {
  const periods = new Set<Period>();
  for (const { period } of observations) periods.add(period);
  // A year that ends with a quarter that is not in the pack itself tells of that quarter all the same.
  const quarters: Quarter[] = [...periods]
    .filter((one) => !isYear(one))
    .map(quarterIn)
    .sort();
  const [first, last] = [quarters[0], quarters.at(-1)];
  if (first === undefined || last === undefined) return [];
  return first === last ? [plainName(first)] : [plainName(first), 'to', plainName(last)];
}
