import { beforeAll, describe, expect, it } from 'vitest';
import { plantsOf } from '../../fixtures/country/plants.ts';
import { countryFiles } from '../../fixtures/country/files.ts';
import { asStandIn } from '../../fixtures/country/safe-to-share.ts';
import { type Collation, collate } from '../../src/collate/collate.ts';
import { makePack } from '../../src/collate/make-pack.ts';
import { type SharedCollation, shareableCollation } from '../../src/collate/shareable.ts';
import { Benchmark } from '../../src/compare/benchmark.ts';
import { packColumns } from '../../src/compare/from-observations.ts';
import { SlicedSource } from '../../src/compare/slice.ts';
import { noneIsSmall } from '../../src/disclosure/safe.ts';
import type { BenchmarkPack, PackTreatment } from '../../src/model/benchmark-pack.ts';
import { type CollectedFile, NO_CHOICES, seriesKey } from '../../src/model/collation.ts';
import type { Shown } from '../../src/model/comparison.ts';
import { headlineOf } from '../../src/model/measure.ts';
import type { Observation } from '../../src/model/observation.ts';
import { type Outcome, valueOf } from '../../src/model/outcome.ts';
import { writePack } from '../../src/return/pack.ts';
import { readPack } from '../../src/return/read/read-pack.ts';
import { spec } from '../../src/spec/spec.ts';
import { KNOWN, policy } from '../unit/collate/made.ts';
import { unzip } from '../unit/return/unzip.ts';
import { madeCountry, readAll } from './made-country.ts';
import { oddIn } from './told.ts';

const COUNTRY = madeCountry();
const QUARTER = COUNTRY.asked.to;
const FROM = COUNTRY.asked.region === undefined ? COUNTRY.asked.from : QUARTER;
/** What was sent: of a region in the last quarter, of the whole country in all that are asked for. */
const FILES = readAll(countryFiles(COUNTRY, asStandIn(spec), { from: FROM })).then((read) =>
  read.map(({ file }) => file),
);
const GROUPS = [0, 3].map((from) => ({
  ...{ code: `group-${from}`, name: `Group, “from ${from}”` },
  members: COUNTRY.authorities.slice(from, from + 4).map(({ code }) => code),
}));
/** Beside whose region it is looked. */
const OWN = ['888', '341'];
const FULL: PackTreatment = { kind: 'full', agreement: 'Agreement of 2019, made up for a test' };
const SHAREABLE: PackTreatment = { kind: 'shareable', policy: policy() };
const SYMBOLS: Readonly<Partial<Record<Outcome['kind'], string>>> = {
  ...{ withheld: 'c', missing: 'm', 'not applicable': 'z', 'not available': 'x' },
};

/** What was sent with all that is planted, every remark accepted; or what a pack has of it, with nothing chosen. */
function collationOf(files: readonly CollectedFile[], chosen: boolean): Collation {
  if (!chosen) return collate(files, NO_CHOICES);
  const choices = { ...NO_CHOICES, groups: GROUPS };
  const notes = oddIn(collate(files, choices)).map(({ id }) => [id, `=“Asked, and right”: ${id}`]);
  return collate(files, { ...choices, accepted: Object.fromEntries(notes) });
}

function packOf(collation: Collation, treatment: PackTreatment): BenchmarkPack {
  const asked = { title: 'A country, made up', made: '2024-03-01T09:00:00Z', treatment };
  return makePack(collation, { ...asked, remarks: oddIn(collation) }, KNOWN);
}

/** Complete returns would take seconds each to be made safe: those that were are here. */
function sharedOf(files: readonly CollectedFile[]): Promise<SharedCollation> {
  const given = files.filter(
    (file) =>
      file.kind === 'refused' || file.returns.every((one) => one.treatment.kind === 'shareable'),
  );
  const solve = () => {
    throw new RangeError('there is nothing left to make safe');
  };
  const sharing = { policy: policy(), before: [], solve };
  return shareableCollation(collationOf(given, true), sharing, KNOWN, () => undefined);
}

