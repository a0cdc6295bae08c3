import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { GivenFigure } from '../../../src/model/given.ts';
import { observationKey } from '../../../src/model/observation.ts';
import { parseQuarter, yearTo } from '../../../src/model/period.ts';
import type { Profile } from '../../../src/model/profile.ts';
import { MAPPED_PARTS, MAPPED_PERIODS, type WorkbookMap } from '../../../src/model/workbook-map.ts';
import { OTHER_WORD, plainWord } from '../../../src/model/word.ts';
import { readProfile } from '../../../src/profile/profile.ts';
import { profileFileName, writeProfile } from '../../../src/profile/write.ts';
import { spec } from '../../../src/spec/spec.ts';

const sample = readFileSync('public/sample/profile.json', 'utf8');

describe('a profile as it is written', () => {
  it('is the sample’s own file, byte for byte', () => {
    expect(writeProfile(readProfile(sample, spec), spec)).toBe(sample);
  });

  it('is named for its authority', () => {
    expect(profileFileName('301')).toBe('quarterlight-profile-301.json');
  });

  it('has what one of version 1 held', () => {
    const first = sample
      .replace('"version": 3', '"version": 1')
      .replace(/,\n {2}"given"[^]*$/, '\n}\n');
    expect(first).not.toContain('early_help');
    const old = readProfile(first, spec);
    expect(old).toEqual({ ...readProfile(sample, spec), earlyHelp: {} });
    expect(readProfile(writeProfile(old, spec), spec)).toEqual(old);
  });

  it('has what one of version 2 held', () => {
    const second = sample
      .replace('"version": 3', '"version": 2')
      .replace('  "given": [],\n', '')
      .replace(',\n  "maps": []', '');
    expect(second).not.toMatch(/given|maps/);
    expect(readProfile(second, spec)).toEqual(readProfile(sample, spec));
  });
});

const settings = spec.measures.flatMap((measure) =>
  measure.kind === 'records' ? measure.settings : [],
);
const entered = spec.measures.flatMap((measure) =>
  measure.kind === 'breakdown' || measure.parts.length === 0 ? [] : [measure],
);
const code = fc.constantFrom(...spec.reference.authorities.map((authority) => authority.code));
const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme' }),
  fc.constantFrom('__proto__', 'constructor', '10', '9', '"', '\\', '\u2028', 'Ärger', '子'),
);
const nameUpTo80 = name.filter((text) => text.trim() !== '' && [...text].length <= 80);

const aSetting = fc
  .constantFrom(...settings)
  .chain(({ id, min, max }) => fc.tuple(fc.constant(id), fc.integer({ min, max })));

const quarter = fc
  .tuple(fc.integer({ min: 2019, max: 2025 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, n]) => parseQuarter(`${year}-${String(year + 1).slice(2)} Q${n}`) ?? '2019-20 Q1');

const anEntry = fc.tuple(fc.constantFrom(...entered), quarter).chain(([measure, of]) => {
  const parts = Object.fromEntries(
    measure.parts.map(({ id, whole, max }) => [
      id,
      whole ? fc.integer({ min: 0, max }) : fc.integer({ min: 0, max: max * 2 }).map((n) => n / 2),
    ]),
  );
  return fc.record({
    measure: fc.constant(measure.id),
    quarter: fc.constant(of),
    parts: fc.record(parts),
  });
});

const aWord = fc.constantFrom(...spec.codeLists).chain((list) =>
  fc.record({
    list: fc.constant(list.id),
    word: nameUpTo80
      .map(plainWord)
      .filter((word) => word.trim() !== '' && word !== OTHER_WORD && [...word].length <= 80),
    group: fc.constantFrom(...list.groups.map(({ id }) => id)),
  }),
);

const aTable = fc.constantFrom(...spec.tables);
const byFile = fc.dictionary(nameUpTo80, fc.option(aTable.map((table) => table.name)), {
  noNullPrototype: true,
});
const columns = fc.array(
  aTable.chain((table) =>
    fc.tuple(
      fc.constant(table.name),
      fc.dictionary(
        nameUpTo80,
        fc.option(fc.constantFrom(...table.columns.map((column) => column.name))),
        {
          noNullPrototype: true,
        },
      ),
    ),
  ),
  { maxLength: 3 },
);
const dated = spec.tables.flatMap((table) =>
  table.columns
    .filter(({ type }) => type === 'date')
    .map((column) => [table.name, column.name] as const),
);
const dayOrder = fc.array(
  fc.tuple(
    fc.constantFrom(...dated),
    fc.constantFrom('day first' as const, 'month first' as const),
  ),
  {
    maxLength: 3,
  },
);

