import type { Day } from './calendar.ts';
import { cell } from './rows.ts';
import type { Births, Span } from './rows.ts';

export type CarePeriod = {
  readonly person: string;
  readonly start: Day;
  readonly end: Day | null;
  readonly ceasedReason: string | null;
};

function inOrder(a: Span, b: Span): number {
  if (a.start !== b.start) return a.start - b.start;
  if ((a.end === null) !== (b.end === null)) return a.end === null ? 1 : -1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** In order, and an episode left open ends on the day the next one starts. */
function chained(episodes: readonly Span[]): Span[] {
  const ordered = [...episodes].sort(inOrder);
  return ordered.map((episode, place) => {
    const next = ordered[place + 1];
    return episode.end === null && next !== undefined ? { ...episode, end: next.start } : episode;
  });
}

function splitWhereApart(chain: readonly Span[]): Span[][] {
  const stretches: Span[][] = [];
  let current: Span[] = [];
  let latestEnd: Day | null = null;
  for (const episode of chain) {
    if (current.length > 0 && latestEnd !== null && episode.start > latestEnd + 1) {
      stretches.push(current);
      current = [];
      latestEnd = null;
    }
    current.push(episode);
    if (episode.end !== null) latestEnd = Math.max(latestEnd ?? episode.end, episode.end);
  }
  if (current.length > 0) stretches.push(current);
  return stretches;
}

function periodOf(chain: readonly Span[]): CarePeriod | null {
  const first = chain[0];
  const last = chain[chain.length - 1];
  if (first === undefined || last === undefined) return null;
  let latest = first;
  for (const episode of chain) {
    if (episode.end !== null && (latest.end === null || episode.end >= latest.end)) {
      latest = episode;
    }
  }
  return {
    person: first.person,
    start: first.start,
    end: last.end === null ? null : latest.end,
    ceasedReason: cell(latest.row, 'clae_cla_episode_ceased_reason'),
  };
}

function groupedBy(rows: readonly Span[], keyOf: (row: Span) => string): Map<string, Span[]> {
  const groups = new Map<string, Span[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row)) ?? [];
    group.push(row);
    groups.set(keyOf(row), group);
  }
  return groups;
}

function stretchesOfCare(episodes: readonly Span[]): Span[][] {
  const careId = (episode: Span): string | null => cell(episode.row, 'clae_cla_id');
  const withId = episodes.filter((episode) => careId(episode) !== null);
  const byId = groupedBy(withId, (episode) => careId(episode) ?? '');
  if (byId.size < 2) return splitWhereApart(chained(episodes));
  const withoutId = episodes.filter((episode) => careId(episode) === null);
  return [...[...byId.values()].map(chained), ...splitWhereApart(chained(withoutId))];
}

export function carePeriods(episodes: readonly Span[], births: Births): CarePeriod[] {
  const periods: CarePeriod[] = [];
  for (const [person, own] of groupedBy(episodes, (episode) => episode.person)) {
    const born = births.get(person);
    for (const stretch of stretchesOfCare(own)) {
      const period = periodOf(stretch);
      if (period === null) continue;
      if (born === undefined || period.start >= born) periods.push(period);
    }
  }
  return periods;
}
