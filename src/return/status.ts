import type { ReturnDocument } from '../model/return-document.ts';
import type { NamedArea, RowsAbout } from './observation-rows.ts';

/** Takes a document; gives what each row of it says of the whole. */
export function rowsAbout(document: ReturnDocument): RowsAbout {
  return {
    status: statusOf(document),
    release: releaseOf(document),
    areas: [areaOf(document)],
    ratios: ratiosOf(document),
  };
}

/** Takes a document; tells whether it was signed off. */
export function statusOf({ signedOff }: Pick<ReturnDocument, 'signedOff'>): RowsAbout['status'] {
  return signedOff ? 'SIGNED OFF' : 'DRAFT';
}

/** Takes a document; gives the mark of which of the two returns it is. */
export function releaseOf({ treatment }: Pick<ReturnDocument, 'treatment'>): RowsAbout['release'] {
  return treatment.kind === 'shareable' ? 'SHAREABLE' : 'NEVER TO BE PUBLISHED';
}

/** Takes what a document defines; gives the figures that have a numerator and a denominator. */
export function ratiosOf({ definitions }: Pick<ReturnDocument, 'definitions'>): Set<string> {
  const named = definitions.flatMap(({ id, figures }) =>
    figures.filter(({ kind }) => kind !== 'count').map((figure) => `${id} ${figure.id}`),
  );
  return new Set(named);
}

function areaOf({ authority }: ReturnDocument): NamedArea {
  return { kind: 'authority', code: authority.code, name: authority.name };
}
