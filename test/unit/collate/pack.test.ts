import { describe, expect, it } from 'vitest';
import { totalTellingMore } from '../../../src/collate/audit-totals.ts';
import { type Collation, collate } from '../../../src/collate/collate.ts';
import { heldOutcome } from '../../../src/collate/figures.ts';
import { makePack } from '../../../src/collate/make-pack.ts';
import { remarksOn } from '../../../src/collate/plausible/remarks.ts';
import { withPseudonyms } from '../../../src/collate/pseudonyms.ts';
import { readFiles } from '../../../src/collate/read-files.ts';
import { shareableCollation } from '../../../src/collate/shareable.ts';
import { loadSolver } from '../../../src/disclosure/highs.ts';
import type { BenchmarkPack, PackTreatment } from '../../../src/model/benchmark-pack.ts';
import type { CollectedFile } from '../../../src/model/collation.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import { REMARK_COLUMNS, TOTAL_COLUMNS } from '../../../src/return/pack-tables.ts';
import { writePack } from '../../../src/return/pack.ts';
import { readPack } from '../../../src/return/read/read-pack.ts';
import { unzip } from '../return/unzip.ts';
import {
  type Given,
  KNOWN,
  Q1,
  WITHHELD,
  choices,
  collected,
  count,
  files,
  policy,
  share,
} from './made.ts';

const SOLVE = await loadSolver(
  new URL('../../../node_modules/highs/build/highs.wasm', import.meta.url).pathname,
);
const SHAREABLE: PackTreatment = { kind: 'shareable', policy: policy() };
const COLLATOR = { kind: 'collator', agreement: 'London agreement' } as const;
const FULL: PackTreatment = { kind: 'full', agreement: 'London agreement' };
const GROUP = { code: 'two', name: 'Two of London', members: ['302', '303'] };
const MADE = '2025-08-01T09:00:00Z';

const sexes = (male: number, female: number, unknown = 0): readonly Given[] => [
  ['riia-02.referrals', male + female + unknown],
  ['riia-02.referrals sex male', male],
  ['riia-02.referrals sex female', female],
  ['riia-02.referrals sex unknown', unknown],
];

function packOf(collation: Collation, treatment: PackTreatment, remarks = true): BenchmarkPack {
  const found = remarks ? remarksOn(collation, KNOWN, null) : [];
  return makePack(collation, { title: 'London', made: MADE, treatment, remarks: found }, KNOWN);
}

function shared(given: readonly CollectedFile[], before: readonly BenchmarkPack[] = []) {
  const sharing = {
    ...{ policy: policy(), solve: SOLVE },
    before: before.map((pack) => ({ pack, sha256: 'x' })),
  };
  const whole = collate(given, choices({ groups: [GROUP] }));
  return shareableCollation(whole, sharing, KNOWN, () => undefined);
}

function outcome(pack: BenchmarkPack, area: string, cell: string | null): Outcome | undefined {
  return [...pack.observations].find(
    (one) => one.area === area && one.figure === 'referrals' && (one.cell?.cell ?? null) === cell,
  )?.outcome;
}

describe('a full pack', () => {
  const given = files(
    collected('302', Q1, sexes(30, 3), { treatment: COLLATOR }),
    collected('303', Q1, sexes(20, 25), { treatment: COLLATOR }),
  );
  const pack = packOf(collate(given, choices({ groups: [GROUP] })), FULL);

  it('is complete, names its agreement, and bears it in every row', async () => {
    expect(outcome(pack, '302', 'female')).toEqual(count(3));
    expect(outcome(pack, 'two', 'female')).toEqual(count(28));
    const tables = await unzip(await writePack(pack, KNOWN.terms.standard));
    const [, ...rows] = (tables.get('observations.csv') ?? '').trim().split('\n');
    expect(rows.every((row) => row.startsWith('SIGNED OFF,NEVER TO BE PUBLISHED,'))).toBe(true);
  });

  it('has totals of the region and of the group, and says what they cover', () => {
    const region = pack.totals.find(({ area, at }) => area === 'E12000007' && at.cell === null);
    expect(region).toMatchObject({
      outcome: count(78),
      coverage: { of: 33, shown: 2, withheld: 0, without: 31 },
    });
    expect(pack.areas.map(({ kind, code }) => [kind, code])).toEqual([
      ['authority', '302'],
      ['authority', '303'],
      ['region', 'E12000007'],
      ['group', 'two'],
    ]);
    expect(pack.provenance.map(({ sha256 }) => sha256)).toEqual(given.map((one) => one.sha256));
  });

  it('is not made shareable by asking', () => {
    expect(() => packOf(collate(given, choices()), SHAREABLE)).toThrow(/complete return/);
  });
});

