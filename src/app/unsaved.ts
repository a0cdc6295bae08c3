import type { Session } from './session.svelte.ts';

/** Takes what the page holds; gives what of it is a person's own work and is in no file, in words. */
export function unsavedWork({ kept, collated, sending, reporting, byHand }: Session): string[] {
  const works = [
    { isUnsaved: kept.hasUnsaved, words: 'the changes to your profile' },
    { isUnsaved: byHand.hasUnsaved, words: 'the figures that you have written by hand' },
    { isUnsaved: sending.hasUnsaved, words: 'the notes of your return' },
    { isUnsaved: reporting.hasUnsaved, words: 'the sentences of your report' },
    { isUnsaved: collated.hasUnsaved, words: 'what you chose for your collation' },
  ];
  return works.filter(({ isUnsaved }) => isUnsaved).map(({ words }) => words);
}
