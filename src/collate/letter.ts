import type { CollectedFile } from '../model/collation.ts';

/** Takes what became of a file; gives the text that can be pasted into an e-mail to whoever sent it, or null where all is well. */
export function letterAbout(file: CollectedFile): string | null {
  const name = file.path.split('/').at(-1) ?? file.path;
  if (file.kind === 'refused') {
    return [`We could not take in the file ${name}.`, '', file.says, file.todo].join('\n');
  }
  if (file.remarks.length === 0) return null;
  const of = file.returns.map(({ name: authority, quarter }) => `${authority}, ${quarter}`);
  const one = of.length === 1 ? ` (${of[0]})` : '';
  return [
    `We took in the file ${name}${one}, and have to ask about it.`,
    '',
    ...file.remarks.flatMap(({ says, todo, places, times }) => [
      `- ${says}${where(places, times)}`,
      `  ${todo}`,
    ]),
  ].join('\n');
}

function where(places: readonly string[], times: number): string {
  if (places.length === 0) return '';
  const more = times - places.length;
  return ` (${places.join('; ')}${more > 0 ? `; and ${more} more` : ''})`;
}
