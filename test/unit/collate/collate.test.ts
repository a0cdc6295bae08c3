import { describe, expect, it } from 'vitest';
import { collate } from '../../../src/collate/collate.ts';
import { heldOutcome } from '../../../src/collate/figures.ts';
import { observationAt, tableOf } from '../../../src/collate/figure-table.ts';
import { seriesKey } from '../../../src/model/collation.ts';
import type { Period } from '../../../src/model/period.ts';
import {
  Q1,
  WITHHELD,
  choices,
  collected,
  count,
  files,
  nothing,
  observed,
  share,
} from './made.ts';

const REFERRALS = { measure: 'riia-02', figure: 'referrals', cell: null } as const;

function referrals(collation: ReturnType<typeof collate>, area: string, period: Period = Q1) {
  const held = collation.figures.find(area, seriesKey({ ...REFERRALS, period }));
  return held && heldOutcome(held);
}

describe('figures in columns', () => {
  it('are what they were made from, of every kind', () => {
    const observations = observed('302', 'year to 2025-26 Q1', [
      ['riia-02.referrals', 7],
      ['riia-28.posts', { kind: 'amount', value: 12.25 }, { origin: 'entered by hand' }],
      ['riia-04.repeat sex male', share(3, 40), { version: 2 }],
      ['riia-02.rate', share(7, 90_000, 10_000), { denominatorFrom: 'mid-2024 estimate' }],
      ['riia-02.referrals age unknown', WITHHELD],
      ['riia-05.started', nothing('not available')],
      ['riia-06.completed', { kind: 'missing', reason: 'another reason' }],
      ['riia-12.within_15', nothing('not applicable')],
    ]);
    const table = tableOf(observations);
    expect(observations.map((_, row) => observationAt(table, row, '302'))).toEqual(observations);
  });
});

describe('which return stands', () => {
  const first = collected('302', Q1, [['riia-02.referrals', 100]]);
  const second = collected('302', Q1, [['riia-02.referrals', 110]], { version: 2 });

  it('is the latest version, whichever came first', () => {
    for (const given of [files(first, second), files(second, first)]) {
      const made = collate(given, choices());
      expect(referrals(made, '302')).toEqual(count(110));
      expect(made.standing[0]?.others).toEqual([first]);
    }
  });

  it('is of one version the one made last', () => {
    const later = collected('302', Q1, [['riia-02.referrals', 99]], {
      made: '2025-07-20T09:00:00Z',
    });
    expect(referrals(collate(files(later, first), choices()), '302')).toEqual(count(99));
  });

  it('tells what changed, old and new, and nothing that did not', () => {
    const more = collected(
      '302',
      Q1,
      [
        ['riia-02.referrals', 110],
        ['riia-05.started', 50],
      ],
      {
        version: 2,
      },
    );
    const same = collected('302', Q1, [
      ['riia-02.referrals', 100],
      ['riia-05.started', 50],
    ]);
    const { changes } = collate(files(same, more), choices());
    expect(changes).toEqual([
      {
        ...{ kind: 'replaced', area: '302', reason: null, from: same.id, by: more.id },
        at: { ...REFERRALS, period: Q1 },
        ...{ was: count(100), is: count(110) },
      },
    ]);
  });

  it('is what a person chose, or none, and can be taken back', () => {
    const given = files(first, second);
    const back = collate(given, choices({ standing: { [`302 ${Q1}`]: first.id } }));
    expect(referrals(back, '302')).toEqual(count(100));
    expect(back.standing[0]).toMatchObject({ chosen: true, others: [second] });
    const none = collate(given, choices({ standing: { [`302 ${Q1}`]: null } }));
    expect(none.figures.areas).toEqual([]);
    expect(referrals(collate(given, choices()), '302')).toEqual(count(110));
  });

  it('is the latest where what was chosen is no longer given', () => {
    const made = collate(files(first), choices({ standing: { [`302 ${Q1}`]: 'gone' } }));
    expect(made.standing[0]).toMatchObject({ chosen: false, stands: first });
  });

  it('tells the same file given twice, and counts it once', () => {
    const [one] = files(first);
    if (!one) throw new RangeError('no file');
    const made = collate([one, { ...one, path: 'copy.zip' }], choices());
    expect(made.repeated).toEqual([{ place: 1, path: 'copy.zip', sameAs: one.path }]);
    expect(made.standing[0]?.others).toEqual([]);
  });

  it('prefers a return to what a pack tells of it', () => {
    const packed = { ...first, id: 'in a pack', place: { region: 'London', synthetic: false } };
    const made = collate(files(packed, first), choices());
    expect(made.standing[0]).toMatchObject({ stands: first, others: [] });
  });
});

describe('revisions', () => {
  const earlier = collected('302', '2024-25 Q4', [
    ['riia-02.referrals', 80],
    ['riia-05.started', 40],
  ]);
  const at = { ...REFERRALS, period: '2024-25 Q4' } as const;
  const later = collected(
    '302',
    Q1,
    [
      ...observed('302', Q1, [['riia-02.referrals', 90]]),
      ...observed('302', '2024-25 Q4', [
        ['riia-02.referrals', 84],
        ['riia-05.started', nothing('not available')],
      ]),
    ],
    { revisions: [{ at, was: count(80), reason: 'Recorded late.' }] },
  );

  it('are taken up, and told with why', () => {
    const made = collate(files(later, earlier), choices());
    expect(referrals(made, '302', '2024-25 Q4')).toEqual(count(84));
    expect(made.changes).toEqual([
      {
        ...{ kind: 'revised', area: '302', at, was: count(80), is: count(84) },
        ...{ from: earlier.id, by: later.id, reason: 'Recorded late.' },
      },
    ]);
  });

  it('take no figure away by merely not having it', () => {
    const made = collate(files(later, earlier), choices());
    const key = 'riia-05|started|2024-25 Q4||';
    const held = made.figures.find('302', key);
    expect(held && heldOutcome(held)).toEqual(count(40));
  });

  it('are not taken up where a person says so', () => {
    const made = collate(files(later, earlier), choices({ notRevising: [later.id] }));
    expect(referrals(made, '302', '2024-25 Q4')).toEqual(count(80));
    expect(referrals(made, '302')).toEqual(count(90));
    expect(made.changes).toEqual([]);
  });
});
