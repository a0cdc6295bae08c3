import { describe, expect, it } from 'vitest';
import { collate } from '../../../src/collate/collate.ts';
import type { CollateKnown } from '../../../src/collate/known.ts';
import { totalAreas } from '../../../src/collate/total-areas.ts';
import { Totals } from '../../../src/collate/totals.ts';
import { type AreaTotal, type CollectedReturn, seriesKey } from '../../../src/model/collation.ts';
import type { Authority } from '../../../src/model/authority.ts';
import {
  type Given,
  KNOWN,
  Q1,
  WITHHELD,
  choices,
  collected,
  count,
  files,
  nothing,
  share,
} from './made.ts';

/** Four authorities of one region, of which one has ended. */
const PLACES: readonly Authority[] = ['801', '802', '803', '804'].map((code, place) => ({
  ...{ code, name: `North ${code}`, region: 'North East', validFrom: null },
  ...{ validTo: code === '804' ? '2024-03-31' : null, successors: [] },
  children: { '2023': 9_000 * (place + 1), '2024': 10_000 * (place + 1) },
}));
const HERE: CollateKnown = { ...KNOWN, authorities: PLACES };

function total(returns: readonly CollectedReturn[], figure: string, known = HERE): AreaTotal {
  const collation = collate(files(...returns), choices());
  const area = totalAreas(collation, known).find(({ kind }) => kind === 'region');
  if (!area) throw new RangeError('there is no region');
  const [of = '', by, cell] = figure.split(' ');
  const [measure = '', id = ''] = of.split('.');
  const broken = by !== undefined && cell !== undefined ? { by, cell } : null;
  const key = seriesKey({ measure, figure: id, period: Q1, cell: broken });
  const found = [...new Totals(collation, known).of(area)].find(({ at }) => seriesKey(at) === key);
  if (!found) throw new RangeError(`there is no total of ${figure}`);
  return found;
}

const given = (...each: readonly (readonly Given[])[]) =>
  each.map((own, place) => collected(`80${place + 1}`, Q1, own));

