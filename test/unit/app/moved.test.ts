import { describe, expect, it } from 'vitest';
import { Answered } from '../../../src/app/answered.ts';
import { movedBetween } from '../../../src/app/moved.ts';
import type { BreakdownCell, Observation } from '../../../src/model/observation.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import type { Period } from '../../../src/model/period.ts';
import { spec } from '../../../src/spec/spec.ts';

type Seen = readonly [
  figure: string,
  outcome: Outcome,
  cell?: BreakdownCell | undefined,
  period?: Period,
];

const MET = { by: 'end_reason', cell: 'met' };
const count = (value: number): Outcome => ({ kind: 'count', value });
const ratio = (numerator: number, denominator: number): Outcome => ({
  kind: 'ratio',
  numerator,
  denominator,
  scale: 100,
});

const QUARTER: Period = '2025-26 Q1';

function answered(measure: string, seen: readonly Seen[]): Answered {
  const observations = seen.map(([figure, outcome, cell, period]): Observation => ({
    ...{ measure, figure, outcome, cell: cell ?? null, period: period ?? QUARTER },
    ...{ version: 1, area: '000', origin: 'extract', denominatorFrom: null },
  }));
  const results = [{ measure, observations, caveats: [], failed: null }];
  return new Answered(
    { quarters: ['2025-26 Q1'], results, balances: [], findings: [] },
    {
      ...{ la: '000', extractDate: '2025-07-14' },
      ...{ settings: {}, handEntered: [], words: [] },
    },
  );
}

function moved(measure: string, before: readonly Seen[], after: readonly Seen[]): string[] {
  const found = movedBetween(
    answered(measure, before),
    answered(measure, after),
    '2025-26 Q1',
    spec,
  );
  return found.map((one) => `${one.what ?? 'headline'}: ${one.before} → ${one.after}`);
}

describe('what moved in a quarter', () => {
  it('is a cell of a breakdown, by its name', () => {
    expect(
      moved(
        'eh-8',
        [
          ['closed', count(29)],
          ['closed', count(14), MET],
        ],
        [
          ['closed', count(29)],
          ['closed', count(23), MET],
        ],
      ),
    ).toEqual(['why it ended: Outcome met: 14 → 23']);
  });

  it('is whole figures before cells, and a figure that can be given now', () => {
    const none: Outcome = { kind: 'not available', reason: 'too many are not known' };
    expect(
      moved(
        'eh-9',
        [
          ['met', none, MET],
          ['met', none],
        ],
        [
          ['met', count(23), MET],
          ['met', count(23)],
        ],
      ),
    ).toHaveLength(2);
    expect(
      moved(
        'eh-8',
        [
          ['closed', none, MET],
          ['closed', none],
        ],
        [
          ['closed', count(2), MET],
          ['closed', count(3)],
        ],
      ),
    ).toEqual(['headline: Not available → 3', 'why it ended: Outcome met: Not available → 2']);
  });

  it('is a percentage by its parts, though it rounds to the same', () => {
    expect(moved('riia-04', [['repeat', ratio(1, 4)]], [['repeat', ratio(2, 8)]])).toEqual([
      'headline: 1 of 4 (25.0%) → 2 of 8 (25.0%)',
    ]);
  });

  it('is nothing of another quarter, and no rate, which moves with what it counts', () => {
    expect(
      moved(
        'riia-02',
        [
          ['referrals', count(1), undefined, '2024-25 Q4'],
          ['rate', ratio(1, 10)],
        ],
        [
          ['referrals', count(2), undefined, '2024-25 Q4'],
          ['rate', ratio(2, 10)],
        ],
      ),
    ).toEqual([]);
  });
});
