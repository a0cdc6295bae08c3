import type { BenchmarkPack } from '../model/benchmark-pack.ts';
import { seriesKey } from '../model/collation.ts';
import type { Observation } from '../model/observation.ts';
import { type Outcome, valueOf } from '../model/outcome.ts';

/**
 * Takes a shareable pack; tells which total says more than its members’ shown figures do, in words, or null. Each authority’s
 * figures are audited by themselves: for every withheld number there are complete sets of numbers that fit all that is shown
 * of it, one for each value of its range. A total that is worked out from shown figures alone is the same in each of them, so every
 * such set fits the pack as well, whatever other authorities’ numbers are. So that is all there is to look at.
 */
export function totalTellingMore({ areas, observations }: BenchmarkPack): string | null {
  const members = new Map(
    areas.flatMap((area) =>
      area.kind === 'authority' ? [] : [[area.code, area.members] as const],
    ),
  );
  const withheld = new Set<string>();
  const sums = new Map<string, Observation[]>();
  for (const one of observations) {
    if (members.has(one.area)) continue;
    if (one.outcome.kind === 'withheld') withheld.add(placeOf(one.area, one));
    const key = seriesKey(one);
    const own = sums.get(key) ?? [];
    own.push(one);
    sums.set(key, own);
  }
  const told = [...observations].find((one) => {
    const inside = members.get(one.area);
    if (!inside || valueOf(one.outcome) === null) return false;
    return (
      inside.some((member) => withheld.has(placeOf(member, one))) ||
      !isOfShown(one, sums.get(seriesKey(one)) ?? [], inside)
    );
  });
  return told ? `${told.area}, ${seriesKey(told)}` : null;
}

function placeOf(area: string, one: Observation): string {
  return `${area}|${seriesKey(one)}`;
}

/** Whether the number is the sum of the members’ shown numbers that are by its version, or of some of them. */
function isOfShown(
  { outcome, version }: Observation,
  all: readonly Observation[],
  inside: readonly string[],
): boolean {
  const shown = all.filter((one) => inside.includes(one.area));
  const sum = shown.reduce((total, one) => total + partOf(one.outcome), 0);
  const alike = shown.filter((one) => one.version === version);
  const own = alike.reduce((total, one) => total + partOf(one.outcome), 0);
  const is = partOf(outcome);
  return near(is, sum) || near(is, own);
}

function partOf(outcome: Outcome): number {
  if (outcome.kind === 'ratio') return outcome.numerator;
  return outcome.kind === 'count' || outcome.kind === 'amount' ? outcome.value : 0;
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(one));
}
