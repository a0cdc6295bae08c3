import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Country, countryOf } from '../../fixtures/country/country.ts';
import { policyOf } from '../../fixtures/country/safe-to-share.ts';
import { documentSent, usualSending } from '../../fixtures/country/sending.ts';
import { totalTellingMore } from '../../src/collate/audit-totals.ts';
import { collate } from '../../src/collate/collate.ts';
import { collectedReturn } from '../../src/collate/collected.ts';
import { makePack } from '../../src/collate/make-pack.ts';
import { withPseudonyms } from '../../src/collate/pseudonyms.ts';
import { shareableCollation } from '../../src/collate/shareable.ts';
import { AUDIT_VERSION } from '../../src/disclosure/audit.ts';
import { loadSolver } from '../../src/disclosure/highs.ts';
import type { BenchmarkPack, PackTreatment } from '../../src/model/benchmark-pack.ts';
import { type CollectedReturn, NO_CHOICES, seriesKey } from '../../src/model/collation.ts';
import type { Observation } from '../../src/model/observation.ts';
import { type Quarter, stepQuarter } from '../../src/model/period.ts';
import { published } from '../../src/spec/published.ts';
import { spec } from '../../src/spec/spec.ts';
import { KNOWN, files } from '../unit/collate/made.ts';
import type { PackView } from './pack-known.ts';
import { learntFromTotals, recoveredFromPack } from './pack-learnt.ts';
import { safeReturns } from './page/safe-returns.ts';
import { type Primary, primariesIn, truthOf } from './primaries.ts';

/** How many authorities the pack is of. */
const AUTHORITIES = Number(process.env['QUARTERLIGHT_RUNS'] ?? 4);
const SEED = Number(process.env['QUARTERLIGHT_SEED'] ?? 7);
const NOW: Quarter = '2025-26 Q1';
const BEFORE = stepQuarter(NOW, -1);
const POLICY = policyOf(spec);
const { measures, breakdowns, disclosure } = spec;
const DEFINITIONS = { measures, breakdowns, identities: disclosure.identities };
const SHAREABLE: PackTreatment = { kind: 'shareable', policy: POLICY };

const ASKED = { title: 'A pack', made: '2025-08-01T09:00:00Z', remarks: [] };

type Rows = readonly Observation[];

/** An authority's two quarters: as they truly are, and as it would share them itself. */
interface Told {
  readonly complete: readonly [CollectedReturn, CollectedReturn];
  readonly shared: readonly CollectedReturn[];
  readonly truth: ReadonlyMap<string, number>;
  readonly primaries: readonly Primary[];
}

// A region where there are enough in it, so that it has a total of its own; else as many of all.
const country: Country = countryOf(
  { spec, published },
  {
    ...{ seed: SEED, from: BEFORE, to: NOW, withYears: false },
    ...(AUTHORITIES > 12 ? {} : { region: 'North East' }),
  },
);
const codes = country.authorities.slice(0, AUTHORITIES).map(({ code }) => code);
const half = Math.floor(codes.length / 2);
/** They overlap by one authority. */
const GROUPS = [
  { code: 'first', name: 'First', members: codes.slice(0, half + 1) },
  { code: 'second', name: 'Second', members: codes.slice(half) },
];

async function toldBy(code: string): Promise<Told> {
  const authority = country.authorities.find((one) => one.code === code);
  if (!authority) throw new RangeError(`there is no ${code}`);
  const [before, now] = [
    { authority, quarter: BEFORE },
    { authority, quarter: NOW },
  ];
  const truth = [country.observations(before), country.observations(now)] as const;
  const [first = [], second = []] = await safeReturns(truth, POLICY);
  const sent = (whose: typeof now, rows: Rows, shown: Rows | null): CollectedReturn => {
    const sending = { ...usualSending(country, whose), from: 'an extract' } as const;
    const kind = shown ? 'shareable' : 'collator';
    const audit = {
      policy: POLICY.id,
      version: AUDIT_VERSION,
      observations: 0,
      withheld: 0,
      against: [],
    };
    const made = () => ({ observations: shown ?? [], audit });
    const document = documentSent(country, whose, { ...sending, kind }, rows, made);
    const sha256 = `${code} ${whose.quarter} ${kind}`;
    return collectedReturn({
      ...{ name: sha256, form: 'json', sha256, document, asWritten: true, remarks: [] },
    });
  };
  return {
    complete: [sent(before, truth[0], null), sent(now, truth[1], null)],
    shared: [sent(before, truth[0], first), sent(now, truth[1], second)],
    truth: truthOf(truth, DEFINITIONS),
    primaries: primariesIn(truth, POLICY, DEFINITIONS),
  };
}

const solver = loadSolver(createRequire(import.meta.url).resolve('highs/runtime'));

