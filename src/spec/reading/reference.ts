import { z } from 'zod';
import type { Authority } from '../../model/authority.ts';
import type { Reference } from '../types.ts';
import { readAuthorities } from './authorities.ts';
import { readBankHolidays } from './bank-holidays.ts';
import { readYaml, specFile } from './files.ts';
import { readNeighbours } from './neighbours.ts';
import { readPopulation } from './population.ts';
import { SpecProblem } from './problem.ts';

const SAMPLE = 'spec/reference/sample-authority.yaml';

const sampleAuthority = z.strictObject({
  la_code: z
    .string()
    .regex(/^0\d\d$/, 'must be three digits, the first of them 0, as no real one is'),
  name: z.string(),
  aged_0_17: z.record(z.string(), z.int().positive()),
});

/**
 * Takes the project's root; gives the tables of spec/reference: authorities with their child population, their
 * statistical neighbours, and the bank holidays. Throws a SpecProblem.
 */
export function readReference(root: string): Reference {
  const list = readAuthorities(root);
  const population = readPopulation(root, list.authorities);
  const neighbours = readNeighbours(root, population.authorities);
  const holidays = readBankHolidays(root);
  const made = readSample(root, population.years);
  return {
    authorities: [...population.authorities, made],
    sampleAuthority: made.code,
    neighbours: neighbours.of,
    bankHolidays: holidays.days,
    tables: {
      authorities: list.table,
      population: population.table,
      bankHolidays: holidays.table,
      neighbours: neighbours.table,
    },
  };
}

function readSample(root: string, years: readonly string[]): Authority {
  const { la_code, name, aged_0_17 } = readYaml(specFile(root, SAMPLE), sampleAuthority);
  const missing = years.find((year) => !(year in aged_0_17));
  if (missing) throw new SpecProblem(SAMPLE, `aged_0_17: there is no ${missing}`);
  const dates = { validFrom: null, validTo: null, successors: [] } as const;
  return { code: la_code, name, region: 'Made up', ...dates, children: aged_0_17 };
}
