import { sha256 } from '../files/sha256.ts';
import type { BenchmarkPack, PackArea } from '../model/benchmark-pack.ts';
import type { PseudonymKey } from '../model/collation.ts';
import { ObservationRows } from '../model/observation-columns.ts';
import type { Observation, Observations } from '../model/observation.ts';

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
  return {
    key,
    pack: {
      ...pack,
      areas: areas.sort(byKindAndCode),
      provenance: [],
      remarks: [],
      observations: hiddenObservations(pack, key),
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

/** In reading order areas of one figure stand by their codes: columns see to that. */
function hiddenObservations(pack: BenchmarkPack, key: PseudonymKey): Observations {
  const rows = new ObservationRows();
  for (const one of pack.observations) rows.add(hiddenObservation(one, key));
  return rows.columns();
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

/** A, B … Z, AA, AB … */
function lettersOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : lettersOf(Math.floor(place / 26) - 1) + last;
}
