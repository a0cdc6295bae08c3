import { describe, expect, it } from 'vitest';
import { writeJson } from '../../../src/return/json.ts';
import { OBSERVATIONS, collatorReturnOf, documentFor, TERMS } from './observations.ts';
import { documentOf } from '../../../src/return/document.ts';

const SEAL = { withheld: 0, observations: '', rest: '' };
const bytes = writeJson(documentFor(), SEAL);
const text = new TextDecoder().decode(bytes);
const parsed: unknown = JSON.parse(text);

describe('the JSON', () => {
  it('says what it is before what it holds', () => {
    expect(parsed).toMatchObject({
      quarterlight: { version: '0.1.0', schemaVersion: 2, holds: 'return' },
      status: 'DRAFT',
      release: 'SHAREABLE',
      authority: { code: '000', name: 'Exampleshire' },
      quarter: '2025-26 Q1',
      version: 1,
      made: '2025-07-14T09:30:00Z',
      signedOff: null,
      extract: { date: '2025-07-14', from: '2019-07-01', to: '2025-07-13' },
      treatment: { kind: 'shareable', policy: { id: 'withhold-1-to-5' }, audit: { version: 1 } },
      settings: [{ measure: 'eh-6', id: 'step_up_days', value: 21, usual: 14 }],
      earlyHelp: [
        { id: 'closing', answer: { id: 'at_review', title: 'At the next review' } },
        { id: 'level', answer: null },
      ],
      wordsMapped: [{ list: 'early_help_end_reason', title: 'Why early help ended', count: 12 }],
    });
    const keys = text.match(/^ "\w+"/gm)?.map((key) => key.slice(2, -1));
    expect(keys).toEqual([
      ...['quarterlight', 'status', 'release', 'authority', 'quarter', 'version', 'made'],
      ...['signedOff', 'extract', 'treatment', 'symbols', 'settings', 'earlyHelp', 'wordsMapped'],
      ...['quality', 'caveats', 'notes', 'revisions', 'breakdowns', 'seal', 'measures'],
      'observations',
    ]);
  });

  it('says of a complete return, before all else, that it is never to be published', () => {
    const complete = new TextDecoder().decode(
      writeJson(documentOf(collatorReturnOf(), TERMS), SEAL),
    );
    expect(complete.slice(0, 200)).toContain('"release": "NEVER TO BE PUBLISHED"');
    expect(complete).toContain('"agreement": "North sharing agreement"');
  });

  it('has a number or null wherever a number stands, and the symbol beside it', () => {
    const table = text.slice(text.indexOf('"observations": ['));
    const rows = table.match(/"(value|numerator|denominator|scale)": .*/g) ?? [];
    expect(rows).toHaveLength(OBSERVATIONS.length * 4);
    expect(rows.filter((row) => !/: (null|-?\d+(\.\d+)?),?$/.test(row))).toEqual([]);
    expect(parsed).toHaveProperty('observations.5.symbol', 'c');
    expect(parsed).toHaveProperty('observations.5.value', null);
  });

  it('holds every definition, a breakdown’s too, and no SQL', () => {
    expect(parsed).toHaveProperty('measures.0.figures.1', {
      id: 'rate',
      title: 'Referrals per 10,000 children',
      headline: false,
      kind: 'rate',
      unit: 'per 10,000 children',
      numerator: 'Referrals',
      denominator: 'The population that the observation names.',
    });
    expect(parsed).toHaveProperty('measures.1.breakdownOf', {
      measure: 'riia-02',
      by: 'referral_source',
    });
    expect(text).not.toMatch(/select /i);
  });

  it('holds what to know beside the figures, as it is sent', () => {
    expect(parsed).toHaveProperty('caveats', [
      {
        measure: 'riia-04',
        kind: 'window-limited',
        says: 'The extract begins on 1 July 2024.', // without the count
        figures: ['repeat'],
        periods: ['year to 2025-26 Q1'],
      },
    ]);
  });

  it('gives the same bytes for the same input, in whatever order it came', () => {
    expect(writeJson(documentFor([...OBSERVATIONS].reverse()), SEAL)).toStrictEqual(bytes);
  });
});
