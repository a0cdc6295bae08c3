import { ObservationColumns } from '../../model/observation-columns.ts';
import type { Observation, Observations } from '../../model/observation.ts';
import type { ReturnDocument } from '../../model/return-document.ts';
import { placeOf } from './check-withheld.ts';
import type { KnownTerms } from './known.ts';
import type { Remarks } from './remarks.ts';
import { quoted } from './shape.ts';

type Checked = Pick<ReturnDocument, 'definitions'> & { readonly observations: Observations };
type Versioned = Pick<Observation, 'measure' | 'figure' | 'version' | 'cell'>;

/** Takes a document or a pack, and what is known; remarks on what it has that is not: a measure, a figure, a version, a breakdown. */
export function checkKnown(
  { definitions, observations }: Checked,
  known: KnownTerms,
  remarks: Remarks,
): void {
  const unknownIn = unknowns(definitions, known);
  const odd =
    observations instanceof ObservationColumns
      ? observations.only((at, version) => unknownIn({ ...at, version }).length > 0)
      : observations;
  for (const observation of odd) {
    for (const { says, todo } of unknownIn(observation)) {
      remarks.add('unknown', says, todo, placeOf(observation));
    }
  }
}

interface Unknown {
  readonly says: string;
  readonly todo: string;
}

/** What is to be said of an observation by its figure, version and cell alone. */
function unknowns(
  definitions: ReturnDocument['definitions'],
  known: KnownTerms,
): (one: Versioned) => Unknown[] {
  const figures = new Set(known.figures.map(({ measure, figure }) => `${measure} ${figure}`));
  const versions = new Set(known.figures.map(({ measure, version }) => `${measure} ${version}`));
  const cells = new Set(
    known.breakdowns.flatMap(({ id, cells: own }) => own.map((cell) => `${id} ${cell.id}`)),
  );
  const carried = new Set(definitions.map(({ id, version }) => `${id} ${version}`));
  return ({ measure, figure, version, cell }) => {
    const found: Unknown[] = [];
    if (!figures.has(`${measure} ${figure}`)) {
      const says = `The figure ${quoted(`${measure} ${figure}`)} is not known here.`;
      found.push({ says, todo: NEWER });
    } else if (!versions.has(`${measure} ${version}`)) {
      found.push({ says: `Version ${version} of ${measure} is not known here.`, todo: NEWER });
    } else if (!carried.has(`${measure} ${version}`)) {
      found.push({
        says: `The return does not carry version ${version} of ${measure}, which this figure was made by.`,
        todo: 'Compare it with care: another version may count otherwise.',
      });
    }
    if (cell && !cells.has(`${cell.by} ${cell.cell}`)) {
      const says = `The breakdown cell ${quoted(`${cell.by} ${cell.cell}`)} is not known here.`;
      found.push({ says, todo: NEWER });
    }
    return found;
  };
}

const NEWER =
  'It was read as the return defines it. If a newer Quarterlight wrote it, use that one; if not, ask where it comes from.';
