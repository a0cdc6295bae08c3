import { describe, expect, it } from 'vitest';
import { readSetting, rulesOf } from '../../../src/app/rule-entries.ts';
import { spec } from '../../../src/spec/spec.ts';

const rules = rulesOf(spec.measures);
const rule = (id: string) => {
  const found = rules.find((one) => one.id === id);
  if (!found) throw new Error(`there is no setting ${id}`);
  return found;
};

describe('the settings', () => {
  it('are all there are, each with the measures that go by it', () => {
    const all = spec.measures.flatMap((one) => (one.kind === 'records' ? one.settings : []));
    expect(rules.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(rule('step_up_days').titles).toEqual(['Children stepped up to social care']);
    // The young people of riia-23 are those of riia-22: both go by the same ages.
    expect(rules.some(({ titles }) => titles.length > 1)).toBe(true);
  });

  it('are yes or no where they can be nothing else, without saying so in numbers', () => {
    expect(rule('early_help_contacts_only')).toMatchObject({
      isYesOrNo: true,
      title: 'Contacts: count only those whose source or outcome is early help',
    });
    expect(rule('step_up_days').isYesOrNo).toBe(false);
  });

  it.each(['', '93', '-1', '1.5', '1e1', 'two', '1000000000'])('refuse %j', (typed) => {
    expect(readSetting(rule('step_up_days'), typed)).toEqual({
      value: null,
      error: 'Enter a whole number from 0 to 92',
    });
  });

  it.each([
    ['0', 0],
    [' 92 ', 92],
  ])('take %j', (typed, value) => {
    expect(readSetting(rule('step_up_days'), typed)).toEqual({ value, error: null });
  });
});
