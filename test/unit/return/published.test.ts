import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Package } from 'datapackage';
import { describe, expect, it } from 'vitest';
import { returnFiles } from '../../../scripts/return-files.ts';
import { AUTHORITY_COLUMNS, PROVENANCE_COLUMNS, writePack } from '../../../src/return/pack.ts';
import type { Observation } from '../../../src/model/observation.ts';
import { quarterIn } from '../../../src/model/period.ts';
import { readPack } from '../../../src/return/read/read-pack.ts';
import { readReturn } from '../../../src/return/read/read-return.ts';
import { writeReturn } from '../../../src/return/write.ts';
import { spec } from '../../../src/spec/spec.ts';
import { knownTermsOf } from '../../../src/workbench/known-terms.ts';
import {
  KNOWN,
  TERMS,
  collatorReturnOf,
  count,
  observed,
  percentage,
  returnOf,
} from './observations.ts';
import { breaches } from './schema.ts';
import { unzip } from './unzip.ts';

const PACK = 'public/benchmark-pack/made-up.zip';
const packBytes = () => new Uint8Array(readFileSync(PACK));
const known = knownTermsOf(spec);

/** Takes a package's bytes and what is done to its files; gives what an independent validator reads of it, or throws what it throws. */
async function validated(
  bytes: Uint8Array<ArrayBuffer>,
  change: (name: string, text: string) => string = (_, text) => text,
): Promise<ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'return-'));
  try {
    for (const [name, text] of await unzip(bytes))
      writeFileSync(join(folder, name), change(name, text));
    const read = await Package.load(join(folder, 'datapackage.json'), { strict: true });
    expect(read.errors).toEqual([]);
    expect(read.valid).toBe(true);
    const tables = read.resourceNames.map(async (name) => {
      const rows = (await read.getResource(name)?.read({ keyed: true })) ?? [];
      return [name, rows] as const;
    });
    return new Map(await Promise.all(tables));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it('what is published of the return is what spec/return says (npm run return makes it anew)', async () => {
  const files = await returnFiles(spec);
  expect(files.size).toBe(12);
  for (const [path, content] of files) {
    const read = readFileSync(path);
    if (typeof content === 'string') expect(read.toString('utf8'), path).toBe(content);
    else expect(new Uint8Array(read), path).toStrictEqual(content);
  }
}, 120_000);

it('the example is a return as it was written, that adds up', async () => {
  const { writeZip } = await import('../../../src/files/write-zip.ts');
  const files = ['datapackage.json', 'observations.csv', 'measures.csv'].map(
    (name) => [name, new Uint8Array(readFileSync(`docs/return/example/${name}`))] as const,
  );
  const read = await readReturn(
    await writeZip(files, '2025-08-01T09:00:00Z'),
    'example.zip',
    known,
  );
  expect(read.remarks).toEqual([]);
  expect(read.asWritten).toBe(true);
  expect(read.document.observations.some(({ outcome }) => outcome.kind === 'withheld')).toBe(true);
});

describe('a package', () => {
  it.each([
    ['shareable', returnOf()],
    ['complete', collatorReturnOf()],
    ['low', returnOf([observed('riia-04', 'repeat', percentage(7, 100_000))])],
  ])('is valid by an independent validator, number by number: %s', async (_, contents) => {
    const { bytes } = await writeReturn(contents, TERMS, 'package');
    const { document } = await readReturn(bytes, 'return.zip', KNOWN);
    const tables = await validated(bytes);
    const rows = tables.get('observations') ?? [];
    expect(rows).toHaveLength(document.observations.length);
    for (const [place, { outcome }] of document.observations.entries()) {
      const parts = outcome.kind === 'ratio' ? outcome : { numerator: null, denominator: null };
      expect(rows[place]).toMatchObject({
        numerator: parts.numerator,
        denominator: parts.denominator,
        ...(outcome.kind === 'count' && { value: outcome.value }),
        ...(outcome.kind === 'withheld' && { value: null }),
      });
    }
    expect(tables.get('measures')?.[0]).toMatchObject({ definition_version: 1, headline: true });
  });

  it.each<[string, string, string]>([
    ['text for a number', 'count,400', 'count,four hundred'],
    ['a status that is none', 'DRAFT,SHAREABLE,riia-24', 'DONE,SHAREABLE,riia-24'],
    ['a day that is none', '2025-04-01', '2025-04-31'],
  ])('is not valid by it with %s', async (_, was, is) => {
    const { bytes } = await writeReturn(returnOf(), TERMS, 'package');
    const spoilt = validated(bytes, (name, text) =>
      name === 'observations.csv' ? text.replace(was, is) : text,
    );
    await expect(spoilt).rejects.toThrow();
  });

  it('names the bytes and the SHA-256 of its tables as they are', async () => {
    const { bytes } = await writeReturn(
      returnOf([observed('riia-02', 'referrals', count(9))]),
      TERMS,
      'package',
    );
    const files = await unzip(bytes);
    const descriptor: unknown = JSON.parse(files.get('datapackage.json') ?? '');
    const table = new TextEncoder().encode(files.get('observations.csv'));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', table));
    expect(descriptor).toHaveProperty('resources.0.bytes', table.length);
    expect(descriptor).toHaveProperty(
      'resources.0.hash',
      `sha256:${Buffer.from(digest).toString('hex')}`,
    );
  });
});

describe('the pack of made-up authorities', () => {
  it('is small, and valid by an independent validator', async () => {
    expect(packBytes().length).toBeLessThan(400_000);
    const tables = await validated(packBytes());
    expect([...tables.keys()]).toEqual(['observations', 'measures', 'authorities', 'provenance']);
    expect(tables.get('authorities')).toHaveLength(28);
    expect(tables.get('provenance')).toHaveLength(287);
  });

  it('is read to what it was written from, and written to the same bytes', async () => {
    const { pack, asWritten, remarks } = await readPack(packBytes(), PACK, known);
    // One authority counts by another version of a definition, as may happen, and is told.
    expect(remarks.map(({ kind, says }) => [kind, says])).toEqual([
      ['unknown', 'Version 2 of eh-6 is not known here.'],
    ]);
    expect(asWritten).toBe(true);
    expect(await writePack(pack, spec.returnStandard)).toStrictEqual(packBytes());
    const kinds = new Set(pack.areas.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['authority', 'region', 'group']));
    expect(pack.areas.every(({ synthetic }) => synthetic)).toBe(true);
    const withheld = [...pack.observations].filter(({ outcome }) => outcome.kind === 'withheld');
    expect(withheld.length).toBeGreaterThan(50);
    const quarters = new Set([...pack.observations].map(({ period }) => quarterIn(period)));
    expect(quarters.size).toBe(12);
    const measures = new Set([...pack.observations].map(({ measure }) => measure));
    for (let item = 1; item <= 9; item += 1) expect(measures).toContain(`eh-${item}`);
    const told = pack.areas.flatMap((area) => (area.kind === 'authority' ? [area.earlyHelp] : []));
    expect(told.filter((answers) => answers === null)).toHaveLength(2);
    // Some count early help as the authority of the sample does.
    const sample: unknown = JSON.parse(readFileSync('public/sample/profile.json', 'utf8'));
    const alike = told.filter((answers) => answers !== null);
    expect(alike.map((earlyHelp) => ({ early_help: earlyHelp }))).toContainEqual({
      early_help: Object(sample).early_help,
    });
  });

  it('gives no total where an authority’s figure is withheld, and the sum elsewhere', async () => {
    const { pack } = await readPack(packBytes(), PACK, known);
    const members = new Map(
      pack.areas.flatMap((area) => (area.kind === 'authority' ? [] : [[area.code, area.members]])),
    );
    let sums = 0;
    const keyOf = ({ measure, figure, period, cell }: Observation) =>
      JSON.stringify([measure, figure, period, cell]);
    const byKey = new Map<string, Observation[]>();
    for (const one of pack.observations) {
      byKey.set(keyOf(one), [...(byKey.get(keyOf(one)) ?? []), one]);
    }
    for (const total of [...pack.observations].filter(({ area }) => members.has(area))) {
      const inside = members.get(total.area) ?? [];
      const own = (byKey.get(keyOf(total)) ?? []).filter((one) => inside.includes(one.area));
      const same =
        own.length === inside.length && new Set(own.map((one) => one.version)).size === 1;
      const shown = own.map(({ outcome }) =>
        same && outcome.kind === 'count' ? outcome.value : null,
      );
      if (total.outcome.kind === 'count') {
        sums += 1;
        expect(total.outcome.value).toBe(shown.reduce<number>((sum, one) => sum + (one ?? NaN), 0));
      } else if (
        total.outcome.kind === 'not available' &&
        own.every(({ outcome }) => outcome.kind === 'count')
      ) {
        expect(shown).toContain(null);
      }
    }
    expect(sums).toBeGreaterThan(100);
  });

  it('keeps to its schemas, in their order', () => {
    const { authorities, provenance } = spec.returnStandard;
    expect(AUTHORITY_COLUMNS).toEqual(authorities.fields.map(({ name }) => name));
    expect(PROVENANCE_COLUMNS).toEqual(provenance.fields.map(({ name }) => name));
    expect(breaches([{ area_kind: 'town', area_code: '001' }], authorities).length).toBeGreaterThan(
      2,
    );
  });

  it('with answers that are none is refused', async () => {
    const files = [...(await unzip(packBytes()))];
    const { writeZip } = await import('../../../src/files/write-zip.ts');
    const changed = files.map(([name, text]) => {
      const is = name === 'authorities.csv' ? text.replace('level=targeted', 'level') : text;
      return [name, new TextEncoder().encode(is)] as const;
    });
    const zip = await writeZip(changed, '2025-08-01T09:00:00Z');
    await expect(readPack(zip, 'pack.zip', known)).rejects.toThrow(
      /‘early_help’ in line 2 of the authorities has “level”, which is no question with its answer/,
    );
  });

  it('is told when it was changed, and is no return', async () => {
    const files = [...(await unzip(packBytes()))];
    const { writeZip } = await import('../../../src/files/write-zip.ts');
    const changed = files.map(([name, text]) => {
      const is = name === 'authorities.csv' ? text.replace('Alderwick', 'Elsewhere') : text;
      return [name, new TextEncoder().encode(is)] as const;
    });
    const read = await readPack(await writeZip(changed, '2025-08-01T09:00:00Z'), 'pack.zip', known);
    expect(read.asWritten).toBe(false);
    expect(read.remarks.map(({ says }) => says)).toContain('The pack is not as it was written.');
    await expect(readReturn(packBytes(), 'pack.zip', known)).rejects.toThrow(
      'pack.zip is a benchmark pack of many authorities, and not a return.',
    );
    const { bytes } = await writeReturn(returnOf(), TERMS, 'package');
    await expect(readPack(bytes, 'return.zip', known)).rejects.toThrow(/must be one of “pack”/);
  });
});
