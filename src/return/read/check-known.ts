import type { Observations } from '../../model/observation.ts';
import type { ReturnDocument } from '../../model/return-document.ts';
import { placeOf } from './check-withheld.ts';
import type { KnownTerms } from './known.ts';
import type { Remarks } from './remarks.ts';
import { quoted } from './shape.ts';

/** Takes a document and what is known; remarks on what it has that is not: a measure, a figure, a version, a breakdown. */
export function checkKnown(
  {
    definitions,
    observations,
  }: Pick<ReturnDocument, 'definitions'> & { readonly observations: Observations },
  known: KnownTerms,
  remarks: Remarks,
): void {
  const figures = new Set(known.figures.map(({ measure, figure }) => `${measure} ${figure}`));
  const versions = new Set(known.figures.map(({ measure, version }) => `${measure} ${version}`));
  const cells = new Set(
    known.breakdowns.flatMap(({ id, cells: own }) => own.map((cell) => `${id} ${cell.id}`)),
  );
  const carried = new Set(definitions.map(({ id, version }) => `${id} ${version}`));
  for (const observation of observations) {
    const { measure, figure, version, cell } = observation;
    const unknown = (what: string, todo: string) =>
      remarks.add('unknown', what, todo, placeOf(observation));
    if (!figures.has(`${measure} ${figure}`)) {
      unknown(`The figure ${quoted(`${measure} ${figure}`)} is not known here.`, NEWER);
    } else if (!versions.has(`${measure} ${version}`)) {
      unknown(`Version ${version} of ${measure} is not known here.`, NEWER);
    } else if (!carried.has(`${measure} ${version}`)) {
      unknown(
        `The return does not carry version ${version} of ${measure}, which this figure was made by.`,
        'Compare it with care: another version may count otherwise.',
      );
    }
    if (cell && !cells.has(`${cell.by} ${cell.cell}`)) {
      unknown(`The breakdown cell ${quoted(`${cell.by} ${cell.cell}`)} is not known here.`, NEWER);
    }
  }
}

const NEWER =
  'It was read as the return defines it. If a newer Quarterlight wrote it, use that one; if not, ask where it comes from.';
