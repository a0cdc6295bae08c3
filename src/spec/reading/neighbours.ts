import { type Authority, type Neighbour, whyNotThere } from '../../model/authority.ts';
import type { Day } from '../../model/day.ts';
import { type TableRow, readAbout, readRows } from './table-rows.ts';

const TABLE = 'statistical-neighbours';
const EACH = 10;

/**
 * Takes the project's root and the authorities; gives the ten neighbours of each, nearest first, and what is said of the
 * table. Throws a SpecProblem that names the line, or the authority that has too few.
 */
export function readNeighbours(root: string, authorities: readonly Authority[]) {
  const about = readAbout(root, TABLE);
  const of: Record<string, readonly Neighbour[]> = {};
  for (const row of readRows(root, TABLE)) {
    const code = row.cell('la_code');
    const before = of[code] ?? [];
    of[code] = [...before, neighbourIn(row, code, before, authorities, about.table.coversTo)];
  }
  for (const { code } of authorities.filter((one) => isThere(one, about.table.coversTo))) {
    const count = of[code]?.length ?? 0;
    if (count !== EACH) throw about.wrong(`${code} has ${count} neighbours, and must have ${EACH}`);
  }
  return { table: about.table, of };
}

function neighbourIn(
  row: TableRow,
  code: string,
  before: readonly Neighbour[],
  authorities: readonly Authority[],
  day: Day,
): Neighbour {
  const neighbour = row.cell('neighbour');
  for (const named of [code, neighbour]) {
    const found = authorities.find((one) => one.code === named);
    if (!found) throw row.wrong(`there is no authority ${named} in local-authorities.csv`);
    const why = whyNotThere(found, day);
    if (why !== null) throw row.wrong(`${named} cannot stand here: ${why}`);
  }
  if (neighbour === code) throw row.wrong(`${code} cannot be its own neighbour`);
  if (before.some((one) => one.code === neighbour)) {
    throw row.wrong(`${neighbour} is a neighbour of ${code} already`);
  }
  const rank = row.cell('rank');
  if (rank !== String(before.length + 1)) {
    throw row.wrong(`rank: ${rank} does not follow ${before.length} of ${code}`);
  }
  return { code: neighbour, closeness: row.cell('closeness') };
}

function isThere(authority: Authority, day: Day): boolean {
  return whyNotThere(authority, day) === null;
}