describe.each([
  ['full', FULL],
  ['shareable', SHAREABLE],
] as const)('a %s pack of what authorities sent', (kind, treatment) => {
  let pack: BenchmarkPack;
  let bytes: Uint8Array<ArrayBuffer>;

  beforeAll(async () => {
    const files = await FILES;
    pack = packOf(
      kind === 'full' ? collationOf(files, true) : (await sharedOf(files)).collation,
      treatment,
    );
    bytes = await writePack(pack, KNOWN.terms.standard);
  });

  it('is as it was when it is read back', async () => {
    const { pack: back, asWritten } = await readPack(bytes, 'pack.zip', KNOWN.read);
    expect(asWritten).toBe(true);
    expect([...back.observations]).toEqual([...pack.observations]);
    expect(back.totals).toEqual(pack.totals);
    expect(pack.remarks.length).toBeGreaterThan(3);
  });

  it('is the same pack, byte for byte, when it is made from its own CSV alone', async () => {
    const given = { path: 'pack.zip', bytes, plants: [] };
    const [again] = await readAll([given]);
    const made = packOf(collationOf(again ? [again.file] : [], false), treatment);
    expect(made.remarks).toEqual(pack.remarks);
    const other = await writePack(made, KNOWN.terms.standard);
    const [first, second] = [await unzip(bytes), await unzip(other)];
    expect([...second.keys()]).toEqual([...first.keys()]);
    for (const [name, text] of first) expect(linesUnlike(text, second.get(name) ?? '')).toEqual([]);
    expect(Buffer.from(other).equals(bytes)).toBe(true);
  });

  it('has every figure and every symbol in Compare', async () => {
    const { pack: back } = await readPack(bytes, 'pack.zip', KNOWN.read);
    const compared = new SlicedSource(packColumns(back, 'pack'));
    const found = new Map<string, unknown>();
    for (const key of compared.columns.series) {
      for (const { area, version, content, denominatorFrom } of compared.slice(key)) {
        const says = content.kind === 'symbol' ? content.symbol : { ...content };
        found.set(`${area.code} ${key}`, { version, says, denominatorFrom });
      }
    }
    const told = [...pack.observations];
    expect(found.size).toBe(told.length);
    const unlike = told.filter((one) => {
      const { outcome, version, denominatorFrom } = one;
      const says = SYMBOLS[outcome.kind] ?? { ...outcome, flag: null };
      const expected = JSON.stringify({ version, says, denominatorFrom });
      return JSON.stringify(found.get(`${one.area} ${seriesKey(one)}`)) !== expected;
    });
    expect(unlike).toEqual([]);
  });

  it('is compared by its own figures, measure by measure, and with its own total', async () => {
    const benchmark = compareWith(pack);
    const own = new Map(
      [...pack.observations].map((one) => [`${one.area} ${seriesKey(one)}`, one]),
    );
    const met = { figures: 0, symbols: 0, totals: 0 };
    const wrong: string[] = [];
    for (const measure of spec.measures) {
      if (measure.kind === 'breakdown') continue;
      const figure = headlineOf(measure).id;
      const at = { measure: measure.id, figure, period: QUARTER, cell: null };
      for (const area of OWN) {
        const { everyone, total } = benchmark.field(at, area, { kind: 'region' });
        for (const { area: code, shown } of [...everyone, ...(total ? [total] : [])]) {
          const one = own.get(`${code} ${seriesKey(at)}`);
          if (!one || !says(shown, one))
            wrong.push(`${code} ${seriesKey(at)}: ${JSON.stringify(shown)}`);
          met[shown.kind === 'symbol' ? 'symbols' : 'figures'] += 1;
        }
        met.totals += Number(total !== null);
      }
    }
    expect(wrong).toEqual([]);
    expect(met.figures).toBeGreaterThan(500);
    expect(Math.min(met.symbols, met.totals)).toBeGreaterThan(0);
  });
});

describe('a shareable return that somebody filled a withheld cell in', () => {
  it('is left out of the shareable pack, and that is told', async () => {
    const filled = plantsOf(COUNTRY).find(({ kind }) => kind === 'withheld cell filled in');
    const name = COUNTRY.authorities.find(({ code }) => code === filled?.area)?.name;
    const { collation, leftOut } = await sharedOf(await FILES);
    expect(leftOut).toEqual([
      `${name} sent ${QUARTER} to be shared, and the file was changed since it was written. Its ${QUARTER} is not in the shareable pack: ask for the file as Quarterlight wrote it.`,
    ]);
    const there = collation.standing.map(({ area, quarter }) => `${area} ${quarter}`);
    expect(there.length).toBeGreaterThan(5);
    expect(there).not.toContain(`${filled?.area} ${QUARTER}`);
    const pack = packOf(collation, SHAREABLE);
    expect(noneIsSmall([...pack.observations], policy(), spec.disclosure)).toBe(true);
  });
});

/** The first lines of either that are not in the other at the same place. */
function linesUnlike(one: string, other: string): string[] {
  const lines = other.split('\n');
  const unlike = one
    .split('\n')
    .flatMap((line, at) => (line === lines[at] ? [] : [line, lines[at] ?? '']));
  return unlike.slice(0, 6);
}

/** A count is compared by its rate: what it is of is known by its numerator. */
function says(shown: Shown, { outcome }: Observation): boolean {
  if (shown.kind === 'symbol') return shown.symbol === SYMBOLS[outcome.kind];
  if (outcome.kind === 'count' && shown.parts) return shown.parts.numerator === outcome.value;
  return shown.value === valueOf(outcome);
}

function compareWith(pack: BenchmarkPack): Benchmark {
  const { authorities, neighbours } = spec.reference;
  const known = {
    ...{ measures: spec.measures, breakdowns: spec.breakdowns, authorities, neighbours },
    ...{ notAboutChildren: spec.disclosure.notAboutChildren, groups: [] },
    ...{ sampleAuthority: KNOWN.sampleAuthority, published: spec.published },
    earlyHelpQuestions: spec.earlyHelpQuestions,
  };
  return new Benchmark(known, [packColumns(pack, 'pack')]);
}
