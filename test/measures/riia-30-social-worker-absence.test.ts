import { expect, it } from 'vitest';
import { enteredInto } from './by-hand.ts';
import { quarterFrom } from './case.ts';

const entered = enteredInto('riia-30', 'rate');

it('is the days lost, of the social workers in post times the working days in the quarter', async () => {
  // April to June 2025: 22 + 22 + 21 = 65 days from Monday to Friday, less 18 and 21 April, 5 and 26 May: 61.
  expect(await entered({ days_lost: 305, in_post: 100 })).toBe('305 of 6100');
  expect(await entered({ days_lost: 12.5, in_post: 20.5 })).toBe('12.5 of 1250.5');
  // October to December 2024: 23 + 21 + 22 = 66 days from Monday to Friday, less 25 and 26 December: 64.
  expect(await entered({ days_lost: 1, in_post: 10 }, quarterFrom('2024-25 Q3'))).toBe('1 of 640');
});

it('takes a nought for what it is', async () => {
  expect(await entered({ days_lost: 0, in_post: 100 })).toBe('0 of 6100');
});

it('is not applicable, and not 0 %, with nobody in post', async () => {
  expect(await entered({ days_lost: 0, in_post: 0 })).toBe('not applicable');
});

it('is missing while a part of it is', async () => {
  expect(await entered({ days_lost: 305 })).toBe('missing');
  expect(await entered({ in_post: 100 })).toBe('missing');
  expect(await entered({})).toBe('missing');
});
