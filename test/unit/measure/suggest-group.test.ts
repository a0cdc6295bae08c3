import { describe, expect, it } from 'vitest';
import { suggestGroup } from '../../../src/measure/suggest-group.ts';
import { spec } from '../../../src/spec/spec.ts';

function suggested(id: string, word: string, described: string | null = null): string | null {
  const list = spec.codeLists.find((one) => one.id === id);
  if (!list) throw new Error(`there is no list ${id}`);
  return suggestGroup(list, word, described);
}

describe('a group is suggested for a word', () => {
  it.each([
    ['referral_source', '1a - family member/relative/carer', 'individual'],
    ['referral_source', '(3c) nurse at school', 'health'],
    ['referral_source', 'police - response team', 'police'],
    ['referral_source', 'health visiting service', 'health'],
    ['referral_source', 'primary school', 'schools'],
    ['referral_source', 'housing options', 'housing'],
    ['early_help_end_reason', 'closed - outcomes met', 'met'],
    ['early_help_end_reason', 'outcome achieved', 'met'],
    ['early_help_end_reason', 'stepping up to social care', 'stepped_up'],
    ['early_help_end_reason', 'family moved away from area', 'moved'],
    ['early_help_end_reason', 'family withdrew consent', 'disengaged'],
    ['legal_status', 'c2 - full care order', 'other'],
    ['legal_status', 'v4: short term breaks agreed', 'respite'],
  ])('%s: %s', (list, word, group) => {
    expect(suggested(list, word)).toBe(group);
  });

  it('by its description, where the word is a local number', () => {
    expect(suggested('referral_source', '4711', 'Police force')).toBe('police');
    expect(suggested('referral_source', '4711')).toBeNull();
  });
});

describe('no group is suggested', () => {
  it.each([
    ['early_help_end_reason', 'needs not met', 'what it turns round'],
    ['early_help_end_reason', 'outcomes partially met', 'what it leaves half'],
    ['early_help_end_reason', 'closed', 'a word of no known meaning'],
    ['early_help_end_reason', 'no further action', 'what no group has'],
    ['referral_source', 'duty team', 'what any group could have'],
    ['referral_source', '-', 'a dash'],
    ['referral_source', 'police and housing', 'what two groups have equally'],
  ])('%s: %s, for %s', (list, word) => {
    expect(suggested(list, word)).toBeNull();
  });
});
