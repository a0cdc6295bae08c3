import type { Authority } from '../../model/authority.ts';
import { whyNotThere } from '../../model/authority.ts';
import { parseDay } from '../../model/day.ts';
import { type TableRow, readAbout, readRows } from './table-rows.ts';

const TABLE = 'child-population';
type Listed = Omit<Authority, 'children'>;

/**
 * Takes the project's root and the authorities; gives each with its children by year, and what is said of the table.
 * Throws a SpecProblem that names the line, or the authority that has no estimate of a year in which it was there.
 */
export function readPopulation(root: string, listed: readonly Listed[]) {
  const about = readAbout(root, TABLE);
  const children = new Map<string, Record<string, number>>();
  for (const row of readRows(root, TABLE)) addEstimate(children, row, listed);
  const years = [...new Set([...children.values()].flatMap((held) => Object.keys(held)))].sort();
  const newest = Number(years.at(-1));
  // An estimate comes out about a year after its day, and the next a year after that.
  if (Number(about.table.coversTo.slice(0, 4)) !== newest + 2) {
    const says = `the newest estimate is of ${newest}, so the next is due in ${newest + 2}`;
    throw about.wrong(`covers_to: ${says}, not on ${about.table.coversTo}`);
  }
  if (!about.table.source.includes(String(newest))) {
    throw about.wrong(`source: does not name the newest estimate, ${newest}`);
  }
  const authorities = listed.map((one) => ({ ...one, children: children.get(one.code) ?? {} }));
  for (const authority of authorities) {
    const missing = years.find((year) => isDue(authority, year) && !(year in authority.children));
    if (missing) throw about.wrong(`${authority.code} has no estimate of ${missing}`);
  }
  return { table: about.table, authorities, years };
}

function addEstimate(
  children: Map<string, Record<string, number>>,
  row: TableRow,
  listed: readonly Listed[],
): void {
  const { code, year, count } = {
    code: row.cell('la_code'),
    year: row.cell('year'),
    count: row.cell('aged_0_17'),
  };
  if (!listed.some((one) => one.code === code)) {
    throw row.wrong(`there is no authority ${code} in local-authorities.csv`);
  }
  if (!/^20\d\d$/.test(year)) throw row.wrong(`${year} is not a year such as 2024`);
  if (!/^[1-9]\d*$/.test(count)) throw row.wrong(`${count} is not a number of children`);
  const held = children.get(code) ?? {};
  if (year in held) throw row.wrong(`${code} has an estimate of ${year} already`);
  children.set(code, { ...held, [year]: Number(count) });
}

/** An authority that was there on 30 June has an estimate; of those that ended none is held, and none needs to be. */
function isDue(authority: Authority, year: string): boolean {
  const day = parseDay(`${year}-06-30`);
  return authority.validTo === null && day !== null && whyNotThere(authority, day) === null;
}
