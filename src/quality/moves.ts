import { literal } from '../engine/sql.ts';
import type { Loaded } from '../measure/stage-all.ts';
import { type Headline, whatIf } from '../measure/what-if.ts';
import type { InPlaceOf } from '../measure/what-if-sql.ts';
import { type CheckTally, type Move, sizeOf } from '../model/check.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Quarter } from '../model/period.ts';
import type { Question } from '../model/question.ts';
import type { SpecCheck } from '../spec/types.ts';
import { foundIn } from './find.ts';

const CHILDREN = { table: 'ssd_person', key: 'pers_person_id' };

/**
 * Takes what is loaded, staged and measured for the question, a check with what it found, and the quarter it was made
 * for; gives the headlines that are moved, the one that is moved most first. Throws AbortError when told to stop.
 */
export async function movesOf(
  loaded: Loaded,
  question: Question,
  check: SpecCheck,
  found: readonly CheckTally[],
  quarter: Quarter,
  stop: AbortSignal,
): Promise<Move[]> {
  const instead = insteadOf(check, new Set(found.map(({ table }) => table)));
  if (instead.size === 0) return [];
  const moved = new Set(found.flatMap(({ moves }) => moves));
  const asked = { measures: check.moves.filter((id) => moved.has(id)), quarter };
  const are = await whatIf(loaded, question, { ...asked, instead: new Map() }, stop);
  const wouldBe = await whatIf(loaded, question, { ...asked, instead }, stop);
  return are
    .flatMap((is) => {
      const other = wouldBe.find(({ measure }) => measure === is.measure);
      return other && !same(is.outcome, other.outcome) ? [moveOf(check, quarter, is, other)] : [];
    })
    .sort((one, other) => sizeOf(other) - sizeOf(one));
}

/** Takes a check that was made, and the tables it found rows in; gives what stands in the place of each when its attempt is made. */
export function insteadOf(check: SpecCheck, tables: ReadonlySet<string>): InPlaceOf {
  const instead = new Map<string, string>();
  for (const { table, attempt } of check.looks) {
    if (table === null || !tables.has(table) || attempt.kind === 'none') continue;
    const rows = `select "row" from ${foundIn(check)} where "table" = ${literal(table)}`;
    if (attempt.kind === 'left out') {
      instead.set(table, `${wholeTable(table)} where rowid not in (${rows})`);
      continue;
    }
    const columns = Object.entries(attempt.columns);
    if (columns.length === 0) continue;
    const ofChild = attempt.of === 'child';
    const changed = ofChild ? CHILDREN.table : table;
    const found = ofChild
      ? `t.${CHILDREN.key} in (select person_id from ${foundIn(check)} where person_id is not null)`
      : `t.rowid in (${rows})`;
    const given = columns.map(
      ([column, put]) => `case when ${found} then ${put} else t.${column} end as ${column}`,
    );
    instead.set(
      changed,
      `select t.* replace (${given.join(', ')}), t.rowid as rowid from main.${changed} t`,
    );
  }
  return instead;
}

/** Takes a table's name; gives the SELECT of all its rows, each with its rowid, for what hides it under the same name. */
export function wholeTable(table: string): string {
  return `select *, rowid as rowid from main.${table}`;
}

function moveOf({ id }: SpecCheck, quarter: Quarter, is: Headline, other: Headline): Move {
  const { measure, figure, outcome } = is;
  return { check: id, measure, figure, quarter, is: outcome, wouldBe: other.outcome };
}

function same(one: Outcome, other: Outcome): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
