import { describe, expect, it } from 'vitest';
import { doubtsOf } from '../../../src/app/note-check.ts';

describe('a note that goes with a return', () => {
  it.each([
    ['born 12/05/2015', '12/05/2015'],
    ['the child of 2015-05-12', '2015-05-12'],
    ['since 3rd May 2015', '3rd May 2015'],
    ['case 1048213 was recorded late', '1048213'],
    ['see LCS-20481', 'LCS-20481'],
    ['pupil A123456789012', 'A123456789012'],
    ['NHS 943 476 5919', '943 476 5919'],
    ['moved to SW1A 1AA', 'SW1A 1AA'],
    ['ask someone@example.org', 'someone@example.org'],
    ['the Osgood-Smythe siblings, and Jane Doe', 'Jane Doe'],
    ['a large family, mother Alice', 'mother Alice'],
    ['Mr Patel asked', 'Mr Patel'],
  ])('is doubted: %s', (note, words) => {
    expect(doubtsOf(note).map((doubt) => doubt.words)).toContain(words);
  });

  it.each([
    'One family of seven children came into care in May.',
    'The Front Door moved to the Multi Agency Safeguarding Hub in January 2025.',
    '78 referrals more than in Q1 2024-25; police notifications are recorded as contacts now.',
    'Backlog of 1,204 assessments cleared. Early Help Family Hubs opened.',
    '',
  ])('is not doubted: %s', (note) => {
    expect(doubtsOf(note)).toEqual([]);
  });

  it('says each doubt once', () => {
    expect(doubtsOf('Jane Doe, John Roe, 12/05/2015 and 13/05/2015')).toHaveLength(2);
  });
});
