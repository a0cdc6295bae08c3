import {
  type Check,
  type CheckResult,
  type CheckTally,
  type Move,
  sizeOf,
} from '../model/check.ts';

/** What the rows that one check found move: every headline of the quarter that changes, or why that is not known. */
export type Moved =
  | { readonly kind: 'known'; readonly moves: readonly Move[] }
  | { readonly kind: 'failed'; readonly why: string };

/** Rows that one check found, and what they move; null until it is worked out. */
export interface RowsFound {
  readonly check: Check;
  readonly tallies: readonly CheckTally[];
  readonly moved: Moved | null;
}

/** What one check says of the extract as a whole. */
export interface WholeFound {
  readonly check: Check;
  readonly says: readonly string[];
}

/** What the checks that were made came to, each in one place. */
export interface Sorted {
  readonly rows: readonly RowsFound[];
  readonly whole: readonly WholeFound[];
  readonly nothing: readonly Check[];
  readonly notMade: readonly { readonly check: Check; readonly why: string }[];
}

const SEVERITIES: readonly Check['severity'][] = ['serious', 'warning', 'note'];

/** Takes the checks, their results and what those move; gives each in its place, in the order of the checks. */
export function sortOut(
  checks: readonly Check[],
  results: readonly CheckResult[],
  moved: Readonly<Record<string, Moved>>,
): Sorted {
  const made = checks.flatMap((check) => {
    const result = results.find((one) => one.check === check.id);
    return result ? [{ check, result }] : [];
  });
  const found = made.flatMap(({ check, result }) =>
    result.kind === 'found' ? [{ check, tallies: result.found, says: result.says }] : [],
  );
  return {
    rows: found
      .filter(({ tallies }) => tallies.length > 0)
      .map(({ check, tallies }) => ({ check, tallies, moved: moved[check.id] ?? null })),
    whole: found.filter(({ says }) => says.length > 0).map(({ check, says }) => ({ check, says })),
    nothing: found
      .filter(({ tallies, says }) => tallies.length === 0 && says.length === 0)
      .map(({ check }) => check),
    notMade: made.flatMap(({ check, result }) =>
      result.kind === 'not made' ? [{ check, why: result.why }] : [],
    ),
  };
}

/** Takes findings; gives them with the one that moves a headline most first, then the more serious, then the one with more rows. */
export function byMove(findings: readonly RowsFound[]): RowsFound[] {
  return [...findings].sort(
    (one, other) =>
      largest(other) - largest(one) ||
      SEVERITIES.indexOf(one.check.severity) - SEVERITIES.indexOf(other.check.severity) ||
      rowsIn(other.tallies) - rowsIn(one.tallies),
  );
}

/** Takes findings; gives them the serious ones first, and else as they stand. */
export function bySeverity<T extends { readonly check: Check }>(findings: readonly T[]): T[] {
  return SEVERITIES.flatMap((severity) =>
    findings.filter(({ check }) => check.severity === severity),
  );
}

/** Takes tallies; gives how many rows they are together. */
export function rowsIn(tallies: readonly CheckTally[]): number {
  return tallies.reduce((sum, { rows }) => sum + rows, 0);
}

/** Takes a finding; gives the moves that are known, the largest first. */
export function movesIn({ moved }: Pick<RowsFound, 'moved'>): readonly Move[] {
  return moved?.kind === 'known' ? moved.moves : [];
}

/** Takes a finding; gives the ids of the measures that its rows can move, and in the quarter do not. */
export function unmovedBy(finding: RowsFound): string[] {
  const moved = new Set(movesIn(finding).map(({ measure }) => measure));
  const can = new Set(finding.tallies.flatMap(({ moves }) => moves));
  return finding.check.moves.filter((id) => can.has(id) && !moved.has(id));
}

/** What the rows of one finding do to one measure. */
export interface Touching {
  readonly finding: RowsFound;
  /** Null where its rows can move the measure, and do not in the quarter, or nobody knows yet. */
  readonly move: Move | null;
}

/** Takes findings and a measure's id; gives those whose rows can move it, the one that moves it most first. */
export function touching(findings: readonly RowsFound[], measure: string): Touching[] {
  return findings
    .filter(({ tallies }) => tallies.some(({ moves }) => moves.includes(measure)))
    .map((finding) => ({
      finding,
      move: movesIn(finding).find((move) => move.measure === measure) ?? null,
    }))
    .sort((one, other) => sizeOrNone(other.move) - sizeOrNone(one.move));
}

function largest(finding: RowsFound): number {
  return Math.max(-1, ...movesIn(finding).map(sizeOf));
}

function sizeOrNone(move: Move | null): number {
  return move ? sizeOf(move) : -1;
}
