import type { CollationView, ToldChanges, ToldFile, ToldReturn } from '../model/collation-view.ts';
import type { CollationRemark, CollectedReturn, FigureChange } from '../model/collation.ts';
import type { Collation } from './collate.ts';
import { expectedOf } from './expected.ts';
import type { CollateKnown } from './known.ts';
import { letterAbout } from './letter.ts';
import { totalAreas } from './total-areas.ts';

/** Of one return, so many changes are listed: the rest are counted. */
const LISTED = 100;

/** Takes a collation, the remarks on it and what is known; gives what it tells of itself. */
export function viewOf(
  collation: Collation,
  remarks: readonly CollationRemark[],
  known: CollateKnown,
): CollationView {
  const { standing, choices } = collation;
  const stand = standing.flatMap(({ stands }) => stands ?? []);
  return {
    ...{ files: filesTold(collation), remarks, choices },
    quarters: [...new Set(stand.map(({ quarter }) => quarter))].sort().reverse(),
    standing: standing
      .filter(({ others, chosen }) => others.length > 0 || chosen)
      .map(({ area, quarter, stands, others, chosen }) => {
        const all = [...(stands ? [stands] : []), ...others];
        const name = all[0]?.name ?? area;
        return {
          ...{ area, name, quarter, chosen, stands: stands?.id ?? null },
          returns: all.map(returnTold),
        };
      }),
    changes: changesTold(collation, stand),
    areas: totalAreas(collation, known).map(({ kind, code, name, members }) => ({
      ...{ kind, code, name, members },
    })),
    expected: expectedOf(collation, known),
    figures: stand.reduce((all, { figures }) => all + figures.kind.length, 0),
    hasComplete: stand.some(({ treatment }) => treatment.kind === 'collator'),
  };
}

function filesTold({ files, repeated }: Collation): ToldFile[] {
  return files.map((file, place): ToldFile => {
    const { path } = file;
    const sameAs = repeated.find((one) => one.place === place)?.sameAs ?? null;
    const told = { place, path, letter: letterAbout(file), sameAs };
    if (file.kind === 'refused') {
      const { kind, because, says, todo } = file;
      return { ...told, kind, because, says, todo };
    }
    const { kind, holds, remarks, returns } = file;
    return { ...told, kind, holds, remarks, returns: returns.map(returnTold) };
  });
}

function returnTold(one: CollectedReturn): ToldReturn {
  const { id, area, name, quarter, version, made, signedOff, treatment, revisions } = one;
  return {
    ...{ id, area, name, quarter, version, made, signedOff },
    isComplete: treatment.kind === 'collator',
    revisions: revisions.length,
  };
}

function changesTold(
  { changes, choices }: Collation,
  stand: readonly CollectedReturn[],
): ToldChanges[] {
  const groups = new Map<string, FigureChange[]>();
  for (const change of changes) {
    const key = `${change.kind} ${change.by}`;
    const own = groups.get(key);
    if (own) own.push(change);
    else groups.set(key, [change]);
  }
  const taken = [...groups.values()].flatMap((own): ToldChanges[] => {
    const [first] = own;
    const by = stand.find(({ id }) => id === first?.by);
    if (!first || !by) return [];
    const wholesFirst = [...own].sort(
      (a, b) => Number(a.at.cell !== null) - Number(b.at.cell !== null),
    );
    return [
      {
        ...{ kind: first.kind, area: first.area, name: by.name, by: by.id, quarter: by.quarter },
        ...{ count: own.length, changes: wholesFirst.slice(0, LISTED), left: false },
      },
    ];
  });
  // What is not taken up changes nothing, and must still be there to be taken up after all.
  const left = stand
    .filter(({ id }) => choices.notRevising.includes(id))
    .map(({ id, area, name, quarter }): ToldChanges => ({
      ...{ kind: 'revised', area, name, by: id, quarter, count: 0, changes: [], left: true },
    }));
  return [...taken, ...left];
}