describe('totals', () => {
  it('add counts up, and say how they lie', () => {
    const of = given(
      [['riia-02.referrals', 10]],
      [['riia-02.referrals', 20]],
      [['riia-02.referrals', 60]],
    );
    expect(total(of, 'riia-02.referrals')).toEqual({
      ...{ area: 'E12000001', version: 1, outcome: count(90), range: null, denominatorFrom: null },
      at: { measure: 'riia-02', figure: 'referrals', period: Q1, cell: null },
      // The fourth had ended, and is not expected.
      coverage: { of: 3, shown: 3, withheld: 0, without: 0, otherVersion: 0 },
      spread: { n: 3, mean: 30, lowerQuartile: 15, median: 20, upperQuartile: 40 },
    });
  });

  it('pool percentages from their parts, and are no mean of percentages', () => {
    // 10 % of 10 and 50 % of 90: 46 of 100, and not 30 %.
    const of = given([['riia-04.repeat', share(1, 10)]], [['riia-04.repeat', share(45, 90)]]);
    expect(total(of, 'riia-04.repeat')).toMatchObject({ outcome: share(46, 100), spread: null });
  });

  it('take a share of none as nought of none', () => {
    const of = given(
      [['riia-04.repeat', share(7, 10)]],
      [['riia-04.repeat', nothing('not applicable')]],
    );
    expect(total(of, 'riia-04.repeat')).toMatchObject({
      ...{ outcome: share(7, 10), coverage: { of: 3, shown: 2, withheld: 0, without: 1 } },
    });
  });

  it('put rates over the summed population of one year, whichever each return used', () => {
    const rate = (n: number, children: number, year: string): Given => [
      'riia-02.rate',
      share(n, children, 10_000),
      { denominatorFrom: `children aged 0 to 17, mid-${year} estimate` },
    ];
    const of = given([rate(50, 9_000, '2023')], [rate(30, 20_000, '2024')]);
    expect(total(of, 'riia-02.rate')).toMatchObject({
      outcome: share(80, 30_000, 10_000),
      denominatorFrom: 'children aged 0 to 17, mid-2024 estimate',
    });
  });

  it('are over the year of those that there are, whatever a stranger’s own rates are over', () => {
    const rate = (n: number, children: number, year: string): Given => [
      'riia-02.rate',
      share(n, children, 10_000),
      { denominatorFrom: `children aged 0 to 17, mid-${year} estimate` },
    ];
    const of = given([rate(50, 10_000, '2024')], [rate(30, 20_000, '2024')]);
    const stranger = collected('999', Q1, [rate(70, 5_000, '2023')]);
    expect(total([...of, stranger], 'riia-02.rate').outcome).toEqual(share(80, 30_000, 10_000));
  });

  it('leave a rate without an estimate of the year out, and count it', () => {
    const authorities = PLACES.map((one) => (one.code === '801' ? { ...one, children: {} } : one));
    const rate: Given = ['riia-02.rate', share(50, 9_000, 10_000), { denominatorFrom: 'mid-2024' }];
    const found = total(given([rate], [rate]), 'riia-02.rate', { ...HERE, authorities });
    expect(found).toMatchObject({
      outcome: share(50, 20_000, 10_000),
      coverage: { of: 3, shown: 1, without: 2 },
    });
  });

  it('are withheld where a part is, and never as if it were nought', () => {
    const of = given([['riia-02.referrals', 10]], [['riia-02.referrals', WITHHELD]]);
    expect(total(of, 'riia-02.referrals')).toMatchObject({
      outcome: WITHHELD,
      range: { least: 11, most: null },
      coverage: { of: 3, shown: 1, withheld: 1, without: 1 },
    });
  });

  it('stand between the least and the most that withheld cells can be', () => {
    const sexes = (male: Given[1], female: Given[1], unknown: Given[1]): readonly Given[] => [
      ['riia-02.referrals', 100],
      ['riia-02.referrals sex male', male],
      ['riia-02.referrals sex female', female],
      ['riia-02.referrals sex unknown', unknown],
    ];
    // 100 less 60 is 40 for two, of which the other is 1 or more: 39 at most, and not 5.
    const of = given(sexes(60, WITHHELD, WITHHELD), sexes(40, 60, 0));
    expect(total(of, 'riia-02.referrals sex female').range).toEqual({ least: 61, most: 99 });
    // Withheld entire, each may be nought, and each may be all.
    const entire = given(sexes(WITHHELD, WITHHELD, WITHHELD), sexes(40, 60, 0));
    expect(total(entire, 'riia-02.referrals sex male').range).toEqual({ least: 40, most: 140 });
  });

  it('leave out a figure by another version, unless a rule makes it the same', () => {
    const of = given(
      [['riia-02.referrals', 10, { version: 1 }]],
      [['riia-02.referrals', 20, { version: 9 }]],
    );
    expect(total(of, 'riia-02.referrals')).toMatchObject({
      ...{ outcome: count(10), coverage: { shown: 1, otherVersion: 1, without: 1 } },
    });
    const rule = { measure: 'riia-02', from: 9, to: 1, figures: ['referrals'], reason: 'Same.' };
    expect(total(of, 'riia-02.referrals', { ...HERE, migrations: [rule] })).toMatchObject({
      ...{ outcome: count(30), coverage: { shown: 2, otherVersion: 0, without: 1 } },
    });
  });

  it('have none where nobody gives a figure', () => {
    const of = given([['riia-02.referrals', nothing('not available')]]);
    expect(total(of, 'riia-02.referrals').outcome).toEqual({
      ...{ kind: 'not available', reason: 'no authority gives it' },
    });
  });
});

describe('areas of totals', () => {
  it('are the regions that anyone sent from, with all their authorities', () => {
    const collation = collate(files(collected('302', Q1, [['riia-02.referrals', 5]])), choices());
    const [london, ...others] = totalAreas(collation, KNOWN);
    expect(others).toEqual([]);
    expect(london).toMatchObject({ code: 'E12000007', kind: 'region', synthetic: false });
    expect(london?.members).toHaveLength(33);
  });

  it('have England where every region sent, without the made-up authority', () => {
    const one = KNOWN.regions.flatMap(({ name }) => {
      const found = KNOWN.authorities.find(({ region, validTo }) => region === name && !validTo);
      return found ? [collected(found.code, Q1, [['riia-02.referrals', 5]])] : [];
    });
    const areas = totalAreas(collate(files(...one), choices()), KNOWN);
    const england = areas.find(({ kind }) => kind === 'england');
    expect(england?.members).not.toContain(KNOWN.sampleAuthority);
    expect(areas).toHaveLength(10);
    const [, ...fewer] = one;
    const without = totalAreas(collate(files(...fewer), choices()), KNOWN);
    expect(without.map(({ kind }) => kind)).not.toContain('england');
  });

  it('are the groups that were chosen', () => {
    const group = {
      code: 'neighbours-of-302',
      name: 'Neighbours of Barnet',
      members: ['303', '302'],
    };
    const returns = files(collected('302', Q1, [['riia-02.referrals', 5]]));
    const areas = totalAreas(collate(returns, choices({ groups: [group] })), KNOWN);
    expect(areas.at(-1)).toMatchObject({ kind: 'group', members: ['302', '303'] });
  });
});
