import type { Country } from '../../fixtures/country/country.ts';
import type { Collation } from '../../src/collate/collate.ts';
import { Completeness } from '../../src/collate/completeness.ts';
import { remarksOn } from '../../src/collate/plausible/remarks.ts';
import { publishedColumns } from '../../src/compare/from-published.ts';
import type { CollationRemark } from '../../src/model/collation.ts';
import { inFull } from '../../src/model/outcome.ts';
import type { ReturnRemark } from '../../src/model/return-document.ts';
import { published } from '../../src/spec/published.ts';
import { KNOWN } from '../unit/collate/made.ts';
import type { Read } from './made-country.ts';

const PUBLISHED = publishedColumns(published, KNOWN.authorities);

/** One sentence that whoever collates is told, and where. */
export interface Told {
  readonly where: 'refused' | 'file' | 'again' | 'odd' | 'changed' | 'outstanding' | 'no measure';
  /** The code of the authority that it is told of; empty of a file that cannot be read. */
  readonly area: string;
  /** The file’s path, or the figure. */
  readonly place: string;
  readonly says: string;
  /** The same for the same rule at the same place: of how many the median is may change with who is in. */
  readonly id: string | null;
}

/** Takes a collation; gives what is odd in it, beside what is published. */
export function oddIn(collation: Collation): CollationRemark[] {
  return remarksOn(collation, KNOWN, PUBLISHED);
}

/** Takes what was read, its collation and what is odd in it; gives every sentence that is told of it. */
export function toldOf(
  read: readonly Read[],
  collation: Collation,
  odd: readonly CollationRemark[],
  country: Country,
): Told[] {
  const completeness = new Completeness(collation, KNOWN);
  return [
    ...read.flatMap(({ file }) => toldOfFile(file)),
    ...collation.repeated.map(({ path, sameAs }) =>
      told('again', areaIn(read, path), path, `the same as ${sameAs}`),
    ),
    ...odd.map((one) => told('odd', one.area, placeOf(one), one.says, one.id)),
    ...collation.changes.map(({ kind, area, at, was, is, reason }) =>
      told(
        'changed',
        area,
        placeOf(at),
        `${kind}: ${inFull(was)}, now ${inFull(is)}${reason === null ? '' : `. ${reason}`}`,
      ),
    ),
    ...country.quarters.flatMap((quarter) => [
      ...completeness
        .outstanding(quarter)
        .map(({ area, what }) => told('outstanding', area, quarter, what)),
      ...completeness
        .missingMeasures(quarter)
        .map(({ area, what }) => told('no measure', area, quarter, what)),
    ]),
  ];
}

function toldOfFile(file: Read['file']): Told[] {
  if (file.kind === 'refused') return [told('refused', '', file.path, `${file.says} ${file.todo}`)];
  const [one] = file.returns;
  return file.remarks.map((remark) => told('file', one?.area ?? '', file.path, sentenceOf(remark)));
}

function sentenceOf({ says, places, times }: ReturnRemark): string {
  return places.length === 0 ? says : `${says} (${places[0]}; ${times} in all)`;
}

function areaIn(read: readonly Read[], path: string): string {
  const found = read.find(({ file }) => file.path === path)?.file;
  return found?.kind === 'accepted' ? (found.returns[0]?.area ?? '') : '';
}

function told(
  where: Told['where'],
  area: string,
  place: string,
  says: string,
  id: string | null = null,
): Told {
  return { where, area, place, says, id };
}

function placeOf({
  measure,
  figure,
  period,
  cell,
}: Pick<CollationRemark, 'measure' | 'figure' | 'period' | 'cell'>): string {
  return [measure, figure, period, ...(cell ? [cell.by, cell.cell] : [])].join(' ');
}
