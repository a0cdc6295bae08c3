import { version as appVersion } from '../../package.json';
import type { Country } from '../../fixtures/country/country.ts';
import { observationsAtScale } from '../../fixtures/country/scale.ts';
import type { BenchmarkPack } from '../../src/model/benchmark-pack.ts';
import { definitions } from '../../src/return/definitions.ts';
import { policyTold } from '../../src/return/document.ts';
import { PackRows } from '../../src/return/read/pack-rows.ts';
import { Remarks } from '../../src/return/read/remarks.ts';

/** The collection whose headlines and breakdowns make a pack of the size that is asked for. */
const COLLECTIONS = ['riia'] as const;

/**
 * Takes a country; gives the pack of all its authorities and quarters by all breakdowns, and its table of observations. Nothing but
 * small numbers is withheld in it, and it has no totals: they are made from it.
 */
export function scalePack(country: Country): {
  readonly pack: BenchmarkPack;
  readonly csv: Buffer;
} {
  const { spec, authorities } = country;
  const [policy] = spec.disclosure.policies;
  if (!policy) throw new RangeError('there is no policy');
  const defined = {
    definitions: definitions({
      ...{ measures: spec.measures, breakdowns: spec.breakdowns, standard: spec.returnStandard },
      ...{ notAboutChildren: spec.disclosure.notAboutChildren, appVersion },
    }),
    breakdowns: spec.breakdowns.map(({ id, title, cells }) => ({
      ...{ id, title },
      cells: cells.map((cell) => ({ id: cell.id, title: cell.title })),
    })),
  };
  const areas = new Set(authorities.map(({ code }) => code));
  const rows = new PackRows({ ...defined, areas }, new Remarks(), 'utf-8', () => undefined);
  const pieces: Buffer[] = [];
  for (const piece of observationsAtScale(country, { collections: COLLECTIONS })) {
    const bytes = Buffer.from(piece);
    rows.take(bytes);
    pieces.push(bytes);
  }
  const pack: BenchmarkPack = {
    title: 'Benchmark pack of a made-up country',
    ...{ appVersion, made: '2025-08-01T09:00:00Z' },
    treatment: { kind: 'shareable', policy: policyTold(policy) },
    areas: authorities.map(({ code, name, region }) => ({
      ...{ kind: 'authority', code, name, region, synthetic: false, earlyHelp: null },
    })),
    ...{ provenance: [], totals: [], remarks: [], ...defined },
    observations: rows.finish(),
  };
  return { pack, csv: Buffer.concat(pieces) };
}
