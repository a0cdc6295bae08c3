import { expect, it } from 'vitest';
import { enteredInto } from './by-hand.ts';

const entered = enteredInto('riia-31', 'rate');

it('is the agency workers, of those and the social workers in post', async () => {
  expect(await entered({ agency: 15.5, in_post: 84.5 })).toBe('15.5 of 100');
  expect(await entered({ agency: 10, in_post: 30 })).toBe('10 of 40');
});

it('takes a nought in either part for what it is', async () => {
  expect(await entered({ agency: 0, in_post: 84.5 })).toBe('0 of 84.5');
  expect(await entered({ agency: 15.5, in_post: 0 })).toBe('15.5 of 15.5');
});

it('is not applicable, and not 0 %, where nobody is at work', async () => {
  expect(await entered({ agency: 0, in_post: 0 })).toBe('not applicable');
});

it('is missing while a part of it is', async () => {
  expect(await entered({ agency: 15.5 })).toBe('missing');
  expect(await entered({ in_post: 84.5 })).toBe('missing');
  expect(await entered({})).toBe('missing');
});
