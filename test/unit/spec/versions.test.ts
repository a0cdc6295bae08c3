import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { versionAt } from '../../../src/model/measure.ts';
import { readSpec } from '../../../src/spec/reading/read-spec.ts';
import { added, removeCopies } from './broken.ts';
import { ROOT } from './root.ts';

removeCopies();

const FILE = 'spec/measures/riia/02-referrals-2.sql';
const FIRST = readFileSync(join(ROOT, 'spec/measures/riia/02-referrals.sql'), 'utf8');

/** The root of a copy with another version of riia-02 beside the first, which is valid from 2019-20 Q1. */
function withVersion(version: number, from: string): string {
  const text = FIRST.replace('version: 1', `version: ${version}`);
  return added(FILE, text.replace('valid_from: 2019-20 Q1', `valid_from: ${from}`));
}

describe('a second version of a definition', () => {
  it('stands for the measure, with the first kept for the quarters before', () => {
    const { measures, earlier } = readSpec(withVersion(2, '2026-27 Q1'));
    const newest = measures.find(({ id }) => id === 'riia-02');
    expect(newest?.file).toBe(FILE);
    expect(measures.filter(({ id }) => id === 'riia-02')).toHaveLength(1);
    expect(earlier.map(({ file }) => file)).toEqual(['spec/measures/riia/02-referrals.sql']);
    if (!newest) return;
    const fileAt = (quarter: '2018-19 Q4' | '2025-26 Q4' | '2026-27 Q1') =>
      versionAt(newest, earlier, quarter).file;
    expect(fileAt('2026-27 Q1')).toBe(FILE);
    expect(fileAt('2025-26 Q4')).toBe('spec/measures/riia/02-referrals.sql');
    expect(fileAt('2018-19 Q4')).toBe('spec/measures/riia/02-referrals.sql'); // before any: the oldest
  });

  it.each([
    [
      2,
      '2019-20 Q1',
      `${FILE}: valid_from: version 2 must be from a later quarter than 2019-20 Q1`,
    ],
    [1, '2026-27 Q1', 'id: riia-02 is taken already'],
  ])('is refused as version %i from %s', (version, from, message) => {
    expect(() => readSpec(withVersion(version, from))).toThrow(message);
  });
});
