import { expect, it } from 'vitest';
import { sourceLine, sourcesOf } from '../../../src/charts/sources.ts';
import { compared, placed } from './compared.ts';

const PACK = {
  id: 'pack',
  kind: 'pack',
  title: 'Pack of the North',
  licence: null,
  synthetic: true,
  removable: true,
} as const;

it('names each source once, with its licence, and says what is made up', () => {
  const areas = [
    placed('1', 'One', 1, 10),
    placed('2', 'Two', 2, 10),
    { ...placed('3', 'Three', 3, 10), source: PACK },
  ];
  expect(sourcesOf(compared(areas, ['1', '2', '3'], '3'))).toBe(
    'Pack of the North, made up; DfE, Explore education statistics, Open Government Licence v3.0.',
  );
  expect(sourceLine([])).toBe('');
});
