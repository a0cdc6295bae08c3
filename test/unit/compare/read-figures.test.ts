import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { knownTermsOf } from '../../../src/workbench/known-terms.ts';
import { writeReturn } from '../../../src/return/write.ts';
import { readFigures } from '../../../src/workbench/read-figures.ts';
import { spec } from '../../../src/spec/spec.ts';
import { TERMS, returnOf } from '../return/observations.ts';

const { authorities, sampleAuthority } = spec.reference;
const BY = {
  known: knownTermsOf(spec),
  ees: { terms: spec.published, authorities },
  sampleAuthority,
};
const read = (content: BlobPart, name: string) => readFigures(new Blob([content]), name, 'one', BY);
const file = (path: string) =>
  new Uint8Array(readFileSync(new URL(`../../../${path}`, import.meta.url)));

describe('a file to compare with', () => {
  it('is a benchmark pack by what it says of itself', async () => {
    const { columns } = await read(file('public/benchmark-pack/made-up.zip'), 'pack.zip');
    expect(columns.source).toMatchObject({ kind: 'pack', synthetic: true, removable: true });
    expect(columns.areas.filter(({ kind }) => kind === 'authority')).toHaveLength(24);
  });

  it('is a return, in any of its forms, of the authority that it names', async () => {
    for (const form of ['package', 'csv', 'json'] as const) {
      const { bytes, name } = await writeReturn(returnOf(), TERMS, form);
      const { columns } = await read(bytes, name);
      expect(columns.source.kind).toBe('return');
      expect(columns.areas.map(({ code }) => code)).toEqual([returnOf().authority.code]);
    }
  });

  it('is one of Explore education statistics by its columns, a byte order mark before them or not', async () => {
    const text =
      '\uFEFFtime_period,time_identifier,geographic_level,old_la_code,new_la_code,la_name,category,referral_count,rereferral_count,rereferral_percent\n' +
      '2025,Reporting year,Local authority,202,E09000007,Camden,Referrals and Re-referrals,100,20,20.0\n';
    const { columns } = await read(text, 'c1.csv');
    expect(columns.source.kind).toBe('published');
    expect(columns.series.some((key) => key.startsWith('riia-04|repeat|year to 2024-25 Q4'))).toBe(
      true,
    );
  });

  it('is told to be none of them', async () => {
    await expect(read('Dear colleague\n', 'letter.csv')).rejects.toThrow(/letter\.csv/);
    await expect(read('PK\u0003\u0004no zip', 'broken.zip')).rejects.toThrow(/broken\.zip/);
  });
});
