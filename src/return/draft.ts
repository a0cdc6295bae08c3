import type { DisclosurePolicy } from '../model/disclosure.ts';

/** What every return says of itself until small numbers are known to be out of reach. */
export const DRAFT = 'DRAFT, NOT SAFE TO SEND';

/** Takes the policy; gives, in plain words, why a return is a draft. */
export function whyDraft({ withheldFrom, withheldTo }: DisclosurePolicy): string {
  return (
    `Numbers from ${withheldFrom} to ${withheldTo} are withheld, but it has not yet been checked that they cannot be ` +
    'worked out from the other figures by adding and subtracting. Do not send, share or publish this file.'
  );
}
