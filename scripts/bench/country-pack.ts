import { version as appVersion } from '../../package.json';
import type { Authority } from '../../src/model/authority.ts';
import { whyNotThere } from '../../src/model/authority.ts';
import type { BenchmarkPack, PackArea } from '../../src/model/benchmark-pack.ts';
import type { Figure, FormMeasure, RecordsMeasure } from '../../src/model/measure.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import { type Quarter, lastDay, quartersBetween, stepQuarter } from '../../src/model/period.ts';
import { definitions } from '../../src/return/definitions.ts';
import { policyTold } from '../../src/return/document.ts';
import type { Spec } from '../../src/spec/types.ts';

const YEAR_OF_POPULATION = '2024';

/**
 * Takes the spec, the last quarter and how many; gives a pack of every authority that there was, all figures of the whole, with numbers
 * that are made up by a rule: it is as large as a country's, and tells nothing.
 */
export function countryPack(spec: Spec, last: Quarter, quarters: number): BenchmarkPack {
  const { authorities, sampleAuthority } = spec.reference;
  const real = authorities.filter(
    (one) => one.code !== sampleAuthority && whyNotThere(one, lastDay(last)) === null,
  );
  const [policy] = spec.disclosure.policies;
  if (!policy) throw new RangeError('there is no policy');
  const measures = spec.measures.filter((measure) => measure.kind !== 'breakdown');
  const all = quartersBetween(stepQuarter(last, 1 - quarters), last);
  const observations = measures.flatMap((measure, place) =>
    measure.figures.flatMap((figure) =>
      all.flatMap((quarter, time) =>
        real.map((authority, at) =>
          observationOf(measure, figure, quarter, authority, place + time + at),
        ),
      ),
    ),
  );
  return {
    title: 'Benchmark pack of a made-up country',
    ...{ appVersion, made: '2025-08-01T09:00:00Z' },
    treatment: { kind: 'shareable', policy: policyTold(policy) },
    totals: [],
    remarks: [],
    areas: real.map(areaOf),
    provenance: [],
    breakdowns: [],
    definitions: definitions({
      ...{ measures: spec.measures, breakdowns: spec.breakdowns, standard: spec.returnStandard },
      ...{ notAboutChildren: spec.disclosure.notAboutChildren, appVersion },
    }),
    observations,
  };
}

function areaOf({ code, name, region }: Authority): PackArea {
  return { kind: 'authority', code, name, region, synthetic: false, earlyHelp: null };
}

function observationOf(
  measure: RecordsMeasure | FormMeasure,
  figure: Figure,
  period: Quarter,
  authority: Authority,
  at: number,
): Observation {
  const children = authority.children[YEAR_OF_POPULATION] ?? 10_000;
  return {
    ...{ measure: measure.id, version: measure.version, figure: figure.id, period },
    ...{ area: authority.code, cell: null, origin: 'extract' },
    outcome: outcomeOf(figure, children, at),
    denominatorFrom: figure.kind === 'rate' ? `mid-${YEAR_OF_POPULATION}` : null,
  };
}

/** Between 0.5 % and 1.5 % of the children, in waves that differ by authority and quarter. */
function outcomeOf(figure: Figure, children: number, at: number): Outcome {
  const count = Math.round(children * (0.01 + 0.005 * Math.sin(at)));
  if (figure.kind === 'count') return { kind: 'count', value: count };
  if (figure.kind === 'ratio')
    return {
      ...{ kind: 'ratio', scale: figure.scale, denominator: count },
      numerator: Math.round(count * (0.3 + 0.1 * Math.cos(at))),
    };
  const scale = figure.scale * figure.times;
  return { kind: 'ratio', scale, numerator: count, denominator: children };
}
