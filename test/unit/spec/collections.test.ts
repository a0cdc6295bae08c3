import { expect, it } from 'vitest';
import { spec } from '../../../src/spec/spec.ts';

const ids = (collection: string) =>
  spec.measures.filter((measure) => measure.collection === collection).map((measure) => measure.id);

const numbered = (prefix: string, count: number, digits: number) =>
  Array.from(
    { length: count },
    (_, place) => `${prefix}-${String(place + 1).padStart(digits, '0')}`,
  );

it('defines the 31 items of the RIIA quarterly dataset and the nine Early Help measures, in their order', () => {
  expect(ids('riia')).toEqual(numbered('riia', 31, 2));
  expect(ids('early-help')).toEqual(numbered('eh', 9, 1));
});
