import { describe, expect, it } from 'vitest';
import { writeJson } from '../../../src/return/json.ts';
import { observationRows } from '../../../src/return/observation-rows.ts';
import { OBSERVATIONS, TERMS, returnOf } from './observations.ts';

const bytes = writeJson(returnOf(), TERMS);
const text = new TextDecoder().decode(bytes);
const parsed: unknown = JSON.parse(text);

describe('the JSON', () => {
  it('says what it is before what it holds', () => {
    expect(parsed).toMatchObject({
      quarterlight: { version: '0.1.0', schemaVersion: 1 },
      status: 'DRAFT, NOT SAFE TO SEND',
      authority: { code: '000', name: 'Exampleshire' },
      quarter: '2025-26 Q1',
      extractDate: '2025-07-14',
      made: '2025-07-14T09:30:00Z',
      settings: [{ measure: 'eh-6', id: 'step_up_days', value: 21 }],
      earlyHelp: [
        {
          id: 'closing',
          question: 'When are episodes closed?',
          answer: { id: 'at_review', title: 'At the next review' },
        },
        { id: 'level', question: 'Which help counts?', answer: null },
      ],
      wordsMapped: [{ list: 'early_help_end_reason', title: 'Why early help ended', count: 12 }],
    });
    const keys = text.match(/^ "\w+"/gm)?.map((key) => key.slice(2, -1));
    expect(keys).toEqual([
      'quarterlight',
      'status',
      'authority',
      'quarter',
      'extractDate',
      'made',
      'disclosure',
      'settings',
      'earlyHelp',
      'wordsMapped',
      'symbols',
      'measures',
      'observations',
      'caveats',
    ]);
  });

  it('holds the rows of the tidy table', () => {
    expect(parsed).toHaveProperty('observations', observationRows(returnOf(), TERMS));
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

  it('holds what to know beside the figures', () => {
    expect(parsed).toHaveProperty('caveats', [
      {
        measure: 'riia-04',
        kind: 'window-limited',
        says: 'The extract begins on 1 July 2024.', // what is sent, without the count
        figures: ['repeat'],
        periods: ['year to 2025-26 Q1'],
      },
    ]);
  });

  it('gives the same bytes for the same input, in whatever order it came', () => {
    expect(writeJson(returnOf([...OBSERVATIONS].reverse()), TERMS)).toStrictEqual(bytes);
  });
});
