import type { Loaded } from '../measure/stage-all.ts';
import type { CheckFound, CheckResult, CheckedRows, Move } from '../model/check.ts';
import type { Quarter } from '../model/period.ts';
import { Problem } from '../model/problem.ts';
import type { Question } from '../model/question.ts';
import type { SpecCheck } from '../spec/types.ts';
import { writeCorrections } from './corrections.ts';
import { listFound } from './list.ts';
import { movesOf } from './moves.ts';

/** The checks that were made last: for which question and quarter, and what came of them. */
export interface Made {
  readonly question: Question;
  readonly quarter: Quarter;
  readonly results: readonly CheckResult[];
}

/** Takes what is loaded, the checks made, and a check's id; gives the headlines it moves, the one moved most first. Throws a Problem. */
export async function movesMade(
  loaded: Loaded,
  made: Made | null,
  id: string,
  stop: AbortSignal,
): Promise<Move[]> {
  const { check, found } = oneMade(loaded, made, id);
  if (!made || found.length === 0) return [];
  return movesOf(loaded, made.question, check, found, made.quarter, stop);
}

/** Takes the same; gives the rows the check found. Throws a Problem where there is no such list. */
export async function rowsMade(
  loaded: Loaded,
  made: Made | null,
  id: string,
): Promise<CheckedRows> {
  const { check, found } = oneMade(loaded, made, id);
  return found.length === 0 ? NO_ROWS : listFound(loaded.database, check);
}

/** Takes what is loaded, the checks made, and checks' ids; gives the list of what they found as a file. Throws a Problem. */
export async function correctionsMade(loaded: Loaded, made: Made | null, ids: readonly string[]) {
  const wanted = ids.map((id) => oneMade(loaded, made, id)).filter(({ found }) => found.length > 0);
  return writeCorrections(
    loaded.database,
    wanted.map(({ check }) => check),
  );
}

const NO_ROWS: CheckedRows = {
  length: 0,
  at: (index) => {
    throw new RangeError(`there is no row ${index} of 0`);
  },
};

interface OneMade {
  readonly check: SpecCheck;
  readonly found: CheckFound['found'];
}

function oneMade({ spec }: Loaded, made: Made | null, id: string): OneMade {
  const check = spec.checks.find((one) => one.id === id);
  const result = made?.results.find((one) => one.check === id);
  if (!check || !result) {
    throw new Problem('What was checked is no longer there.', 'Check the extract again.');
  }
  return { check, found: result.kind === 'found' ? result.found : [] };
}