describe('a shareable pack', () => {
  const complete = files(
    collected('302', Q1, sexes(30, 3), { treatment: COLLATOR }),
    collected('303', Q1, sexes(20, 25), { treatment: COLLATOR }),
  );

  it('withholds what each authority must, and more that would give it away', async () => {
    const pack = packOf((await shared(complete)).collation, SHAREABLE);
    expect(outcome(pack, '302', 'female')).toEqual(WITHHELD);
    expect(outcome(pack, '302', 'male')).toEqual(WITHHELD);
    expect(outcome(pack, '302', null)).toEqual(count(33));
  });

  it('gives no total of two by which the one that is withheld is told', async () => {
    const pack = packOf((await shared(complete)).collation, SHAREABLE);
    for (const total of ['two', 'E12000007']) {
      expect(outcome(pack, total, 'female')).toEqual(WITHHELD);
      expect(outcome(pack, total, null)).toEqual(count(78));
    }
    const told = pack.totals.find(({ area, at }) => area === 'two' && at.cell?.cell === 'female');
    expect(told).toMatchObject({ range: { least: 26 }, coverage: { shown: 1, withheld: 1 } });
    expect(told?.range?.most).toBeGreaterThanOrEqual(25 + 5);
  });

  it('is refused where a total says more than is shown', async () => {
    const pack = packOf((await shared(complete)).collation, SHAREABLE);
    expect(totalTellingMore(pack, KNOWN.authorities)).toBeNull();
    const observations = [...pack.observations].map((one) =>
      one.area === 'two' && one.cell?.cell === 'female' ? { ...one, outcome: count(28) } : one,
    );
    expect(totalTellingMore({ ...pack, observations }, KNOWN.authorities)).toBe(
      'two, riia-02|referrals|2025-26 Q1|sex|female',
    );
    // Of one that is not in the pack at all it would tell as much.
    const whole = [...pack.observations].map((one) =>
      one.area === 'two' && one.cell === null ? { ...one, outcome: count(80) } : one,
    );
    expect(totalTellingMore({ ...pack, observations: whole }, KNOWN.authorities)).not.toBeNull();
  });

  it('has a total of those by one version, whatever one by another withholds', async () => {
    const other = sexes(30, 3).map(([named, outcome]) => [named, outcome, { version: 2 }] as const);
    const mixed = files(
      collected('302', Q1, other, { treatment: COLLATOR }),
      collected('303', Q1, sexes(20, 25), { treatment: COLLATOR }),
      collected('304', Q1, sexes(20, 25), { treatment: COLLATOR }),
    );
    const pack = packOf((await shared(mixed)).collation, SHAREABLE);
    expect(outcome(pack, '302', 'female')).toEqual(WITHHELD);
    expect(outcome(pack, 'E12000007', 'female')).toEqual(count(50));
  });

  it('tells of an authority that shares what it shared itself, and what it left out', async () => {
    const both = files(
      collected('302', '2024-25 Q4', sexes(30, 30)),
      collected('302', Q1, sexes(30, 30), { treatment: COLLATOR }),
      collected('303', Q1, sexes(20, 25), { treatment: COLLATOR }),
    );
    const { collation, leftOut } = await shared(both);
    const pack = packOf(collation, SHAREABLE);
    const quarters = [...pack.observations]
      .filter(({ area }) => area === '302')
      .map((o) => o.period);
    expect(new Set(quarters)).toEqual(new Set(['2024-25 Q4']));
    expect(leftOut).toEqual([
      expect.stringMatching(/^Barnet sent 2025-26 Q1 as a collator’s return/),
    ]);
  });

  it('prefers what an authority shared to its complete return of the same quarter', async () => {
    const hidden: readonly Given[] = [
      ['riia-02.referrals', 33],
      ['riia-02.referrals sex female', WITHHELD],
    ];
    const both = files(
      collected('302', Q1, hidden),
      collected('302', Q1, sexes(30, 3), { treatment: COLLATOR, version: 2 }),
    );
    const { collation, leftOut } = await shared(both);
    expect(leftOut).toEqual([]);
    const held = collation.figures.find('302', 'riia-02|referrals|2025-26 Q1|sex|female');
    expect(held && heldOutcome(held)).toEqual(WITHHELD);
    expect(collation.figures.find('302', 'riia-02|referrals|2025-26 Q1|sex|male')).toBeNull();
  });

  it('keeps withheld what a pack given out before would tell together with it', async () => {
    // Before: the whole and boys are shown. Now girls are few: the whole must go with them, or boys are told.
    const before = packOf((await shared(complete)).collation, SHAREABLE);
    const again = packOf((await shared(complete, [before])).collation, SHAREABLE);
    expect(again.observations).toEqual(before.observations);
  });
});

