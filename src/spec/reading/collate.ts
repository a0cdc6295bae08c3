import { z } from 'zod';
import type { Migration } from '../../model/collation.ts';
import type { Measure } from '../../model/measure.ts';
import type { CollateRules } from '../types.ts';
import { readYaml, specFile } from './files.ts';
import { SpecProblem } from './problem.ts';
import { name, sentence } from './shapes.ts';

const PLAUSIBILITY = 'spec/collate/plausibility.yaml';
const MIGRATIONS = 'spec/collate/migrations.yaml';

const apart = {
  spreads: z.number().positive(),
  points: z.number().positive(),
};

const plausibility = z.strictObject({
  history: z.strictObject({
    fewest: z.int().min(1),
    times: z.number().gt(1),
    beyond: z.number().gt(1),
    ...apart,
  }),
  published: z.strictObject({ times: z.number().gt(1), ...apart }),
  others: z.strictObject({ fewest: z.int().min(8), deviations: z.number().positive(), ...apart }),
});

const migrations = z.array(
  z.strictObject({
    measure: z.string(),
    from: z.int().min(1),
    to: z.int().min(2),
    figures: z.array(name).min(1),
    reason: sentence,
  }),
);

/** Takes the project's root; gives what returns are collated by. Throws a SpecProblem. */
export function readCollateRules(root: string): CollateRules {
  return {
    plausibility: readYaml(specFile(root, PLAUSIBILITY), plausibility),
    migrations: readYaml(specFile(root, MIGRATIONS), migrations),
  };
}

/** Takes rules of migration and every version of every measure; throws a SpecProblem where one names what is not. */
export function checkMigrations(rules: readonly Migration[], measures: readonly Measure[]): void {
  for (const { measure, from, to, figures } of rules) {
    const refuse = (why: string): never => {
      throw new SpecProblem(MIGRATIONS, `${measure}: ${why}`);
    };
    if (from >= to) refuse(`version ${from} is not older than version ${to}`);
    for (const version of [from, to]) {
      const found = measures.find(
        (one) => one.id === measure && one.kind !== 'breakdown' && one.version === version,
      );
      if (found === undefined || found.kind === 'breakdown') {
        return refuse(`there is no version ${version}`);
      }
      const missing = figures.find((id) => !found.figures.some((figure) => figure.id === id));
      if (missing !== undefined) refuse(`version ${version} has no figure ${missing}`);
    }
  }
}
