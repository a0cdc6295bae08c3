import type { Row, Rows, Value } from '../engine/database.ts';
import { numberFrom, textFrom } from '../engine/sql.ts';
import type {
  BehindAsked,
  ChildBehind,
  ChildrenBehind,
  CountedRecord,
  ReasonGroup,
} from '../model/balance.ts';
import { type Day, parseDay } from '../model/day.ts';
import { Problem } from '../model/problem.ts';
import { childrenBehindSql } from './balance-sql.ts';
import type { Loaded } from './stage-all.ts';

const DAY_LENGTH = 10;
const BETWEEN_RECORDS = '\u001f';

/** Takes what is loaded and what is asked; gives the children behind a difference. Throws a Problem where there is no such list. */
export async function listBehind(
  { database, spec }: Loaded,
  asked: BehindAsked,
): Promise<ChildrenBehind> {
  const balance = spec.balances.find(({ id }) => id === asked.balance);
  if (balance?.kind !== 'stock') {
    throw new Problem(
      'There is no list of children behind this difference.',
      'Choose another of the figures that must add up.',
    );
  }
  const rows = await database.rows(childrenBehindSql(balance, spec.measures), [asked.quarter]);
  return {
    length: rows.length,
    at: (index) => childFrom(rows.at(index)),
    groups: groupsOf(rows),
  };
}

/** The rows lie by reason, and each says how many are like it: from the first of a reason it is a step to the next. */
function groupsOf(rows: Rows): ReasonGroup[] {
  const groups: ReasonGroup[] = [];
  let at = 0;
  while (at < rows.length) {
    const row = rows.at(at);
    const children = numberFrom(row['alike']);
    const difference = numberFrom(row['difference_alike']);
    groups.push({ reason: textOrNull(row['reason']), children, difference });
    at += children;
  }
  return groups;
}

function childFrom(row: Row): ChildBehind {
  const day = textOrNull(row['day']);
  return {
    personId: textFrom(row['person_id']),
    difference: numberFrom(row['difference']),
    reason: textOrNull(row['reason']),
    day: day === null ? null : dayFrom(day),
    wasOpen: recordsFrom(row['was_open']),
    started: recordsFrom(row['started']),
    ceased: recordsFrom(row['ceased']),
    isOpen: recordsFrom(row['is_open']),
  };
}

function recordsFrom(value: Value | undefined): CountedRecord[] {
  return (textOrNull(value) ?? '')
    .split(BETWEEN_RECORDS)
    .filter((text) => text !== '')
    .map((text) => ({
      day: dayFrom(text.slice(0, DAY_LENGTH)),
      recordId: text.slice(DAY_LENGTH),
    }));
}

function textOrNull(value: Value | undefined): string | null {
  return value === null ? null : textFrom(value);
}

function dayFrom(text: string): Day {
  const day = parseDay(text);
  if (!day) throw new TypeError('a day was expected');
  return day;
}
