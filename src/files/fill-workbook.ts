import { Problem } from '../model/problem.ts';
import type { CellToFill } from '../model/workbook-map.ts';
import { type CellFill, type NotFilled, fillSheet } from './fill-sheet.ts';
import { withoutResults } from './formula-results.ts';
import { type Tag, attributeOf, tagsOf } from './xml-tags.ts';
import { ZipParts } from './zip-parts.ts';

/** What goes into the cells of one sheet. */
export interface SheetFill {
  readonly sheet: string;
  readonly cells: readonly CellFill[];
}

/** A workbook that was filled in, and what of it was not. */
export interface FilledWorkbook {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly notFilled: readonly (NotFilled & { readonly sheet: string })[];
}

/** Takes what goes into which cell; gives it sheet by sheet. */
export function bySheet(cells: readonly CellToFill[]): SheetFill[] {
  const sheets = [...new Set(cells.map(({ sheet }) => sheet))];
  return sheets.map((sheet) => ({ sheet, cells: cells.filter((one) => one.sheet === sheet) }));
}

const WORKBOOK = 'xl/workbook.xml';
const LINKS = 'xl/_rels/workbook.xml.rels';

/**
 * Takes an Excel workbook and what goes into which cell; gives a copy with those cells filled in, whose formulas are worked
 * out anew when it is opened. Every other part of the file stays as it is, byte by byte. Throws a Problem where it is no such
 * workbook.
 */
export async function fillWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  fills: readonly SheetFill[],
): Promise<FilledWorkbook> {
  const parts = new ZipParts(bytes);
  const workbook = await parts.text(WORKBOOK);
  const links = await parts.text(LINKS);
  if (workbook === null || links === null) throw notExcel();
  const paths = pathsOf(workbook, links);
  const changed = new Map([[WORKBOOK, workedOutAnew(workbook)]]);
  const notFilled: (NotFilled & { sheet: string })[] = [];
  for (const { sheet, cells } of fills) {
    const path = paths.get(sheet);
    const xml = path === undefined ? null : (changed.get(path) ?? (await parts.text(path)));
    if (path === undefined || xml === null) {
      const why = `there is no sheet ${sheet}`;
      notFilled.push(...cells.map(({ cell }) => ({ sheet, cell, why })));
      continue;
    }
    const filled = fillSheet(xml, cells);
    changed.set(path, filled.xml);
    notFilled.push(...filled.notFilled.map((one) => ({ sheet, ...one })));
  }
  for (const path of paths.values()) {
    const xml = changed.get(path) ?? (await parts.text(path));
    if (xml !== null && /<([\w.-]+:)?f[\s>/]/.test(xml)) changed.set(path, withoutResults(xml));
  }
  return { bytes: parts.with(changed), notFilled };
}

/** By the sheet's name: the part that holds it. */
function pathsOf(workbook: string, links: string): ReadonlyMap<string, string> {
  const targets = new Map(
    [...tagsOf(links)]
      .filter(({ name }) => name === 'Relationship')
      .map((tag) => [attributeOf(tag, 'Id'), attributeOf(tag, 'Target')]),
  );
  const paths = new Map<string, string>();
  for (const tag of tagsOf(workbook)) {
    if (tag.name !== 'sheet') continue;
    const name = attributeOf(tag, 'name');
    const target = targets.get(attributeOf(tag, '[\\w.-]+:id'));
    if (name === null || !target) continue;
    paths.set(name, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  return paths;
}

/** What formulas came to before does not stand any more. */
function workedOutAnew(workbook: string): string {
  const tags = [...tagsOf(workbook)];
  const calc = tags.find(({ name, kind }) => name === 'calcPr' && kind !== 'closes');
  if (calc) {
    const others = calc.attributes.replace(/\sfullCalcOnLoad\s*=\s*("[^"]*"|'[^']*')/, '');
    const end = calc.kind === 'opens' ? '>' : '/>';
    const tag = `<${calc.prefix}calcPr${others} fullCalcOnLoad="1"${end}`;
    return workbook.slice(0, calc.from) + tag + workbook.slice(calc.to);
  }
  // The standard has an order: it comes after these.
  const before = ['sheets', 'functionGroups', 'externalReferences', 'definedNames'];
  const last = tags.findLast(({ name, kind }: Tag) => before.includes(name) && kind !== 'opens');
  if (!last) throw notExcel();
  const tag = `<${last.prefix}calcPr fullCalcOnLoad="1"/>`;
  return workbook.slice(0, last.to) + tag + workbook.slice(last.to);
}

function notExcel(): Problem {
  return new Problem(
    'This is not an Excel workbook (.xlsx) that can be filled in.',
    'Open it in Excel or LibreOffice, save it as an Excel workbook (.xlsx), and drop it again.',
  );
}
