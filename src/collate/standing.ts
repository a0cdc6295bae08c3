import type {
  CollationChoices,
  CollectedFile,
  CollectedReturn,
  StandingReturn,
} from '../model/collation.ts';

/** A file that is another once more, by its hash. */
export interface RepeatedFile {
  /** Its place among the files. */
  readonly place: number;
  readonly path: string;
  readonly sameAs: string;
}

/** Takes files in the order they were given; gives those that hold the very bytes of one before. */
export function repeatedFiles(files: readonly CollectedFile[]): RepeatedFile[] {
  const first = new Map<string, string>();
  return files.flatMap(({ path, sha256 }, place) => {
    if (sha256 === null) return [];
    const sameAs = first.get(sha256);
    if (sameAs !== undefined) return [{ place, path, sameAs }];
    first.set(sha256, path);
    return [];
  });
}

/** Takes an area and a quarter; gives the key that a choice of what stands for them has. */
function standingKey({ area, quarter }: Pick<CollectedReturn, 'area' | 'quarter'>): string {
  return `${area} ${quarter}`;
}

/** Takes files and choices; gives for each authority and quarter which return stands: the latest, unless a person chose another. */
export function standingReturns(
  files: readonly CollectedFile[],
  { standing }: Pick<CollationChoices, 'standing'>,
): StandingReturn[] {
  const groups = new Map<string, CollectedReturn[]>();
  for (const one of distinctReturns(files)) {
    const key = standingKey(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.keys()].sort().flatMap((key) => {
    const latestFirst = (groups.get(key) ?? []).sort(byLatest);
    const [latest] = latestFirst;
    if (!latest) return [];
    const { area, quarter } = latest;
    const choice = standing[key];
    const asked = latestFirst.find(({ id }) => id === choice);
    // A choice of what is no longer given chooses nothing.
    const chosen = choice === null || asked !== undefined;
    const stands = choice === null ? null : (asked ?? latest);
    return [{ area, quarter, stands, others: latestFirst.filter((o) => o !== stands), chosen }];
  });
}

/** Each return once: what a pack tells of one gives way to the return itself. */
function distinctReturns(files: readonly CollectedFile[]): CollectedReturn[] {
  const met = new Map<string, CollectedReturn>();
  for (const file of files) {
    if (file.kind === 'refused') continue;
    for (const one of file.returns) {
      const key = `${one.sha256} ${standingKey(one)}`;
      const known = met.get(key);
      if (!known || (known.place !== null && one.place === null)) met.set(key, one);
    }
  }
  return [...met.values()];
}

/** By version, then by when it was made; of two made at once the complete one, the one signed off, then any, always the same. */
function byLatest(a: CollectedReturn, b: CollectedReturn): number {
  const complete = (one: CollectedReturn) => Number(one.treatment.kind === 'collator');
  return (
    b.version - a.version ||
    Number(a.made < b.made) - Number(a.made > b.made) ||
    complete(b) - complete(a) ||
    Number(b.signedOff) - Number(a.signedOff) ||
    (a.id < b.id ? -1 : 1)
  );
}
