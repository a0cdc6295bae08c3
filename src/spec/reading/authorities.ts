import type { Authority } from '../../model/authority.ts';
import { type Day, addDays, parseDay } from '../../model/day.ts';
import { type TableRow, readAbout, readRows } from './table-rows.ts';

const LIST = 'local-authorities';
const ONS_CODE = /^E\d{8}$/;
const ONS_CODE_BEFORE = /^E\d{8} to (\d{4}-\d{2}-\d{2})$/;

interface Listed {
  readonly row: TableRow;
  readonly authority: Omit<Authority, 'children'>;
}

/** Takes the project's root; gives the list of local authorities and what is said of it. Throws a SpecProblem that names the line. */
export function readAuthorities(root: string) {
  const { table } = readAbout(root, LIST);
  const listed = readRows(root, LIST).map((row): Listed => ({ row, authority: listedIn(row) }));
  listed.forEach((one) => mustStandOnce(one, listed));
  listed.forEach((one) => mustBeFollowed(one, listed));
  return { table, authorities: listed.map(({ authority }) => authority) };
}

function listedIn(row: TableRow): Listed['authority'] {
  const code = row.cell('la_code');
  if (!/^\d{3}$/.test(code)) throw row.wrong(`${code} is not a code of three digits`);
  mustHaveOnsCode(row);
  const [validFrom, validTo] = [dayIn(row, 'valid_from'), dayIn(row, 'valid_to')];
  if (validFrom && validTo && validTo < validFrom) {
    throw row.wrong(`${code} ends on ${validTo}, before it began on ${validFrom}`);
  }
  const successors = (row.cells['successors'] ?? '').split(' ').filter((each) => each !== '');
  const { name, region } = { name: row.cell('name'), region: row.cell('region') };
  return { code, name, region, validFrom, validTo, successors };
}

function mustHaveOnsCode(row: TableRow): void {
  const [code, before] = [row.cell('ons_code'), row.cells['ons_before']];
  if (!ONS_CODE.test(code)) throw row.wrong(`${code} is not an ONS code such as E09000001`);
  if (!before) return;
  const day = ONS_CODE_BEFORE.exec(before)?.[1];
  if (!day || !parseDay(day)) {
    throw row.wrong(`ons_before: ${before} is not written like E09000001 to 2025-03-31`);
  }
}

function dayIn(row: TableRow, column: string): Day | null {
  const text = row.cells[column];
  if (!text) return null;
  const day = parseDay(text);
  if (!day) throw row.wrong(`${column}: ${text} is not a day such as 2023-03-31`);
  return day;
}

function mustStandOnce({ row, authority }: Listed, listed: readonly Listed[]): void {
  const codes = (one: Listed) => [one.authority.code, one.row.cells['ons_code']];
  const twin = listed.find(
    (other) =>
      other.row !== row && codes(other).some((code) => codes({ row, authority }).includes(code)),
  );
  if (twin) throw row.wrong(`${authority.code} has a code that another authority has`);
}

/** One that ended names who follows, each of whom began on the day after or was there by then; no other names any. */
function mustBeFollowed({ row, authority }: Listed, listed: readonly Listed[]): void {
  const { code, validTo, successors } = authority;
  if (validTo === null) {
    if (successors.length > 0) throw row.wrong(`${code} has successors and no valid_to`);
    return;
  }
  if (successors.length === 0) throw row.wrong(`${code} has ended, and names no successors`);
  for (const follower of successors) {
    const found = listed.find((other) => other.authority.code === follower)?.authority;
    if (!found) throw row.wrong(`successors: there is no authority ${follower}`);
    if (found.validFrom !== null && found.validFrom > addDays(validTo, 1)) {
      throw row.wrong(
        `successors: ${follower} begins on ${found.validFrom}, after ${code} has ended`,
      );
    }
    if (found.validTo !== null && found.validTo <= validTo) {
      throw row.wrong(`successors: ${follower} has ended by then`);
    }
  }
}
