import type { FigureColumns } from '../../compare/columns.ts';
import type { CollationRemark } from '../../model/collation.ts';
import { isYear } from '../../model/period.ts';
import type { Collation } from '../collate.ts';
import type { CollateKnown } from '../known.ts';
import { Versions } from '../versions.ts';
import { Ground } from './ground.ts';
import { historyRemarks } from './history.ts';
import { identityRemarks } from './identities.ts';
import { othersRemarks } from './others.ts';
import { publishedRemarks } from './published-year.ts';
import { sumRemarks } from './sums.ts';

/** Takes a collation, what it is held against and the published figures; gives all that is odd in it. */
export function remarksOn(
  collation: Collation,
  known: CollateKnown,
  published: FigureColumns | null,
): CollationRemark[] {
  const ground = new Ground(collation, known);
  return [
    ...sumRemarks(ground),
    ...identityRemarks(ground),
    ...historyRemarks(ground),
    ...(published ? publishedRemarks(ground, published) : []),
    ...othersRemarks(ground),
    ...versionRemarks(ground),
  ];
}

/** Marks each whole figure that is by another version of its definition than the one for its quarter, where no rule makes it the same. */
function* versionRemarks(ground: Ground): Iterable<CollationRemark> {
  const { figures } = ground.collation;
  const versions = new Versions(ground.known);
  for (const [series, at] of figures.series.entries()) {
    if (at.cell !== null || isYear(at.period)) continue;
    const valid = versions.inForce(at.measure, at.period);
    for (const [place, area] of figures.areas.entries()) {
      const held = figures.at(series, place);
      const version = held?.table.version[held.row] ?? valid;
      if (version === null || valid === null) continue;
      if (versions.counts(at.measure, at.figure, at.period, version)) continue;
      const says = `it is by version ${version} of its definition, and version ${valid} is the one for the quarter. It is in no total.`;
      yield ground.remark('older version', area, at, says);
    }
  }
}
