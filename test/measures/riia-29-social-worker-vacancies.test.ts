import { expect, it } from 'vitest';
import { enteredInto } from './by-hand.ts';

const entered = enteredInto('riia-29', 'rate');

it('is the vacant posts, of those and the social workers in post', async () => {
  expect(await entered({ vacant: 12.5, in_post: 87.5 })).toBe('12.5 of 100');
  expect(await entered({ vacant: 8, in_post: 32 })).toBe('8 of 40');
});

it('takes a nought in either part for what it is', async () => {
  expect(await entered({ vacant: 0, in_post: 87.5 })).toBe('0 of 87.5');
  expect(await entered({ vacant: 12, in_post: 0 })).toBe('12 of 12');
});

it('is not applicable, and not 0 %, where there are no posts', async () => {
  expect(await entered({ vacant: 0, in_post: 0 })).toBe('not applicable');
});

it('is missing while a part of it is', async () => {
  expect(await entered({ vacant: 12.5 })).toBe('missing');
  expect(await entered({ in_post: 87.5 })).toBe('missing');
  expect(await entered({})).toBe('missing');
});
