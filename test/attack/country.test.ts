import { describe, expect, it } from 'vitest';
import { countryOf } from '../../fixtures/country/country.ts';
import { asRealReturns, policyOf } from '../../fixtures/country/safe-to-share.ts';
import type { PackArea } from '../../src/model/benchmark-pack.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import { published } from '../../src/spec/published.ts';
import { spec } from '../../src/spec/spec.ts';
import type { PackView } from './pack-known.ts';
import { learntFromTotals, recoveredFromPack } from './pack-learnt.ts';
import { primariesIn, truthOf } from './primaries.ts';

const NOW = '2025-26 Q1';
const POLICY = policyOf(spec);
const { measures, breakdowns, disclosure } = spec;
const DEFINITIONS = { measures, breakdowns, identities: disclosure.identities };

type Told = readonly Observation[];

/** Some authorities, all of them, a part of it, and a part that overlaps with that. */
function areasOf(codes: readonly string[]): PackArea[] {
  const groups = { all: codes, first: codes.slice(0, 5), second: codes.slice(3) };
  return [
    ...codes.map((code): PackArea => ({
      ...{
        kind: 'authority',
        code,
        name: code,
        region: 'North East',
        synthetic: true,
        earlyHelp: null,
      },
    })),
    ...Object.entries(groups).map(([code, members]): PackArea => ({
      ...{ kind: 'group', code, name: code, members, synthetic: true },
    })),
  ];
}

const keyOf = ({ measure, figure, period, cell }: Observation) =>
  JSON.stringify([measure, figure, period, cell]);

/** The totals of what is told; where any of it is withheld, so are they. */
function totalsOf(areas: readonly PackArea[], told: ReadonlyMap<string, Told>): Observation[] {
  return areas.flatMap((area) => {
    if (area.kind === 'authority') return [];
    const groups = new Map<string, Observation[]>();
    for (const one of area.members.flatMap((code) => told.get(code) ?? [])) {
      const own = groups.get(keyOf(one));
      if (own) own.push(one);
      else groups.set(keyOf(one), [one]);
    }
    return [...groups.values()].flatMap((own) => {
      const [first] = own;
      return first
        ? [{ ...first, area: area.code, outcome: sumOf(own.map(({ outcome }) => outcome)) }]
        : [];
    });
  });
}

/** By figure, the authorities that withhold it. */
function hiding(told: ReadonlyMap<string, Told>): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const one of [...told.values()].flat()) {
    if (one.outcome.kind !== 'withheld') continue;
    const key = keyOf(one);
    found.set(key, (found.get(key) ?? new Set()).add(one.area));
  }
  return found;
}

function sumOf(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.some(({ kind }) => kind === 'withheld')) return { kind: 'withheld' };
  const counts = outcomes.flatMap((one) => (one.kind === 'count' ? [one.value] : []));
  if (counts.length > 0) return { kind: 'count', value: counts.reduce((sum, one) => sum + one, 0) };
  const sum = { numerator: 0, denominator: 0, scale: 0 };
  for (const one of outcomes) {
    if (one.kind !== 'ratio') continue;
    sum.numerator += one.numerator;
    sum.denominator += one.denominator;
    sum.scale = one.scale;
  }
  return sum.denominator > 0
    ? { kind: 'ratio', ...sum }
    : { kind: 'not applicable', reason: 'there were none' };
}

describe('a pack of several authorities', () => {
  it('gives no number away where a total is withheld with any part of it, and many where it is not', async () => {
    const country = countryOf(
      { spec, published },
      { seed: 7, region: 'North East', from: NOW, to: NOW, withYears: false },
    );
    const makeShareable = await asRealReturns(spec);
    const truly = new Map<string, Told>();
    const told = new Map<string, Told>();
    for (const whose of [...country.expected()].slice(0, 8)) {
      const truth = country.observations(whose);
      truly.set(whose.authority.code, truth);
      told.set(whose.authority.code, makeShareable(truth).observations);
    }
    const areas = areasOf([...truly.keys()]);
    const view = (totals: readonly Observation[]): PackView => ({
      ...{ areas, observations: [...[...told.values()].flat(), ...totals] },
      ...{ policyOf: () => POLICY, definitions: DEFINITIONS },
      truths: new Map([...truly].map(([code, rows]) => [code, truthOf([rows], DEFINITIONS)])),
    });
    const primaries = new Map(
      [...truly].map(([code, rows]) => [code, primariesIn([rows], POLICY, DEFINITIONS)]),
    );
    const small = [...primaries.values()].flat().length;
    expect(truly.size).toBe(8);
    expect(small).toBeGreaterThan(1000);

    const safe = view(totalsOf(areas, told));
    expect(learntFromTotals(safe)).toEqual([]);
    expect(recoveredFromPack(safe, primaries)).toEqual([]);

    const open = totalsOf(areas, truly);
    const recovered = recoveredFromPack(view(open), primaries);
    const hidden = hiding(told);
    const byThumb = open.filter((total) => {
      const area = areas.find(({ code }) => code === total.area);
      const members = area && area.kind !== 'authority' ? area.members : [];
      return members.filter((code) => hidden.get(keyOf(total))?.has(code)).length !== 1;
    });
    const stillRecovered = recoveredFromPack(view(byThumb), primaries);
    expect(recovered.length / small).toBeGreaterThan(0.4);
    expect(stillRecovered.length / small).toBeGreaterThan(0.1);
  });
});
