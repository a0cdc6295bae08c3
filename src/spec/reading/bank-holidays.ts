import { type Day, parseDay } from '../../model/day.ts';
import { readAbout, readRows } from './table-rows.ts';

const TABLE = 'bank-holidays';

/** Takes the project's root; gives the bank holidays, in order, and what is said of them. Throws a SpecProblem that names the line. */
export function readBankHolidays(root: string) {
  const { table, coversFrom, wrong } = readAbout(root, TABLE);
  if (!coversFrom) throw wrong('there is no covers_from');
  const days: Day[] = [];
  for (const row of readRows(root, TABLE)) {
    const day = parseDay(row.cell('day'));
    const last = days.at(-1);
    if (!day) throw row.wrong(`${row.cell('day')} is not a day such as 2025-12-25`);
    if (last && day <= last) throw row.wrong(`${day} does not come after ${last}`);
    days.push(day);
  }
  mustFill(days, coversFrom, table.coversTo, wrong);
  return { table, days, coversFrom };
}

/** Every year that the table is said to cover has its holidays, and no other year has any. */
function mustFill(days: readonly Day[], from: Day, to: Day, wrong: (says: string) => Error): void {
  const outside = days.find((day) => day < from || day > to);
  if (outside) throw wrong(`${outside} is not within covers_from and covers_to, ${from} to ${to}`);
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    if (!days.some((day) => day.startsWith(String(year)))) {
      throw wrong(`covers_to is ${to}, and there are no bank holidays of ${year}`);
    }
  }
}
