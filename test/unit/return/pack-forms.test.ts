import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../src/collate/read-files.ts';
import type { BenchmarkPack, PackTreatment } from '../../../src/model/benchmark-pack.ts';
import { type CollectedFile, seriesKey } from '../../../src/model/collation.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import { packFileName, writePackAs } from '../../../src/return/pack-forms.ts';
import { visibleName } from '../../../src/model/shown-text.ts';
import { plainNumber, plainText } from '../../../src/return/plain.ts';
import { isPack } from '../../../src/return/read/open-pack.ts';
import { readPack } from '../../../src/return/read/read-pack.ts';
import { readReturn } from '../../../src/return/read/read-return.ts';
import { writeReturn } from '../../../src/return/write.ts';
import { spec } from '../../../src/spec/spec.ts';
import { readFigures } from '../../../src/workbench/read-figures.ts';
import { KNOWN } from '../collate/made.ts';
import { TERMS, returnOf } from './observations.ts';
import { copyOf, madeUpPack, regionPack } from './packs.ts';
import { outcome, someText } from './random-return.ts';

const { standard } = KNOWN.terms;
const MADE_UP = await madeUpPack();
const REGION = regionPack(false);
const WHOLE_FORMS = ['package', 'csv', 'json'] as const;

const bytesOf = async (content: Blob) => new Uint8Array(await content.arrayBuffer());

async function readBack(pack: BenchmarkPack, form: (typeof WHOLE_FORMS)[number]) {
  const { name, content } = await writePackAs(pack, form, standard);
  expect(await isPack(content)).toBe(true);
  return readPack(await bytesOf(content), name, KNOWN.read);
}

describe.each(WHOLE_FORMS)('a pack as %s', (form) => {
  it.each([
    ['of made-up authorities', MADE_UP],
    ['of a region, complete', REGION],
  ])('is read to what it was written from: %s', async (_, pack) => {
    const { pack: back, asWritten, remarks } = await readBack(pack, form);
    expect(asWritten).toBe(true);
    expect(remarks.filter(({ kind }) => kind !== 'unknown')).toEqual([]);
    expect({ ...back, observations: [...back.observations] }).toEqual({
      ...pack,
      observations: [...pack.observations],
    });
  });

  it('is the same bytes for the same pack', async () => {
    const one = await writePackAs(MADE_UP, form, standard);
    const other = await writePackAs(copyOf(MADE_UP), form, standard);
    const [bytes, again] = [await bytesOf(one.content), await bytesOf(other.content)];
    // An assertion would look at each of some million bytes by its name.
    expect(Buffer.compare(bytes, again)).toBe(0);
    expect(one.name).toBe(other.name);
  });

  it('is taken by Collate and by Compare as the pack that it is', async () => {
    const { name, content } = await writePackAs(REGION, form, standard);
    const found: CollectedFile[] = [];
    const given = [{ path: name, content: async () => content }];
    for await (const file of readFiles(given, KNOWN, () => undefined)) found.push(file);
    expect(found).toMatchObject([{ kind: 'accepted', holds: 'pack', asWritten: true }]);
    const by = {
      known: KNOWN.read,
      ees: { terms: spec.published, authorities: KNOWN.authorities },
      sampleAuthority: KNOWN.sampleAuthority,
    };
    const { columns } = await readFigures(content, name, 'one', by);
    expect(columns.source).toMatchObject({ title: '+North East' });
  });

  it('is told apart from a return', async () => {
    const { name, content } = await writePackAs(REGION, form, standard);
    await expect(readReturn(await bytesOf(content), name, KNOWN.read)).rejects.toThrow(
      /is a benchmark pack of many authorities, and not a return/,
    );
    const { bytes } = await writeReturn(returnOf(), TERMS, form);
    expect(await isPack(new Blob([bytes]))).toBe(false);
  });
});

/** A pack of few figures, whose counterexample can be read. */
function few(pack: BenchmarkPack, every: number): BenchmarkPack {
  const observations = [...pack.observations].filter((_, place) => place % every === 0);
  const measures = new Set(observations.map(({ measure }) => measure));
  const kept = new Set(observations.map((one) => `${one.area} ${seriesKey(one)}`));
  const { totals, provenance, remarks, definitions } = pack;
  return {
    ...pack,
    observations,
    definitions: definitions.filter(({ id }) => measures.has(id)),
    totals: totals.filter(({ area, at }) => kept.has(`${area} ${seriesKey(at)}`)),
    provenance: provenance.slice(0, 9),
    remarks: remarks.slice(0, 3),
  };
}

const FEW = [few(MADE_UP, 2000), few(REGION, 500)] as const;

