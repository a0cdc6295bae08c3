import { protect } from '../disclosure/protect.ts';
import type { Solve } from '../disclosure/solver.ts';
import type { BenchmarkPack } from '../model/benchmark-pack.ts';
import type { CollectedFile, CollectedReturn } from '../model/collation.ts';
import type { DisclosurePolicy, EarlierReturn } from '../model/disclosure.ts';
import type { Observation } from '../model/observation.ts';
import type { OnProgress } from '../model/progress.ts';
import { inColumns } from '../return/reading-order.ts';
import { type Collation, collate } from './collate.ts';
import { observationAt, tableOf } from './figure-table.ts';
import type { HeldFigure } from './figures.ts';
import type { CollateKnown } from './known.ts';

/** What makes a collation safe to share. */
export interface Sharing {
  /** Of complete returns; a shareable one stays as its authority treated it. */
  readonly policy: DisclosurePolicy;
  /** Shareable packs that were given out before, each with the hash of its file. */
  readonly before: readonly { readonly pack: BenchmarkPack; readonly sha256: string }[];
  readonly solve: Solve;
}

/** A collation in which every number is safe to show, and what it leaves out, in sentences. */
export interface SharedCollation {
  readonly collation: Collation;
  readonly leftOut: readonly string[];
}

/**
 * Takes a collation, what it is protected by and what is known; gives what of it may be shared. An authority that sent any
 * shareable return is told by these alone: what it chose to share is what is shared. Of one that sent none, all complete returns
 * are protected and audited as one, so that no quarter gives away another. What was changed since it was written is left out: no
 * audit says what it gives away. Throws what `on` throws: so it is stopped.
 */
export async function shareableCollation(
  collation: Collation,
  sharing: Sharing,
  known: CollateKnown,
  on: OnProgress,
): Promise<SharedCollation> {
  const sharers = new Set(
    returnsIn(collation.files).flatMap(({ area, treatment }) =>
      treatment.kind === 'shareable' ? [area] : [],
    ),
  );
  const asWritten = collation.files.filter((file) => file.kind === 'accepted' && file.asWritten);
  const own = collate(onlyWhere(asWritten, isShareable), collation.choices);
  const made: CollectedReturn[] = [];
  for (const [place, area] of collation.figures.areas.entries()) {
    if (sharers.has(area)) continue;
    const share = place / collation.figures.areas.length;
    on({ step: `Withholding small numbers of ${nameIn(collation, area)}`, share });
    // Each takes seconds: meanwhile the work can be stopped.
    await new Promise((resolve) => setTimeout(resolve));
    made.push(...protectedReturns(collation, area, sharing, known));
  }
  const files = [...own.files, ...made.map(fileOf)];
  return {
    collation: collate(files, collation.choices),
    leftOut: leftOutOf(collation, own, sharers),
  };
}

function isShareable({ treatment }: CollectedReturn): boolean {
  return treatment.kind === 'shareable';
}

function returnsIn(files: readonly CollectedFile[]): CollectedReturn[] {
  return files.flatMap((file) => (file.kind === 'accepted' ? file.returns : []));
}

function onlyWhere(
  files: readonly CollectedFile[],
  isKept: (one: CollectedReturn) => boolean,
): CollectedFile[] {
  return files.flatMap((file) =>
    file.kind === 'accepted' ? [{ ...file, returns: file.returns.filter(isKept) }] : [],
  );
}

/** What an authority's complete returns say, as far as it stands, made safe together. */
function protectedReturns(
  { figures }: Collation,
  area: string,
  { policy, before, solve }: Sharing,
  { terms: { measures }, disclosure: rules }: CollateKnown,
): CollectedReturn[] {
  const place = figures.placeOf(area);
  const held = figures.series.flatMap((_, series) => figures.at(series, place) ?? []);
  const observations = held.map(({ table, row }) => observationAt(table, row, area));
  const asked = {
    ...{ observations, policy, measures, rules, today: observations },
    before: before.flatMap(({ pack, sha256 }) => earlierOf(pack, sha256, area)),
  };
  const { observations: safe } = protect(asked, solve, () => undefined);
  return bySource(held, safe).map(([source, own]) => ({
    ...source,
    treatment: { kind: 'shareable', policy },
    notes: [],
    // They say what a figure was: in the clear.
    revisions: [],
    figures: tableOf(own),
  }));
}

function earlierOf(pack: BenchmarkPack, sha256: string, area: string): EarlierReturn[] {
  if (pack.treatment.kind !== 'shareable') return [];
  const observations = [...inColumns(pack.observations, pack).of(area)];
  return [{ name: pack.title, sha256, policy: pack.treatment.policy, observations }];
}

function bySource(
  held: readonly HeldFigure[],
  safe: readonly Observation[],
): [CollectedReturn, Observation[]][] {
  const found = new Map<CollectedReturn, Observation[]>();
  for (const [place, { source }] of held.entries()) {
    const observation = safe[place];
    if (!observation) continue;
    const own = found.get(source) ?? [];
    own.push(observation);
    found.set(source, own);
  }
  return [...found];
}

function fileOf(one: CollectedReturn): CollectedFile {
  return {
    ...{ kind: 'accepted', path: one.id, sha256: one.sha256, holds: 'package', asWritten: true },
    ...{ remarks: [], returns: [one], definitions: [], breakdowns: [] },
    ...{ accepted: {}, groups: [] },
  };
}

/** Quarters that an authority sent complete and not to be shared, though it shared others, or that were changed since. */
function leftOutOf(collation: Collation, own: Collation, sharers: ReadonlySet<string>): string[] {
  const shared = new Set(own.standing.map(({ area, quarter }) => `${area} ${quarter}`));
  return collation.standing.flatMap(({ area, quarter, stands, others }) => {
    if (!stands || !sharers.has(area) || shared.has(`${area} ${quarter}`)) return [];
    return [stands, ...others].some(isShareable)
      ? [
          `${stands.name} sent ${quarter} to be shared, and the file was changed since it was written. Its ${quarter} is not in the shareable pack: ask for the file as Quarterlight wrote it.`,
        ]
      : [
          `${stands.name} sent ${quarter} as a collator’s return alone, and other quarters to be shared. Its ${quarter} is not in the shareable pack: ask for a shareable return of it.`,
        ];
  });
}

function nameIn({ standing }: Collation, area: string): string {
  return standing.find((one) => one.area === area)?.stands?.name ?? area;
}
