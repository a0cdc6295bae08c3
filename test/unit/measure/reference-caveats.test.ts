import { describe, expect, it } from 'vitest';
import { referenceCaveats } from '../../../src/measure/reference-caveats.ts';
import type { Day } from '../../../src/model/day.ts';
import type { Caveat } from '../../../src/model/observation.ts';
import type { Period } from '../../../src/model/period.ts';
import { spec } from '../../../src/spec/spec.ts';

/** The caveats of every measure, by its id, with tables that are good to the days given. */
function caveatsBy(population: Day, bankHolidays: Day, periods: readonly Period[]) {
  const { tables } = spec.reference;
  const reference = {
    ...spec.reference,
    tables: {
      ...tables,
      population: { ...tables.population, coversTo: population },
      bankHolidays: { ...tables.bankHolidays, coversTo: bankHolidays },
    },
  };
  const found = new Map<string, readonly Caveat[]>();
  for (const measure of spec.measures) {
    if (measure.kind === 'breakdown') continue;
    const caveats = referenceCaveats(measure, periods, { ...spec, reference });
    if (caveats.length > 0) found.set(measure.id, caveats);
  }
  return found;
}

const Q1 = '2025-26 Q1'; // ends on 30 June 2025
const YEAR = 'year to 2025-26 Q1';
const FAR: Day = '2099-12-31';

describe('figures that lean on a table past its last day', () => {
  it('are none on that day', () => {
    expect(caveatsBy('2025-06-30', '2025-06-30', [Q1, YEAR]).size).toBe(0);
  });

  it('are, of the bank holidays, those that count working days and no others', () => {
    const found = caveatsBy(FAR, '2025-06-29', ['2024-25 Q4', Q1, YEAR]);
    expect([...found.keys()]).toEqual(['riia-07', 'riia-12', 'riia-30']);
    expect(found.get('riia-07')).toEqual([
      {
        kind: 'reference out of date',
        says:
          'The list of bank holidays in this copy of Quarterlight is good to 29 June 2025. Bank holidays after ' +
          'that count as working days, so more working days are counted than there are.',
        sent:
          'The list of bank holidays in this copy of Quarterlight is good to 29 June 2025. Bank holidays after ' +
          'that count as working days, so more working days are counted than there are.',
        figures: ['from_start', 'from_referral'],
        periods: [Q1, YEAR],
      },
    ]);
  });

  it('are, of the population, the rates of every measure that has one and no other figure', () => {
    const found = caveatsBy('2025-06-29', FAR, ['2024-25 Q4', Q1]);
    const rated = spec.measures.flatMap((measure) =>
      measure.kind !== 'breakdown' && measure.figures.some(({ kind }) => kind === 'rate')
        ? [measure.id]
        : [],
    );
    expect([...found.keys()]).toEqual(rated);
    expect(rated.length).toBeGreaterThan(10);
    const referrals = found.get('riia-02')?.map(({ figures, periods }) => ({ figures, periods }));
    expect(referrals).toEqual([{ figures: ['rate', 'rate_annualised'], periods: [Q1] }]);
  });
});
