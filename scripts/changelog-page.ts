import { CHANGES, monthInWords } from '../src/app/changes.ts';

/** Gives CHANGELOG.md: what each version brought, the newest first. */
export function changelogPage(): string {
  const releases = CHANGES.map(({ version, month, sections }) =>
    [
      `## ${version}, ${monthInWords(month)}`,
      ...sections.map(
        ({ title, says }) =>
          `### ${title}\n\n${says.map((sentence) => `- ${sentence}`).join('\n')}`,
      ),
    ].join('\n\n'),
  );
  return `# What changed

Made from \`src/app/changes.ts\` by \`npm run changelog\`; the page ‘What changed’ has the same words.

${releases.join('\n\n')}
`;
}
