import {
  type CollationChoices,
  type CollationGroup,
  type CollectedFile,
  type CollectedReturn,
  type FigureChange,
  type StandingReturn,
  seriesKey,
} from '../model/collation.ts';
import type { Outcome } from '../model/outcome.ts';
import { outcomeAt } from '../model/outcome-columns.ts';
import { quarterIn } from '../model/period.ts';
import { placeIn } from './figure-table.ts';
import { CollatedFigures, type HeldFigure, heldOutcome } from './figures.ts';
import { type RepeatedFile, repeatedFiles, standingReturns } from './standing.ts';

/** Many returns made one: a value, the same for the same files and choices. */
export interface Collation {
  readonly files: readonly CollectedFile[];
  readonly choices: CollationChoices;
  readonly repeated: readonly RepeatedFile[];
  readonly standing: readonly StandingReturn[];
  /** What a later return says otherwise than one before it. */
  readonly changes: readonly FigureChange[];
  readonly figures: CollatedFigures;
  /** By the remark's id, its note: what was chosen here, and what packs say. */
  readonly accepted: Readonly<Record<string, string>>;
  /** What was chosen here, and what packs have. */
  readonly groups: readonly CollationGroup[];
}

/**
 * Takes files and choices; gives the collation of them. The latest return of a quarter stands, and later quarters’ returns
 * put the figures of earlier ones right. Give the same files with other choices, and any of it is taken back.
 */
export function collate(files: readonly CollectedFile[], choices: CollationChoices): Collation {
  const standing = standingReturns(files, choices);
  const areas = [...new Set(standing.flatMap(({ stands }) => stands?.area ?? []))].sort();
  const figures = new CollatedFigures(areas);
  const changes = standing.flatMap(replacedIn);
  for (const source of inTurn(standing)) {
    changes.push(...takeIn(figures, source, choices));
  }
  const repeated = repeatedFiles(files);
  return { files, choices, repeated, standing, changes, figures, ...takenFrom(files, choices) };
}

/** What packs say was chosen for them: what is chosen here goes before it. */
function takenFrom(
  files: readonly CollectedFile[],
  { accepted, groups }: CollationChoices,
): Pick<Collation, 'accepted' | 'groups'> {
  const packs = files.flatMap((file) => (file.kind === 'accepted' ? [file] : []));
  const notes = packs.map((file) => file.accepted);
  const all = [...groups, ...packs.flatMap((file) => file.groups)];
  return {
    accepted: Object.assign({}, ...notes, accepted),
    groups: all.filter(({ code }, place) => all.findIndex((one) => one.code === code) === place),
  };
}

/** Returns that stand, the earlier quarters first: what is told later is told with more knowledge. */
function inTurn(standing: readonly StandingReturn[]): CollectedReturn[] {
  const found = standing.flatMap(({ stands }) => stands ?? []);
  return found.sort((a, b) => (a.quarter < b.quarter ? -1 : Number(a.quarter > b.quarter)));
}

/** Puts the rows of a return in their places; gives what it says otherwise of earlier quarters. */
function takeIn(
  figures: CollatedFigures,
  source: CollectedReturn,
  { notRevising }: CollationChoices,
): FigureChange[] {
  const { figures: table, area, quarter } = source;
  const [place, number] = [figures.placeOf(area), figures.take(source)];
  const reasons = new Map(source.revisions.map(({ at, reason }) => [seriesKey(at), reason]));
  const revises = !notRevising.includes(source.id);
  const changes: FigureChange[] = [];
  for (const [row, key] of table.series.entries()) {
    const series = figures.open(key);
    const held = figures.at(series, place);
    const at = figures.series[series];
    const isEarlier = at !== undefined && quarterIn(at.period) !== quarter;
    if (isEarlier && !revises) continue;
    if (!held) {
      figures.put(series, place, number, row);
      continue;
    }
    const [was, is] = [heldOutcome(held), outcomeAt(table, row)];
    const reason = reasons.get(key) ?? null;
    if (sameOutcome(was, is) || !putsRight(was, is, reason)) continue;
    figures.put(series, place, number, row);
    changes.push({ ...changeOf(held, source, key, was, is), kind: 'revised', reason });
  }
  return changes;
}

/** A later return that merely does not have a figure takes none away, unless it says that it means to. */
function putsRight(was: Outcome, is: Outcome, reason: string | null): boolean {
  const isNothing = is.kind === 'missing' || is.kind === 'not available';
  const wasNothing = was.kind === 'missing' || was.kind === 'not available';
  return !isNothing || wasNothing || reason !== null;
}

/** What the return that stands says otherwise than the latest of those that it stands in place of. */
function replacedIn({ stands, others }: StandingReturn): FigureChange[] {
  const [before] = others;
  if (!stands || !before) return [];
  const rows = new Map(before.figures.series.map((key, row) => [key, row]));
  return stands.figures.series.flatMap((key, row): FigureChange[] => {
    const earlier = rows.get(key);
    if (earlier === undefined) return [];
    const was = outcomeAt(before.figures, earlier);
    const is = outcomeAt(stands.figures, row);
    if (sameOutcome(was, is)) return [];
    const held = { table: before.figures, row: earlier, source: before };
    return [{ ...changeOf(held, stands, key, was, is), kind: 'replaced', reason: null }];
  });
}

function changeOf(
  { source }: HeldFigure,
  by: CollectedReturn,
  key: string,
  was: Outcome,
  is: Outcome,
): Omit<FigureChange, 'kind' | 'reason'> {
  return { area: by.area, at: placeIn(key), was, is, from: source.id, by: by.id };
}

/** Takes two outcomes; tells whether they say the same, the words of a reason aside. */
function sameOutcome(one: Outcome, other: Outcome): boolean {
  if (one.kind === 'ratio' && other.kind === 'ratio') {
    return (
      one.numerator === other.numerator &&
      one.denominator === other.denominator &&
      one.scale === other.scale
    );
  }
  if ('value' in one && 'value' in other)
    return one.kind === other.kind && one.value === other.value;
  return one.kind === other.kind;
}
