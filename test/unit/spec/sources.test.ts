import { expect, it } from 'vitest';
import { readSources } from '../../../src/spec/reading/sources.ts';
import { spec } from '../../../src/spec/spec.ts';
import { added, changed, removeCopies } from './broken.ts';

removeCopies();

it('names where every reference table comes from, and under which licence', () => {
  const titles = spec.sources.map(({ title }) => title);
  expect(titles).toEqual(
    expect.arrayContaining(['Authorities', 'Bank holidays', 'Children aged 0 to 17']),
  );
  expect(spec.sources.every(({ licence }) => licence === 'Open Government Licence v3.0')).toBe(
    true,
  );
});

it('refuses a table that does not say where it comes from', () => {
  const path = 'spec/reference/new-table.yaml';
  expect(() => readSources(added(path, 'source: Somebody\ncovers_to: 2027-03-31\n'))).toThrow(
    `${path}: says no source, licence and day that it covers to`,
  );
});

it('gives the words as they stand', () => {
  const root = changed('spec/reference/bank-holidays.yaml', 'source: GOV.UK, ', 'source: ');
  expect(readSources(root)).toContainEqual({
    title: 'Bank holidays',
    source: 'UK bank holidays (England and Wales)',
    licence: 'Open Government Licence v3.0',
    coversTo: '2028-12-31',
  });
});
