import type {
  BenchmarkPack,
  PackArea,
  PackRemark,
  PackSource,
  PackTreatment,
} from '../model/benchmark-pack.ts';
import {
  type AreaTotal,
  type CollationRemark,
  type CollectedReturn,
  seriesKey,
} from '../model/collation.ts';
import type { Breakdown } from '../model/measure.ts';
import { type ObservationColumns, ObservationRows } from '../model/observation-columns.ts';
import type { Observation } from '../model/observation.ts';
import type { Definition } from '../model/return-document.ts';
import { definitions } from '../return/definitions.ts';
import { policyTold } from '../return/document.ts';
import { plainText } from '../return/plain.ts';
import { type Defined, readingOrder } from '../return/reading-order.ts';
import type { Collation } from './collate.ts';
import type { CollatedFigures } from './figures.ts';
import type { CollateKnown } from './known.ts';
import { type TotalArea, totalAreas } from './total-areas.ts';
import { Totals } from './totals.ts';
import { totalTellingMore } from './audit-totals.ts';

/** What is said of a pack beside its figures. */
export interface PackAsked {
  readonly title: string;
  /** ISO text in UTC to the second: given, so that the same gives the same bytes. */
  readonly made: string;
  readonly treatment: PackTreatment;
  /** Remarks on the collation: those that were accepted travel with the pack. */
  readonly remarks: readonly CollationRemark[];
}

/**
 * Takes a collation, what is asked and what is known; gives the pack. A shareable one is made from a collation that is
 * safe to share (`shareableCollation`): throws a RangeError where any of its returns is complete.
 */
export function makePack(
  collation: Collation,
  { title, made, treatment, remarks }: PackAsked,
  known: CollateKnown,
): BenchmarkPack {
  const standing = standingIn(collation);
  if (treatment.kind === 'shareable' && standing.some((one) => one.treatment.kind !== 'shareable'))
    throw new RangeError('a complete return was about to go into a shareable pack');
  const totals = new Totals(collation, known);
  const areas = totalAreas(collation, known);
  const told = areas.flatMap((area) => [...totals.of(area)]);
  const defined = definedBy(collation, known);
  const observations = inOneTable(collation.figures, told, defined);
  const pack: BenchmarkPack = {
    title: plainText(title),
    appVersion: known.terms.appVersion,
    made,
    treatment: treatmentTold(treatment),
    areas: [...authoritiesOf(collation, known), ...areas.map(totalAreaOf)],
    provenance: standing.map(sourceOf),
    ...defined,
    observations,
    totals: inTheirOrder(told, observations),
    remarks: remarks.flatMap(acceptedIn),
  };
  const more = treatment.kind === 'shareable' ? totalTellingMore(pack, known.authorities) : null;
  if (more !== null) throw new RangeError(`a total tells more than its members do: ${more}`);
  return pack;
}

/** Takes a collation; gives the returns that stand, in the order of authority and quarter. */
function standingIn({ standing }: Collation): CollectedReturn[] {
  return standing.flatMap(({ stands }) => stands ?? []);
}

function treatmentTold(treatment: PackTreatment): PackTreatment {
  return treatment.kind === 'full'
    ? { kind: 'full', agreement: plainText(treatment.agreement) }
    : { kind: 'shareable', policy: policyTold(treatment.policy) };
}

function acceptedIn(remark: CollationRemark): PackRemark[] {
  return remark.note === null
    ? []
    : [{ ...remark, says: plainText(remark.says), note: plainText(remark.note) }];
}

function sourceOf({ area, quarter, version, appVersion, sha256 }: CollectedReturn): PackSource {
  return { area, quarter, version, appVersion, sha256 };
}

function observationOf({ area, at, version, outcome, denominatorFrom }: AreaTotal): Observation {
  return { ...at, version, area, outcome, origin: 'extract', denominatorFrom };
}

/** The figures that stand and the totals, in reading order. */
function inOneTable(
  figures: CollatedFigures,
  told: readonly AreaTotal[],
  defined: Defined,
): ObservationColumns {
  const rows = new ObservationRows();
  const areas = figures.areas.map((area) => rows.areaPlace(area));
  for (const [place, at] of figures.series.entries()) {
    const series = rows.seriesPlace(at);
    for (const [area, column] of areas.entries()) {
      const held = figures.at(place, area);
      if (!held) continue;
      rows.outcomes.copy(held.table, held.row);
      rows.placed(series, column);
    }
  }
  for (const total of told) rows.add(observationOf(total));
  return rows.columns(readingOrder(defined));
}

/** Totals in the order of their observations: the same for the same figures, whichever file came first. */
function inTheirOrder(told: readonly AreaTotal[], columns: ObservationColumns): AreaTotal[] {
  const series = new Map(columns.series.map((at, place) => [seriesKey(at), place]));
  const keyed = told.map((total) => ({ total, place: series.get(seriesKey(total.at)) ?? 0 }));
  keyed.sort((a, b) => a.place - b.place || (a.total.area < b.total.area ? -1 : 1));
  return keyed.map(({ total }) => total);
}

function totalAreaOf({ kind, code, name, members, synthetic }: TotalArea): PackArea {
  return { kind, code, name, members, synthetic };
}

function authoritiesOf(
  collation: Collation,
  { authorities, sampleAuthority }: CollateKnown,
): PackArea[] {
  const own = new Map<string, CollectedReturn[]>();
  for (const one of standingIn(collation)) own.set(one.area, [...(own.get(one.area) ?? []), one]);
  return [...own].map(([code, returns]) => {
    const authority = authorities.find((one) => one.code === code);
    const latest = returns.at(-1);
    const place = returns.findLast((one) => one.place !== null)?.place;
    return {
      ...{ kind: 'authority', code, name: authority?.name ?? latest?.name ?? code },
      region: place?.region ?? authority?.region ?? '',
      synthetic: place?.synthetic ?? (!authority || code === sampleAuthority),
      earlyHelp: returns.findLast((one) => one.earlyHelp !== null)?.earlyHelp ?? null,
    };
  });
}

function definedBy(
  { files }: Collation,
  { terms }: CollateKnown,
): { readonly definitions: Definition[]; readonly breakdowns: Breakdown[] } {
  const accepted = files.flatMap((file) => (file.kind === 'accepted' ? [file] : []));
  return {
    definitions: distinct([...definitions(terms), ...accepted.flatMap((file) => file.definitions)]),
    breakdowns: distinct([
      ...terms.breakdowns.map(({ id, title, cells }) => ({
        ...{ id, title },
        cells: cells.map((cell) => ({ id: cell.id, title: cell.title })),
      })),
      ...accepted.flatMap((file) => file.breakdowns),
    ]),
  };
}

/** The first of each id. */
function distinct<T extends { readonly id: string }>(all: readonly T[]): T[] {
  return all.filter(({ id }, place) => all.findIndex((one) => one.id === id) === place);
}
