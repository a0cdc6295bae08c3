import { describe, expect, it } from 'vitest';
import { ownColumns } from '../../../src/compare/from-observations.ts';
import type { Day } from '../../../src/model/day.ts';
import type { PeerSet } from '../../../src/model/comparison.ts';
import { ENGLAND, QUARTER, benchmarkOf, count, packOf, seen } from './made.ts';

const DAY: Day = '2025-03-31';
const SAME = { partner_led: 'all', level: 'targeted' };

const own = (code: string, earlyHelp: Readonly<Record<string, string>>, synthetic = false) =>
  ownColumns([], { code, name: code, synthetic, earlyHelp }, () => Promise.resolve());

function peers(set: PeerSet, area: string | null, day: Day = DAY) {
  const { title, members, says } = benchmarkOf().peersOf(set, area, day);
  return { title, members, says };
}

describe('peers', () => {
  it('England is every real authority that was there on the day', () => {
    expect(peers(ENGLAND, '303')).toEqual({
      ...{ title: 'England', members: ['301', '302', '303', '304'], says: null },
    });
    expect(peers(ENGLAND, null, '2024-03-31').members).toEqual(['300', '303', '304']);
  });

  it('a region reads well in a sentence', () => {
    expect(peers({ kind: 'region' }, '301')).toEqual({
      ...{ title: 'the North West', members: ['301', '302'], says: null },
    });
    expect(peers({ kind: 'region' }, '304').title).toBe('London');
    expect(peers({ kind: 'region' }, '000')).toEqual({
      ...{ title: 'its region', members: [], says: 'Exampleshire (made up) lies in no region.' },
    });
    expect(peers({ kind: 'region' }, null).says).toBe('No authority is chosen.');
  });

  it('neighbours are as they are listed, ended ones among them, or there are none', () => {
    expect(peers({ kind: 'neighbours' }, '303')).toEqual({
      ...{ title: 'its statistical neighbours', members: ['301', '300', '304'], says: null },
    });
    expect(peers({ kind: 'neighbours' }, '000')).toMatchObject({
      members: [],
      says: 'No statistical neighbours of Exampleshire (made up) are known.',
    });
  });

  it('a group has a name', () => {
    expect(peers({ kind: 'group', name: 'Coast' }, '303')).toEqual({
      ...{ title: 'the group Coast', members: ['302', '304'], says: null },
    });
    expect(peers({ kind: 'group', name: 'Hill' }, '303').says).toBe(
      'There is no group named Hill.',
    );
    expect(peers({ kind: 'group', name: 'Coast' }, '000').members).toEqual([]);
  });

  it('a made-up authority has the made-up ones alone', () => {
    const pack = packOf([seen('001', 'eh-5', 'children', QUARTER, count(9))], { synthetic: true });
    const found = benchmarkOf(pack).peersOf(ENGLAND, '000', DAY);
    expect(found).toMatchObject({ title: 'the made-up authorities', members: ['000', '001'] });
    expect(found.says).toBe('Exampleshire (made up) is set beside the made-up authorities alone.');
    expect(benchmarkOf().peersOf(ENGLAND, '000', DAY).says).toMatch(/load the made-up pack/);
    expect(benchmarkOf(pack).peersOf({ kind: 'region' }, '001', DAY)).toMatchObject({
      ...{ title: 'Made-up North', members: ['001'] },
    });
  });

  it('alike are those with the same answer to every question, and no others', async () => {
    const earlyHelp = {
      301: SAME,
      302: { ...SAME, level: 'universal' },
      // One question is not answered.
      304: { partner_led: 'all' },
    };
    const benchmark = benchmarkOf(packOf([], { earlyHelp }), await own('303', SAME));
    expect(benchmark.peersOf({ kind: 'alike' }, '303', DAY)).toEqual({
      set: { kind: 'alike' },
      title: 'authorities with the same answers to all 2 questions on early help',
      ...{ members: ['301'], says: null },
    });
    const other = benchmarkOf(
      packOf([], { earlyHelp }),
      await own('303', { ...SAME, level: 'none' }),
    );
    expect(other.peersOf({ kind: 'alike' }, '303', DAY)).toMatchObject({
      ...{ members: [], says: 'No authority in a pack or a return has the same answers.' },
    });
    const untold = benchmarkOf(packOf([], { earlyHelp }), await own('303', { level: 'targeted' }));
    expect(untold.peersOf({ kind: 'alike' }, '303', DAY).says).toMatch(
      /Answer them in the profile/,
    );
  });
});
