import { describe, expect, it } from 'vitest';
import { type Place, hashOf, readPlace, samePage } from '../../../src/app/place.ts';

const START = { page: 'start', quarter: null };

describe('the address bar', () => {
  const places: readonly Place[] = [
    { page: 'start', quarter: null },
    { page: 'extract', quarter: null },
    { page: 'measures', quarter: '2025-26 Q1' },
    { page: 'return', quarter: '2024-25 Q4' },
    { page: 'measure', measure: 'riia-07', figure: null, quarter: null },
    { page: 'measure', measure: 'eh-6', figure: 'from_referral', quarter: '2025-26 Q1' },
    { page: 'compare', measure: null, figure: null, quarter: '2025-26 Q1' },
    { page: 'compare', measure: 'eh-5', figure: 'rate', quarter: null },
    { page: 'report', quarter: null },
    { page: 'collate', step: null, quarter: '2025-26 Q1' },
    { page: 'collate', step: 'remarks', quarter: null },
    { page: 'definitions', measure: null, quarter: null },
    { page: 'definitions', measure: 'riia-04', quarter: '2025-26 Q1' },
    { page: 'help', reader: null, quarter: null },
    { page: 'help', reader: 'region', quarter: '2025-26 Q1' },
    { page: 'accessibility', quarter: null },
    { page: 'privacy', quarter: '2025-26 Q1' },
    { page: 'about', quarter: null },
    { page: 'changes', quarter: null },
    { page: 'check-return', quarter: null },
  ];

  it.each(places)('names %o so that it is read back as it was', (place) => {
    expect(readPlace(hashOf(place))).toEqual(place);
  });

  it('is readable', () => {
    const place = readPlace('#/measure/riia-04?quarter=2025-26-Q1&figure=repeat');
    expect(place).toEqual({
      page: 'measure',
      measure: 'riia-04',
      figure: 'repeat',
      quarter: '2025-26 Q1',
    });
  });

  it.each([
    '',
    '#',
    '#/',
    '#/nowhere',
    '#/measure',
    '#/measures/riia-04/x',
    '#/measure/<b>',
    '#main',
    '#/definitions/riia-04/x',
    '#/definitions/<b>',
    '#/help/nobody',
    '#/privacy/analyst',
  ])('leads to Start from %j, which names no place', (hash) => {
    expect(readPlace(hash)).toEqual(START);
  });

  it('drops a quarter that is none, and keeps the page', () => {
    expect(readPlace('#/measures?quarter=2025-27-Q1')).toEqual({ page: 'measures', quarter: null });
    expect(readPlace('#/measures?quarter=2025-26-Q5')).toEqual({ page: 'measures', quarter: null });
  });
});

describe('the same page', () => {
  const measure = { page: 'measure', measure: 'riia-04', figure: null, quarter: null } as const;

  it('is the same in another quarter and for another figure', () => {
    expect(samePage(measure, { ...measure, quarter: '2025-26 Q1', figure: 'repeat' })).toBe(true);
  });

  it('is another for another measure', () => {
    expect(samePage(measure, { ...measure, measure: 'riia-02' })).toBe(false);
    expect(samePage(measure, { page: 'measures', quarter: null })).toBe(false);
    expect(samePage(measure, { page: 'definitions', measure: 'riia-04', quarter: null })).toBe(
      false,
    );
  });

  it('is one page for all definitions, and another for each reader of help', () => {
    const definitions = { page: 'definitions', measure: null, quarter: null } as const;
    expect(samePage(definitions, { ...definitions, measure: 'riia-04' })).toBe(true);
    const help = { page: 'help', reader: null, quarter: null } as const;
    expect(samePage(help, { ...help, quarter: '2025-26 Q1' })).toBe(true);
    expect(samePage(help, { ...help, reader: 'lead' })).toBe(false);
  });
});
