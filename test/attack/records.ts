import { type Count, goesOn } from './counting.ts';
import { ageIn } from './child.ts';
import { grouped } from './grouped.ts';
import type { Story } from './stories.ts';

/** A record that a measure counts: the cells it is in by each breakdown, and the conditions it meets. */
export interface CountedRecord {
  readonly cells: Readonly<Record<string, string>>;
  readonly meets: ReadonlySet<string>;
}

/** Takes how a measure counts, and the quarters of a period, the first first; gives its records. */
export function recordsIn(count: Count, quarters: readonly number[]): CountedRecord[] {
  const met = quarters.flatMap((quarter) =>
    count.of
      .filter((story) => isIn(story, count.when, quarter))
      .map((story) => ({ story, record: recordOf(story, quarter, count) })),
  );
  const byChild = [...grouped(met, ({ story }) => story.child.number).values()].map((all) =>
    all.map(({ record }) => record),
  );
  if (count.once === true)
    return byChild.map((all) => ({
      cells: all[0]?.cells ?? {},
      meets: new Set(all.flatMap(({ meets }) => [...meets])),
    }));
  const { firstOfChild } = count;
  if (firstOfChild === undefined) return met.map(({ record }) => record);
  return byChild.flatMap((all) =>
    all.map((record, place) =>
      place > 0 ? record : { ...record, meets: new Set([...record.meets, firstOfChild]) },
    ),
  );
}

function isIn(story: Story, when: Count['when'], quarter: number): boolean {
  return when === 'goes on' ? goesOn(story, quarter) : story[when] === quarter;
}

function recordOf(story: Story, quarter: number, { conditions }: Count): CountedRecord {
  const met = Object.entries(conditions).filter(([, isMet]) => isMet(story, quarter));
  return {
    cells: { ...story.child.stays, ...story.words, age: ageIn(story.child, quarter) },
    meets: new Set(met.map(([condition]) => condition)),
  };
}