/** Any text may be in what a person wrote. */
const anyPack: fc.Arbitrary<BenchmarkPack> = fc
  .record({
    words: fc.array(someText.map(plainText), { minLength: 9, maxLength: 9 }),
    which: fc.constantFrom(0, 1),
    outcomes: fc.array(outcome, { minLength: 9, maxLength: 9 }),
  })
  .map(({ words, which, outcomes }) => {
    const word = (place: number) => words[place % words.length] ?? '';
    const pack = FEW[which] ?? FEW[0];
    const full: PackTreatment = { kind: 'full', agreement: word(1) };
    return {
      ...pack,
      title: word(0),
      treatment: pack.treatment.kind === 'full' ? full : pack.treatment,
      // A name is read so that it cannot pass for another: what turns its letters round is made visible.
      areas: pack.areas.map((area, place) => ({ ...area, name: visibleName(word(place)) })),
      observations: [...pack.observations].map((one, place) => ({
        ...one,
        outcome:
          pack.totals.length > 0 ? one.outcome : (plainOutcome(outcomes[place % 9]) ?? one.outcome),
      })),
      remarks: pack.remarks.map((remark, place) => ({ ...remark, note: word(place + 3) })),
    };
  });

/** What files can hold of it. */
function plainOutcome(given: Outcome | undefined): Outcome | undefined {
  if (given === undefined) return undefined;
  if (given.kind === 'amount') return { ...given, value: plainNumber(given.value) };
  return 'reason' in given ? { ...given, reason: plainText(given.reason) } : given;
}

it.each(WHOLE_FORMS)('whatever pack it is, written as %s it reads as it was', async (form) => {
  await fc.assert(
    fc.asyncProperty(anyPack, async (pack) => {
      const { pack: back, asWritten } = await readBack(pack, form);
      expect({ ...back, observations: [...back.observations] }).toEqual(pack);
      expect(asWritten).toBe(true);
    }),
    { numRuns: 60 },
  );
});

describe('what is wrong with a pack as text', () => {
  const textOf = async (form: 'csv' | 'json', pack = MADE_UP) =>
    (await writePackAs(pack, form, standard)).content.text();
  const read = (text: string, name: string) =>
    readPack(new TextEncoder().encode(text), name, KNOWN.read);

  it.each(['csv', 'json'] as const)('is told when a figure was changed: %s', async (form) => {
    const text = await textOf(form);
    const spoilt = text.replace(/(?<=,count,|"outcome":"count","value":)\d+/, '999999');
    expect(spoilt).not.toBe(text);
    const { asWritten, remarks } = await read(spoilt, `pack.${form}`);
    expect(asWritten).toBe(false);
    expect(remarks.map(({ says }) => says)).toContain('The pack is not as it was written.');
  });

  it('is refused where the CSV lost a part of what it says of itself', async () => {
    const lines = (await textOf('csv')).split('\r\n');
    const without = [lines[0], ...lines.slice(2)].join('\r\n');
    await expect(read(without, 'pack.csv')).rejects.toThrow(/a part of it is missing/);
  });

  it('is read all the same from a CSV that was sorted, has semicolons and is UTF-16', async () => {
    const [heading = '', ...rows] = (await textOf('csv', REGION)).slice(1).trimEnd().split('\r\n');
    const sorted = [heading, ...rows.reverse()].join('\r\n');
    expect((await read(sorted, 'pack.csv')).asWritten).toBe(true);
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${sorted}`, 'utf16le'));
    expect(await isPack(new Blob([utf16]))).toBe(true);
    expect((await readPack(utf16, 'pack.csv', KNOWN.read)).asWritten).toBe(true);
  });

  it('is read from a JSON whose members stand in another order', async () => {
    const json: unknown = JSON.parse(await textOf('json'));
    const turned = Object.fromEntries(Object.entries(Object(json)).reverse());
    const text = JSON.stringify(turned);
    expect(await isPack(new Blob([text]))).toBe(true);
    expect((await read(text, 'pack.json')).asWritten).toBe(true);
  });

  it('says so where there is nothing to write, or a table is about single children', async () => {
    await expect(textOf('csv', { ...MADE_UP, observations: [] })).rejects.toThrow(
      /holds no figure/,
    );
    const json = (await textOf('json')).replaceAll('"area_name"', '"surname"');
    await expect(read(json, 'pack.json')).rejects.toThrow(/about single children/);
  });
});

it('its file is named by its title, its quarters, the day and whether it may be shared', () => {
  const full = { kind: 'full', agreement: 'x' } as const;
  const pack = { ...MADE_UP, title: '../Zoë’s “region” (24 LAs)?' };
  expect(packFileName(pack, 'csv')).toBe(
    'quarterlight_pack_Zoes-region_2022-23-Q2_to_2025-26-Q1_2025-08-01_shareable.csv',
  );
  expect(packFileName({ ...pack, treatment: full }, 'package')).toBe(
    'quarterlight_pack_Zoes-region_2022-23-Q2_to_2025-26-Q1_2025-08-01_full_NEVER-TO-BE-PUBLISHED.zip',
  );
});
