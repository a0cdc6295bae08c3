import { z } from 'zod';
import type { Authority } from '../../model/authority.ts';
import { parseDay } from '../../model/day.ts';
import type { Reference } from '../types.ts';
import { type SpecFile, readCsv, readYaml, specFile } from './files.ts';
import { SpecProblem } from './problem.ts';
import { day } from './shapes.ts';

const sourced = { source: z.string(), licence: z.string(), covers_to: day };

const about = z.strictObject({
  authorities: z.strictObject(sourced),
  population: z.strictObject({ ...sourced, title: z.string() }),
  sample: z.strictObject({
    la_code: z.string(),
    name: z.string(),
    aged_0_17: z.record(z.string(), z.int().positive()),
  }),
});

const aboutHolidays = z.strictObject({ ...sourced, covers_from: day });

/** Takes the project's root; gives authorities with their child population, and the bank holidays. Throws a SpecProblem. */
export function readReference(root: string): Reference {
  const { population, sample } = readYaml(
    specFile(root, 'spec/reference/local-authorities.yaml'),
    about,
  );
  const made: Authority = {
    code: sample.la_code,
    name: sample.name,
    region: 'Made up',
    children: sample.aged_0_17,
  };
  return {
    authorities: [...readAuthorities(root), made],
    sampleAuthority: sample.la_code,
    population: { source: population.source, coversTo: population.covers_to },
    bankHolidays: readBankHolidays(root),
  };
}

function readAuthorities(root: string): Authority[] {
  const children = new Map<string, Record<string, number>>();
  const file = specFile(root, 'spec/reference/child-population.csv');
  for (const row of readCsv(file)) {
    const count = Number(cell(file, row, 'aged_0_17'));
    const code = cell(file, row, 'la_code');
    if (!Number.isInteger(count))
      throw new SpecProblem(file.path, `${code}: ${count} is not a whole number`);
    children.set(code, { ...children.get(code), [cell(file, row, 'year')]: count });
  }
  const list = specFile(root, 'spec/reference/local-authorities.csv');
  return readCsv(list).map((row) => {
    const code = cell(list, row, 'la_code');
    return {
      code,
      name: cell(list, row, 'name'),
      region: cell(list, row, 'region'),
      children: children.get(code) ?? {},
    };
  });
}

function readBankHolidays(root: string): Reference['bankHolidays'] {
  readYaml(specFile(root, 'spec/reference/bank-holidays.yaml'), aboutHolidays);
  const file = specFile(root, 'spec/reference/bank-holidays.csv');
  return readCsv(file).map((row) => {
    const holiday = parseDay(cell(file, row, 'day'));
    if (!holiday) throw new SpecProblem(file.path, `${row['day']} is not a day such as 2025-12-25`);
    return holiday;
  });
}

function cell(file: SpecFile, row: Readonly<Record<string, string>>, column: string): string {
  const text = row[column];
  if (!text) throw new SpecProblem(file.path, `a row has no ${column}`);
  return text;
}