const cells = spec.breakdowns.flatMap(({ id, cells: own }) =>
  own.map((cell) => ({ by: id, cell: cell.id })),
);
const aFigure = fc.constantFrom(
  ...spec.measures.flatMap((measure) =>
    measure.kind === 'records' ? measure.figures.map((figure) => ({ measure, figure })) : [],
  ),
);
const aPlace = aFigure.chain(({ measure, figure }) => {
  const own = cells.filter(({ by }) => measure.breakdowns.includes(by));
  return fc.constantFrom(null, ...own).map((cell) => ({ measure, figure, cell }));
});
const aReason = fc.string({ minLength: 1, maxLength: 200 }).filter((text) => text.trim() !== '');
const aGiven: fc.Arbitrary<GivenFigure> = fc
  .tuple(aPlace, quarter, fc.boolean(), fc.nat(999), fc.nat(999), aReason, fc.nat(2))
  .map(([{ measure, figure, cell }, of, year, one, more, reason, kind]) => {
    const at = { measure: measure.id, figure: figure.id, period: year ? yearTo(of) : of, cell };
    const numbers = { numerator: one, denominator: one + more + 1 };
    if (kind === 0 || figure.kind === 'rate')
      return { ...at, outcome: { kind: 'not available', reason } };
    if (kind === 1) return { ...at, outcome: { kind: 'not applicable', reason } };
    return figure.kind === 'count'
      ? { ...at, outcome: { kind: 'count', value: one } }
      : { ...at, outcome: { kind: 'ratio', ...numbers, scale: figure.scale } };
  });
const aMap: fc.Arbitrary<WorkbookMap> = fc.record({
  name: nameUpTo80,
  cells: fc.uniqueArray(
    fc
      .tuple(
        aPlace,
        fc.record({
          sheet: fc.constantFrom('RIIA', 'Early Help'),
          cell: fc.constantFrom('B7', 'C12', 'AA100'),
          label: fc.string({ maxLength: 200 }),
          part: fc.constantFrom(...MAPPED_PARTS),
          period: fc.constantFrom(...MAPPED_PERIODS),
        }),
      )
      .map(([{ measure, figure, cell: of }, rest]) => ({
        ...rest,
        ...{ measure: measure.id, figure: figure.id, of },
      })),
    { selector: ({ sheet, cell }) => `${sheet} ${cell}`, maxLength: 4 },
  ),
});

const aProfile: fc.Arbitrary<Profile> = fc.record({
  authority: code,
  settings: fc.array(aSetting).map((all) => Object.fromEntries(all)),
  byHand: fc.uniqueArray(anEntry, { selector: ({ measure, quarter }) => `${measure} ${quarter}` }),
  given: fc.uniqueArray(aGiven, {
    selector: ({ measure, figure, period, cell }) =>
      `${measure} ${observationKey(figure, period, cell)}`,
  }),
  maps: fc.uniqueArray(aMap, { selector: ({ name }) => name, maxLength: 2 }),
  words: fc.uniqueArray(aWord, { selector: ({ list, word }) => `${list} ${word}` }),
  reading: fc.record({
    tables: byFile,
    withoutHeading: byFile,
    columns: columns.map((all) => Object.fromEntries(all)),
    dayOrder: dayOrder.map((all) =>
      Object.fromEntries(all.map(([[table, column], order]) => [table, { [column]: order }])),
    ),
    earlyHelpPersons: fc.constantFrom(null, 'shared' as const, 'of its own' as const),
  }),
  peers: fc.uniqueArray(
    fc.record({ name: nameUpTo80, authorities: fc.uniqueArray(code, { maxLength: 5 }) }),
    {
      selector: (peer) => peer.name,
      maxLength: 3,
    },
  ),
  earlyHelp: fc
    .array(
      fc
        .constantFrom(...spec.earlyHelpQuestions)
        .chain(({ id, answers }) =>
          fc.tuple(fc.constant(id), fc.constantFrom(...answers.map((answer) => answer.id))),
        ),
    )
    .map((all) => Object.fromEntries(all)),
});

/** Takes a profile; gives the same one, come about in the opposite order. */
function turned(profile: Profile): Profile {
  const back = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).reverse());
  const { reading } = profile;
  return {
    ...profile,
    settings: back(profile.settings),
    byHand: [...profile.byHand].reverse().map((entry) => ({ ...entry, parts: back(entry.parts) })),
    given: [...profile.given].reverse(),
    maps: [...profile.maps].reverse(),
    words: [...profile.words].reverse(),
    reading: { ...reading, tables: back(reading.tables), columns: back(reading.columns) },
    peers: [...profile.peers]
      .reverse()
      .map((peer) => ({ ...peer, authorities: [...peer.authorities].reverse() })),
    earlyHelp: back(profile.earlyHelp),
  };
}

/** Takes a profile; gives it with its lists as sets, so that two can be compared whatever their order. */
function unordered({ byHand, given, maps, words, peers, ...rest }: Profile) {
  return {
    ...rest,
    byHand: new Set(byHand),
    given: new Set(given),
    maps: new Set(maps),
    words: new Set(words),
    peers: new Set(peers.map((peer) => ({ ...peer, authorities: new Set(peer.authorities) }))),
  };
}

describe('any profile that is written', () => {
  const shape = z.fromJSONSchema(JSON.parse(readFileSync('public/profile.schema.json', 'utf8')));

  it('is read as it was, has the same bytes however it came about, and fits the published schema', () => {
    fc.assert(
      fc.property(aProfile, (profile) => {
        const text = writeProfile(profile, spec);
        expect(unordered(readProfile(text, spec))).toEqual(unordered(profile));
        expect(writeProfile(turned(profile), spec)).toBe(text);
        expect(shape.safeParse(JSON.parse(text)).error).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });
});
