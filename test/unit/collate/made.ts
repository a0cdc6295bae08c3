import { version as appVersion } from '../../../package.json';
import { tableOf } from '../../../src/collate/figure-table.ts';
import type { CollateKnown } from '../../../src/collate/known.ts';
import type {
  AcceptedFile,
  CollationChoices,
  CollectedReturn,
} from '../../../src/model/collation.ts';
import { NO_CHOICES } from '../../../src/model/collation.ts';
import type { DisclosurePolicy } from '../../../src/model/disclosure.ts';
import type { Observation } from '../../../src/model/observation.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import type { Period, Quarter } from '../../../src/model/period.ts';
import { spec } from '../../../src/spec/spec.ts';
import { knownTermsOf } from '../../../src/workbench/known-terms.ts';

export const Q1: Quarter = '2025-26 Q1';

/** What the page knows. */
export const KNOWN: CollateKnown = {
  terms: {
    measures: spec.measures,
    breakdowns: spec.breakdowns,
    standard: spec.returnStandard,
    notAboutChildren: spec.disclosure.notAboutChildren,
    appVersion,
  },
  earlier: spec.earlier,
  read: knownTermsOf(spec),
  authorities: spec.reference.authorities,
  sampleAuthority: spec.reference.sampleAuthority,
  regions: spec.published.regions,
  disclosure: spec.disclosure,
  ...spec.collate,
};

export function policy(id = 'withhold-1-to-5'): DisclosurePolicy {
  const found = spec.disclosure.policies.find((one) => one.id === id);
  if (!found) throw new RangeError(`there is no policy ${id}`);
  return found;
}

export const count = (value: number): Outcome => ({ kind: 'count', value });
export const share = (numerator: number, denominator: number, scale = 100): Outcome => ({
  ...{ kind: 'ratio', numerator, denominator, scale },
});
export const WITHHELD: Outcome = { kind: 'withheld' };
export const nothing = (kind: 'missing' | 'not available' | 'not applicable'): Outcome => ({
  ...{ kind, reason: 'so it is' },
});

/** A figure as `riia-02.referrals` or `riia-02.referrals age under_1`, with its outcome. */
export type Given = readonly [
  named: string,
  outcome: Outcome | number,
  rest?: Partial<Observation>,
];

/** Takes an area, a period and figures; gives the observations. */
export function observed(area: string, period: Period, given: readonly Given[]): Observation[] {
  return given.map(([named, outcome, rest]) => {
    const [of = '', by, cell] = named.split(' ');
    const [measure = '', figure = ''] = of.split('.');
    return {
      ...{ measure, version: 1, figure, period, area },
      cell: by !== undefined && cell !== undefined ? { by, cell } : null,
      outcome: typeof outcome === 'number' ? count(outcome) : outcome,
      ...{ origin: 'extract', denominatorFrom: null },
      ...rest,
    };
  });
}

/** Takes whose it is, the quarter, figures, and what differs; gives the return as it was read. */
export function collected(
  area: string,
  quarter: Quarter,
  given: readonly Given[] | readonly Observation[],
  rest: Partial<CollectedReturn> = {},
): CollectedReturn {
  const observations = given.flatMap((one) =>
    'measure' in one ? [one] : observed(area, quarter, [one]),
  );
  const name = spec.reference.authorities.find(({ code }) => code === area)?.name ?? `LA ${area}`;
  const version = rest.version ?? 1;
  const id = `${area} ${quarter} v${version} ${rest.made ?? 'usual'}`;
  return {
    ...{ id, area, name, place: null, quarter, version, made: '2025-07-14T09:00:00Z' },
    ...{ signedOff: true, treatment: { kind: 'shareable', policy: policy() }, appVersion },
    ...{ sha256: rest.id ?? id, earlyHelp: null, notes: [], revisions: [] },
    figures: tableOf(observations),
    ...rest,
  };
}

/** Takes returns; gives each as a file that was accepted. */
export function files(...returns: readonly CollectedReturn[]): AcceptedFile[] {
  return returns.map((one) => ({
    ...{ kind: 'accepted', path: `${one.id}.zip`, sha256: one.sha256, holds: 'package' },
    ...{ asWritten: true, remarks: [], returns: [one], definitions: [], breakdowns: [] },
    ...{ accepted: {}, groups: [] },
  }));
}

export function choices(rest: Partial<CollationChoices> = {}): CollationChoices {
  return { ...NO_CHOICES, ...rest };
}