describe('a pack that is read and made again', () => {
  it.each([
    ['shareable', SHAREABLE],
    ['full', FULL],
  ] as const)('is the same, %s', async (kind, treatment) => {
    const rate = (n: number): Given => [
      'riia-02.rate',
      share(n, 90_000, 10_000),
      { denominatorFrom: 'children aged 0 to 17, mid-2024 estimate' },
    ];
    const returns = ['302', '303', '304', '305'].flatMap((area, place) =>
      (['2024-25 Q3', '2024-25 Q4', Q1] as const).map((quarter, time) =>
        collected(
          area,
          quarter,
          [...sexes(900 + place * 7, 400 + (place === 0 && time === 2 ? 9000 : 0), 0), rate(1300)],
          { treatment: COLLATOR, earlyHelp: place === 1 ? { level: 'targeted' } : null },
        ),
      ),
    );
    const id = 'history:302:riia-02:referrals:2025-26-Q1';
    const chosen = choices({ groups: [GROUP], accepted: { [id]: 'A campaign, “call us”.' } });
    const whole = collate(files(...returns), chosen);
    const sharing = { policy: policy(), solve: SOLVE, before: [] };
    const made =
      kind === 'full'
        ? whole
        : (await shareableCollation(whole, sharing, KNOWN, () => undefined)).collation;
    const pack = packOf(made, treatment);
    expect(pack.remarks).toMatchObject([{ id, note: 'A campaign, “call us”.' }]);
    const bytes = await writePack(pack, KNOWN.terms.standard);
    const { pack: back, asWritten, remarks } = await readPack(bytes, 'pack.zip', KNOWN.read);
    expect(back).toEqual(pack);
    expect({ asWritten, remarks }).toEqual({ asWritten: true, remarks: [] });

    const found: CollectedFile[] = [];
    const given = [{ path: 'pack.zip', content: async () => new Blob([bytes]) }];
    for await (const file of readFiles(given, KNOWN, () => undefined)) found.push(file);
    const again = packOf(collate(found, choices()), treatment);
    expect(again).toEqual(pack);
    expect(await writePack(again, KNOWN.terms.standard)).toStrictEqual(bytes);
  });

  it('keeps to its schemas, in their order', () => {
    const { totals, remarks } = KNOWN.terms.standard;
    expect(TOTAL_COLUMNS).toEqual(totals.fields.map(({ name }) => name));
    expect(REMARK_COLUMNS).toEqual(remarks.fields.map(({ name }) => name));
  });
});

describe('a pack with pseudonyms', () => {
  const rate: Given = [
    'riia-02.rate',
    share(33, 90_123, 10_000),
    { denominatorFrom: 'children aged 0 to 17, mid-2024 estimate' },
  ];
  const codes = ['301', '302', '303', '304', '305', '306', '307', '308'];
  const given = files(
    ...codes.map((code, place) =>
      collected(code, Q1, [...sexes(30 + place, 40), rate], { earlyHelp: { level: 'targeted' } }),
    ),
  );
  const whole = collate(given, choices({ groups: [GROUP] }));

  it('names nobody: no name, code, population, hash or answer', async () => {
    const { pack, key } = await withPseudonyms(packOf(whole, SHAREABLE), 'salt');
    const text = JSON.stringify({ ...pack, definitions: [], breakdowns: [] });
    for (const one of given.flatMap(({ returns }) => returns)) {
      expect(text).not.toContain(one.name);
      expect(text).not.toContain(`"${one.area}"`);
      expect(text).not.toContain(one.sha256);
    }
    expect(text).not.toMatch(/90123|targeted/);
    expect(Object.keys(key.names).sort()).toEqual(codes);
    const { asWritten } = await readPack(
      await writePack(pack, KNOWN.terms.standard),
      'p.zip',
      KNOWN.read,
    );
    expect(asWritten).toBe(true);
  });

  it('keeps the figures, by the key, and the totals as they were', async () => {
    const named = packOf(whole, SHAREABLE);
    const { pack, key } = await withPseudonyms(named, 'salt');
    for (const code of codes) {
      const hidden = key.names[code]?.code ?? '';
      expect(outcome(pack, hidden, 'male')).toEqual(outcome(named, code, 'male'));
    }
    expect(pack.totals).toEqual(named.totals);
    const group = pack.areas.find(({ code }) => code === 'two');
    const members = ['302', '303'].map((code) => key.names[code]?.code).sort();
    expect(group).toMatchObject({ members });
  });

  it('stands in an order that hangs on the salt alone', async () => {
    const orders = await Promise.all(
      ['a', 'b', 'c', 'a'].map(async (salt) => {
        const { key } = await withPseudonyms(packOf(whole, SHAREABLE), salt);
        return codes.map((code) => key.names[code]?.code).join(' ');
      }),
    );
    expect(orders[3]).toBe(orders[0]);
    expect(new Set(orders).size).toBe(3);
    expect(orders).not.toContain(codes.map((_, place) => `00${place + 1}`).join(' '));
  });
});
