import { type CollationRemark, seriesKey } from '../../model/collation.ts';
import { type Identity, type NumberNamed, numbersOf } from '../../model/disclosure.ts';
import type { BreakdownCell } from '../../model/observation.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Period } from '../../model/period.ts';
import { heldOutcome } from '../figures.ts';
import type { Ground } from './ground.ts';
import { isRounded } from './sums.ts';

/** A number that an identity names, and what it is. */
interface Told {
  readonly named: NumberNamed;
  readonly value: number;
}

/** Gives a remark wherever an identity that holds by definition does not. What holds in some authorities alone is not asked for. */
export function* identityRemarks(ground: Ground): Iterable<CollationRemark> {
  const { figures } = ground.collation;
  const { identities } = ground.known.disclosure;
  const words = wordsBy(ground);
  const asked = identities.filter(
    ({ kind, whereTheyAgree }) => kind !== 'balance' && !whereTheyAgree,
  );
  for (const { period, cell } of placesIn(ground)) {
    for (const identity of asked) {
      if (cell && !identity.cells.includes(cell.by)) continue;
      const series = seriesOf(ground, identity, period, cell);
      if (series.size < 2) continue;
      for (const [place, area] of figures.areas.entries()) {
        const find: Find = (named) => toldAt(ground, place, named, series.get(named));
        const odd = oddAt(identity, find, words);
        const at = odd && figures.series[series.get(odd.at.named) ?? -1];
        if (at) yield ground.remark('identity', area, at, odd.says, identity.id);
      }
    }
  }
}

/** The place of each number's series, looked up once for all authorities. */
function seriesOf(
  { collation: { figures } }: Ground,
  identity: Identity,
  period: Period,
  cell: BreakdownCell | null,
): ReadonlyMap<NumberNamed, number> {
  const found = new Map<NumberNamed, number>();
  for (const named of numbersOf(identity)) {
    const { measure, figure } = named;
    const at = { measure, figure, period, cell: named.cell ?? cell };
    const place = figures.seriesPlace(seriesKey(at));
    if (place !== null) found.set(named, place);
  }
  return found;
}

/** Every period, whole and by each cell. */
function placesIn({ collation: { figures } }: Ground): {
  readonly period: Period;
  readonly cell: BreakdownCell | null;
}[] {
  const found = new Map(
    figures.series.map(({ period, cell }) => [
      `${period}|${cell?.by ?? ''}|${cell?.cell ?? ''}`,
      { period, cell },
    ]),
  );
  return [...found.values()];
}

function toldAt(
  { collation: { figures } }: Ground,
  area: number,
  named: NumberNamed,
  series: number | undefined,
): Told | null {
  const held = series === undefined ? null : figures.at(series, area);
  if (!held || isRounded(held)) return null;
  const value = numberIn(heldOutcome(held), named.part);
  return value === null ? null : { named, value };
}

function numberIn(outcome: Outcome, part: NumberNamed['part']): number | null {
  if (outcome.kind === 'not applicable' && part !== 'count') return 0;
  if (outcome.kind === 'count' && part === 'count') return outcome.value;
  return outcome.kind !== 'ratio' || part === 'count' ? null : outcome[part];
}

type Find = (named: NumberNamed) => Told | null;

/** Where it is odd, and what is. */
interface Odd {
  readonly at: Told;
  readonly says: string;
}

function oddAt(identity: Identity, find: Find, words: Words): Odd | null {
  switch (identity.kind) {
    case 'same': {
      const [first, ...others] = identity.numbers.flatMap((named) => find(named) ?? []);
      const other = others.find(({ value }) => value !== first?.value);
      if (!first || !other) return null;
      return odd(
        identity,
        first,
        `it is ${number(first)}, and ${words(other)} is ${number(other)}`,
      );
    }
    case 'part':
      return more(identity, find(identity.part), [find(identity.whole)], words);
    case 'covered':
      return more(identity, find(identity.whole), identity.by.map(find), words);
    case 'balance':
      return null;
  }
}

/** What is part of others together is no more than they are. */
function more(
  identity: Identity,
  part: Told | null,
  of: readonly (Told | null)[],
  words: Words,
): Odd | null {
  const found = of.filter((one) => one !== null);
  if (!part || found.length < of.length) return null;
  if (part.value <= found.reduce((sum, { value }) => sum + value, 0)) return null;
  const others = found.map((one) => `${words(one)} is ${number(one)}`).join(', ');
  return odd(identity, part, `it is ${number(part)}, and ${others}`);
}

function odd({ reason }: Identity, at: Told, says: string): Odd {
  return { at, says: `${says}. ${reason}` };
}

function number({ value }: Told): string {
  return value.toLocaleString('en-GB');
}

type Words = (told: Told) => string;

function wordsBy(ground: Ground): Words {
  return ({ named: { measure, figure, part, cell } }) => {
    const of = ground.words({ measure, figure, cell });
    return part === 'count' ? of : `the ${part} of ${of}`;
  };
}