/** What the core makes of returns. */
async function packOf(returns: readonly CollectedReturn[]): Promise<BenchmarkPack> {
  const sharing = { policy: POLICY, before: [], solve: await solver };
  const whole = collate(files(...returns), { ...NO_CHOICES, groups: GROUPS });
  const { collation } = await shareableCollation(whole, sharing, KNOWN, () => undefined);
  return makePack(collation, { ...ASKED, treatment: SHAREABLE }, KNOWN);
}

/** Takes a pack and by authority’s code in it what it told; gives all that a reader has. */
function viewOf(pack: BenchmarkPack, told: ReadonlyMap<string, Told>): PackView {
  const ranges = new Map(
    pack.totals.map(({ area, at, range }) => [`${area} ${seriesKey(at)}`, range]),
  );
  return {
    ...{ areas: pack.areas, observations: [...pack.observations], definitions: DEFINITIONS },
    policyOf: () => POLICY,
    truths: new Map([...told].map(([code, { truth }]) => [code, truth])),
    rangeOf: (total) => {
      const range = ranges.get(`${total.area} ${seriesKey(total)}`);
      return range ? { least: range.least, most: range.most ?? Infinity } : null;
    },
  };
}

/** Which returns of an authority are given, by its place: both kinds, one of them, or one quarter of each. */
const RETURNS = {
  'complete returns': ({ complete }: Told) => complete,
  'shareable returns': ({ shared }: Told) => shared,
  'some of each': ({ complete, shared }: Told, place: number) => {
    const [[, now], [before]] = [complete, shared];
    return (
      [complete, shared, [...complete, ...shared], before ? [before, now] : []][place % 4] ?? []
    );
  },
} satisfies Record<string, (one: Told, place: number) => readonly CollectedReturn[]>;

function primariesOf(told: ReadonlyMap<string, Told>) {
  return new Map([...told].map(([code, { primaries }]) => [code, primaries]));
}

describe(`a pack of ${codes.length} authorities and two quarters, as it is made to be shared`, () => {
  const told = new Map<string, Told>();
  const packs = new Map<string, Promise<BenchmarkPack>>();
  const made = (name: keyof typeof RETURNS) => {
    const pack = packs.get(name) ?? packOf([...told.values()].flatMap(RETURNS[name]));
    packs.set(name, pack);
    return pack;
  };
  beforeAll(async () => {
    for (const code of codes) told.set(code, await toldBy(code));
  }, 7_200_000);

  it.each(['complete returns', 'shareable returns', 'some of each'] as const)(
    'gives no number away that anybody withheld, from %s',
    async (name) => {
      const pack = await made(name);
      const kinds = pack.areas.map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'group')).toHaveLength(2);
      expect(kinds).toContain('region');
      const view = viewOf(pack, told);
      expect(withheldIn(view)).toBeGreaterThan(1000);
      expect(recoveredFromPack(view, primariesOf(told))).toEqual([]);
    },
    7_200_000,
  );

  it('gives none away without names, nor any that is not small itself', async () => {
    const { pack, key } = await withPseudonyms(await made('some of each'), 'salt');
    const hidden = new Map([...told].map(([code, one]) => [key.names[code]?.code ?? '', one]));
    const view = viewOf(pack, hidden);
    expect(recoveredFromPack(view, primariesOf(hidden))).toEqual([]);
    expect(learntFromTotals(view)).toEqual([]);
  }, 7_200_000);

  it('gives many away where its totals are those of complete returns, and its audit says so', async () => {
    const pack = await made('complete returns');
    const returns = [...told.values()].flatMap(({ complete }) => complete);
    const whole = collate(files(...returns), { ...NO_CHOICES, groups: GROUPS });
    const full = makePack(
      whole,
      { ...ASKED, treatment: { kind: 'full', agreement: 'none' } },
      KNOWN,
    );
    const inside = ({ area }: Observation) => told.has(area);
    const open: BenchmarkPack = {
      ...pack,
      observations: [
        ...[...pack.observations].filter(inside),
        ...[...full.observations].filter((one) => !inside(one)),
      ],
      totals: full.totals,
    };
    expect(totalTellingMore(open, KNOWN.authorities)).not.toBeNull();
    const small = [...told.values()].flatMap(({ primaries }) => primaries).length;
    const recovered = recoveredFromPack(viewOf(open, told), primariesOf(told));
    expect(small).toBeGreaterThan(1000);
    // The more a total adds up, the fewer of them it tells.
    expect(recovered.length / small).toBeGreaterThan(AUTHORITIES > 12 ? 0.2 : 0.4);
  }, 7_200_000);
});

function withheldIn({ observations }: PackView): number {
  return observations.filter(({ outcome }) => outcome.kind === 'withheld').length;
}
