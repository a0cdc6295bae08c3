import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseQuarter } from '../../../src/model/period.ts';
import type { Profile } from '../../../src/model/profile.ts';
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
      .replace('"version": 2', '"version": 1')
      .replace(/,\n {2}"words"[^]*$/, '\n}\n');
    expect(first).not.toContain('early_help');
    const old = readProfile(first, spec);
    expect(old).toEqual({ ...readProfile(sample, spec), earlyHelp: {} });
    expect(readProfile(writeProfile(old, spec), spec)).toEqual(old);
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

const anEntry = fc
  .tuple(
    fc.constantFrom(...entered),
    fc.integer({ min: 2019, max: 2025 }),
    fc.integer({ min: 1, max: 4 }),
  )
  .chain(([measure, year, number]) => {
    const quarter = parseQuarter(`${year}-${String(year + 1).slice(2)} Q${number}`) ?? '2019-20 Q1';
    const parts = Object.fromEntries(
      measure.parts.map(({ id, whole, max }) => [
        id,
        whole
          ? fc.integer({ min: 0, max })
          : fc.integer({ min: 0, max: max * 2 }).map((n) => n / 2),
      ]),
    );
    return fc.record({
      measure: fc.constant(measure.id),
      quarter: fc.constant(quarter),
      parts: fc.record(parts),
    });
  });

const aWord = fc.constantFrom(...spec.codeLists).chain((list) =>
  fc.record({
    list: fc.constant(list.id),
    word: nameUpTo80.map(plainWord).filter((word) => word !== OTHER_WORD && [...word].length <= 80),
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

const aProfile: fc.Arbitrary<Profile> = fc.record({
  authority: code,
  settings: fc.array(aSetting).map((all) => Object.fromEntries(all)),
  byHand: fc.uniqueArray(anEntry, { selector: ({ measure, quarter }) => `${measure} ${quarter}` }),
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
    words: [...profile.words].reverse(),
    reading: { ...reading, tables: back(reading.tables), columns: back(reading.columns) },
    peers: [...profile.peers]
      .reverse()
      .map((peer) => ({ ...peer, authorities: [...peer.authorities].reverse() })),
    earlyHelp: back(profile.earlyHelp),
  };
}

/** Takes a profile; gives it with its lists as sets, so that two can be compared whatever their order. */
function unordered({ byHand, words, peers, ...rest }: Profile) {
  return {
    ...rest,
    byHand: new Set(byHand),
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
