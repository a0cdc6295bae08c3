import type { BenchmarkPack } from '../model/benchmark-pack.ts';
import type { AcceptedFile, CollectedReturn } from '../model/collation.ts';
import type { Quarter } from '../model/period.ts';
import type { ReadReturn, ReturnDocument } from '../model/return-document.ts';
import { inColumns } from '../return/reading-order.ts';
import { tableOf } from './figure-table.ts';
import type { CollateKnown } from './known.ts';
import { byAreaAndQuarter } from './parted.ts';

/** Takes a return that was read; gives it as it takes part in a collation: its figures in columns, no rows kept. */
export function collectedReturn({ document, sha256 }: ReadReturn): CollectedReturn {
  const { authority, quarter, version, made, signedOff, treatment, earlyHelp } = document;
  const answers = Object.fromEntries(
    earlyHelp.flatMap(({ id, answer }) => (answer ? [[id, answer.id]] : [])),
  );
  return {
    ...{ id: sha256, area: authority.code, name: authority.name, place: null, quarter, version },
    ...{ made, signedOff: signedOff !== null, appVersion: document.appVersion, sha256 },
    treatment:
      treatment.kind === 'shareable'
        ? { kind: treatment.kind, policy: treatment.policy }
        : treatment,
    earlyHelp: Object.keys(answers).length > 0 ? answers : null,
    notes: document.notes,
    revisions: document.revisions,
    figures: tableOf(document.observations),
  };
}

/**
 * Takes a pack and the hash of its file; gives what it says as returns, one for each authority and quarter. Its totals are
 * left: they are made anew.
 */
export function returnsOfPack(pack: BenchmarkPack, sha256: string): CollectedReturn[] {
  const sources = new Map(
    pack.provenance.map((source) => [`${source.area} ${source.quarter}`, source]),
  );
  const areas = new Map(pack.areas.map((area) => [area.code, area]));
  return byAreaAndQuarter(inColumns(pack.observations, pack), sentByIn(pack)).flatMap(
    ({ code, quarter, figures }): CollectedReturn[] => {
      const area = areas.get(code);
      if (area?.kind !== 'authority') return [];
      const key = `${code} ${quarter}`;
      const source = sources.get(key);
      const digest = source?.sha256 ?? sha256;
      return [
        {
          ...{ id: `${digest} ${key}`, area: code, name: area.name, quarter, sha256: digest },
          place: { region: area.region, synthetic: area.synthetic },
          ...{ version: source?.version ?? 1, made: pack.made, signedOff: true },
          treatment: treatmentOf(pack),
          appVersion: source?.appVersion ?? pack.appVersion,
          ...{ earlyHelp: area.earlyHelp, notes: [], revisions: [], figures },
        },
      ];
    },
  );
}

/** By area and a figure’s quarter: of which quarter the return was that told it. A later one may have put it right, and the first not be there. */
function sentByIn({ provenance }: BenchmarkPack): (area: string, quarter: Quarter) => Quarter {
  const quarters = new Map<string, Quarter[]>();
  for (const { area, quarter } of provenance) {
    quarters.set(area, [...(quarters.get(area) ?? []), quarter].sort());
  }
  return (area, of) => quarters.get(area)?.find((quarter) => quarter >= of) ?? of;
}

function treatmentOf({ treatment }: BenchmarkPack): CollectedReturn['treatment'] {
  return treatment.kind === 'full'
    ? { kind: 'collator', agreement: treatment.agreement }
    : treatment;
}

/** Takes a pack; gives what was chosen for it: notes on remarks, and groups. */
export function chosenIn({
  areas,
  remarks,
}: BenchmarkPack): Pick<AcceptedFile, 'accepted' | 'groups'> {
  return {
    accepted: Object.fromEntries(remarks.map(({ id, note }) => [id, note])),
    groups: areas.flatMap((area) => {
      const { code, name } = area;
      return area.kind === 'group' ? [{ code, name, members: area.members }] : [];
    }),
  };
}

/** Takes what a file defines and what is known; gives what it defines that is not known. */
export function unknownHere(
  { definitions, breakdowns }: Pick<ReturnDocument, 'definitions' | 'breakdowns'>,
  { terms }: CollateKnown,
): Pick<AcceptedFile, 'definitions' | 'breakdowns'> {
  const measures = new Set(terms.measures.map(({ id }) => id));
  const known = new Set(terms.breakdowns.map(({ id }) => id));
  return {
    definitions: definitions.filter(({ id }) => !measures.has(id)),
    breakdowns: breakdowns.filter(({ id }) => !known.has(id)),
  };
}
