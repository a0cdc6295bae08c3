import { noneIsSmall } from '../../disclosure/safe.ts';
import type { Observation } from '../../model/observation.ts';
import type { ReturnDocument } from '../../model/return-document.ts';
import type { KnownTerms } from './known.ts';
import type { Remarks } from './remarks.ts';

/** Takes a document; remarks on each figure of a shareable one that its policy does not let be shown. */
export function checkWithheld(
  { treatment, observations }: ReturnDocument,
  { notAboutChildren }: KnownTerms,
  remarks: Remarks,
): void {
  if (treatment.kind !== 'shareable') return;
  for (const observation of observations) {
    if (noneIsSmall([observation], treatment.policy, { notAboutChildren })) continue;
    remarks.add(
      'wrong',
      'A figure is shown that the return’s own policy withholds.',
      'Do not publish it. Tell whoever sent it, and ask for the file as Quarterlight wrote it.',
      placeOf(observation),
    );
  }
}

/** Takes an observation; gives where it stands, in words. */
export function placeOf({ measure, figure, period, cell }: Observation): string {
  return [measure, figure, period, ...(cell ? [`${cell.by} ${cell.cell}`] : [])].join(', ');
}
