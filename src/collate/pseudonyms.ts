import { sha256 } from '../files/sha256.ts';
import type { BenchmarkPack, PackArea } from '../model/benchmark-pack.ts';
import type { PseudonymKey } from '../model/collation.ts';
import type { Observation } from '../model/observation.ts';

/** A pack without names, and the key to it, which is to be kept apart. */
export interface PseudonymPack {
  readonly pack: BenchmarkPack;
  readonly key: PseudonymKey;
}

const NO_RATE = 'left out, because the population would name the authority';

/**
 * Takes a pack and a text that nobody can guess; gives the pack with every authority's name and code replaced, in an order that
 * tells nothing, and the key. What would name an authority goes: its rates (they tell its population), provenance, answers on
 * early help, remarks and notes. It hides from a glance: who sets its figures beside published ones may know an authority again.
 */
export async function withPseudonyms(pack: BenchmarkPack, salt: string): Promise<PseudonymPack> {
  const authorities = pack.areas.filter(({ kind }) => kind === 'authority');
  const drawn = await Promise.all(
    authorities.map(async ({ code }) => ({ code, lot: await sha256(`${salt} ${code}`) })),
  );
  drawn.sort((a, b) => (a.lot < b.lot ? -1 : 1));
  const width = 3;
  const names = Object.fromEntries(
    drawn.map(({ code }, place) => [
      code,
      { code: String(place + 1).padStart(width, '0'), name: `Authority ${lettersOf(place)}` },
    ]),
  );
  const key = { names };
  const areas = pack.areas.map((area) => hiddenArea(area, key));
  const observations = Array.from(pack.observations, (one) => hiddenObservation(one, key));
  return {
    key,
    pack: {
      ...pack,
      areas: areas.sort(byKindAndCode),
      provenance: [],
      remarks: [],
      // In reading order areas of one figure stand by their codes.
      observations: sortedWithin(observations),
    },
  };
}

function hiddenArea(area: PackArea, { names }: PseudonymKey): PackArea {
  if (area.kind === 'authority') {
    const shown = names[area.code];
    return { ...area, ...shown, earlyHelp: null };
  }
  return { ...area, members: area.members.flatMap((code) => names[code]?.code ?? []).sort() };
}

function hiddenObservation(one: Observation, { names }: PseudonymKey): Observation {
  const shown = names[one.area];
  if (!shown) return one;
  if (one.denominatorFrom === null) return { ...one, area: shown.code };
  return {
    ...one,
    ...{ area: shown.code, denominatorFrom: null },
    outcome: { kind: 'not available', reason: NO_RATE },
  };
}

function byKindAndCode(a: PackArea, b: PackArea): number {
  const [one, other] = [a, b].map(({ kind }) => (kind === 'authority' ? 0 : 1));
  return (one ?? 0) - (other ?? 0) || (a.code < b.code ? -1 : 1);
}

/** Sorts the areas of each figure by their code; figures keep their order. */
function sortedWithin(observations: readonly Observation[]): Observation[] {
  const places = new Map<string, number>();
  const keyed = observations.map((one) => {
    const { measure, figure, period, cell } = one;
    const key = JSON.stringify([measure, figure, period, cell]);
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return { one, place };
  });
  keyed.sort((a, b) => a.place - b.place || (a.one.area < b.one.area ? -1 : 1));
  return keyed.map(({ one }) => one);
}

/** A, B … Z, AA, AB … */
function lettersOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : lettersOf(Math.floor(place / 26) - 1) + last;
}
