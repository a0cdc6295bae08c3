import { expect, it } from 'vitest';
import { inNative } from './native.ts';
import { quarterFrom } from './case.ts';
import { person } from './rows/person.ts';

const measured = inNative('riia-24');
const tables = { ssd_person: [person('p', '2015-01-01')], ssd_cin_episodes: [] };
const quarters = ['2024-25 Q4', '2025-26 Q1'];

it('is missing, never 0, until it is entered, and then for that quarter alone', async () => {
  const entry = {
    measure: 'riia-24',
    quarter: quarterFrom('2025-26 Q1'),
    parts: { children: 214 },
  };
  const { figure, answer } = await measured(tables, { quarters, handEntered: [entry] });
  expect(figure('riia-24', 'children', '2024-25 Q4')).toBe('missing');
  expect(figure('riia-24', 'children', '2025-26 Q1')).toBe(214);
  const origins = answer.results
    .find((result) => result.measure === 'riia-24')
    ?.observations.map((o) => o.origin);
  expect(origins).toEqual(['entered by hand', 'entered by hand']);
});

it('takes a nought that was entered for what it is', async () => {
  const entry = { measure: 'riia-24', quarter: quarterFrom('2025-26 Q1'), parts: { children: 0 } };
  const { figure } = await measured(tables, { quarters, handEntered: [entry] });
  expect(figure('riia-24', 'children', '2025-26 Q1')).toBe(0);
});

it('has no list of records', async () => {
  const { records } = await measured(tables, { quarters });
  const asked = {
    measure: 'riia-24',
    figure: 'children',
    period: quarterFrom('2025-26 Q1'),
    part: 'numerator',
  } as const;
  await expect(records(asked)).rejects.toThrow('There are no records behind this figure.');
});
