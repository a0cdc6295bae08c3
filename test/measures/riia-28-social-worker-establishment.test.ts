import { expect, it } from 'vitest';
import { inBrief } from '../../src/model/outcome.ts';
import { QUARTER, enteredInto } from './by-hand.ts';
import { inNative } from './native.ts';
import { person } from './rows/person.ts';

const measured = inNative('riia-28');
const entered = enteredInto('riia-28', 'posts');

it('gives the posts as they were entered, to one decimal', async () => {
  expect(await entered({ posts: 84.5 })).toBe(84.5);
  expect(await entered({ posts: 84 })).toBe(84);
  const { answer } = await measured(
    { ssd_person: [person('p', '2015-01-01')] },
    {
      quarters: [QUARTER],
      handEntered: [{ measure: 'riia-28', quarter: QUARTER, parts: { posts: 84 } }],
    },
  );
  const outcome = answer.results[0]?.observations[0]?.outcome;
  expect(outcome).toEqual({ kind: 'amount', value: 84 }); // an amount, also where it is whole
  expect(outcome && inBrief(outcome)).toBe('84.0');
});

it('takes a nought for what it is, and is missing until it is entered', async () => {
  expect(await entered({ posts: 0 })).toBe(0);
  expect(await entered({})).toBe('missing');
});

it('is for its own quarter, and has no year', async () => {
  const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];
  const { figure } = await measured(
    { ssd_person: [person('p', '2015-01-01')] },
    { quarters, handEntered: [{ measure: 'riia-28', quarter: QUARTER, parts: { posts: 84.5 } }] },
  );
  expect(quarters.map((quarter) => figure('riia-28', 'posts', quarter))).toEqual([
    'missing',
    'missing',
    'missing',
    84.5,
  ]);
  expect(figure('riia-28', 'posts', `year to ${QUARTER}`)).toBe('0 observations');
});
