import { describe, expect, it } from 'vitest';
import { Answered } from '../../../src/app/answered.ts';
import { expectedInWords, movedFigures } from '../../../src/app/moved-figures.ts';
import type { Observation } from '../../../src/model/observation.ts';
import { quartersBetween } from '../../../src/model/period.ts';
import { spec } from '../../../src/spec/spec.ts';

const QUARTERS = quartersBetween('2022-23 Q2', '2025-26 Q2');

/** Takes counts of thirteen quarters, the last the one shown, and versions where they are not 1; gives what moved, and where it was expected. */
function moved(counts: readonly number[], versions: readonly number[] = []): string[] {
  const observations = counts.map((value, at): Observation => ({
    ...{ measure: 'eh-8', figure: 'closed', period: QUARTERS[at] ?? '2025-26 Q2', cell: null },
    ...{ version: versions[at] ?? 1, area: '000', origin: 'extract', denominatorFrom: null },
    outcome: { kind: 'count', value },
  }));
  const results = [{ measure: 'eh-8', observations, caveats: [], failed: null }];
  const answered = new Answered(
    { quarters: QUARTERS, results, balances: [], findings: [] },
    {
      ...{ la: '000', extractDate: '2025-10-14' },
      ...{ settings: {}, handEntered: [], words: [] },
    },
  );
  return movedFigures(answered, '2025-26 Q2', spec.measures).map(({ now, limits }) =>
    expectedInWords(limits, now.outcome),
  );
}

const CALM = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12];

describe('a figure that moved', () => {
  it('lies outside of what its twelve quarters before lead one to expect', () => {
    // Mean 11, moving ranges 2: 11 ± 5.32.
    expect(moved([...CALM, 17])).toEqual(['between 6 and 16']);
    expect(moved([...CALM, 16])).toEqual([]);
  });

  it('is not hidden by one odd quarter before', () => {
    // The ranges 30 and 28 are left out of their mean; the mean of the counts has the 40 in it: 13.5 ± 5.32.
    expect(moved([...CALM.slice(0, 10), 40, 12, 25])).toEqual(['between 9 and 18']);
  });

  it('has no history in quarters by another definition, and no change across them', () => {
    const other = Array.from(CALM, (_, at) => (at < 6 ? 2 : 1));
    expect(moved([...CALM, 17], other)).toEqual([]);
    // Eight of the twelve, in one row.
    const four = Array.from(CALM, (_, at) => (at < 4 ? 2 : 1));
    expect(moved([...CALM.map((value, at) => (at < 4 ? 900 : value)), 17], four)).toEqual([
      'between 6 and 16',
    ]);
  });
});
