import { LIMITS, type Limit, limitInWords } from '../src/model/limits.ts';

/** Gives docs/limits.md: every size at which the page stops trying. */
export function limitsPage(): string {
  const limits: readonly Limit[] = Object.values(LIMITS);
  return `# Limits

Written by \`npm run definitions\` from \`src/model/limits.ts\`. No honest file comes near these sizes. What is larger is told in a
sentence, with the file's name and what to do, and the page goes on with the rest: a file that was made to fill the memory, or to
keep the page busy for ever, does neither.

| what | at most | what happens then | what to do |
| --- | --- | --- | --- |
${limits.map(line).join('\n')}

What a zip says of the size of its files is not believed: it is counted while they are unpacked, and stops where there is more than
it says. XML is never expanded: a workbook's own entities and document types are left as they stand. Links from a workbook to other
files, macros and formulas are not followed, run or worked out. No name of a file becomes a place on a disk.

Characters that nobody sees, or that turn the order of letters around, are taken out of headings, and are shown as what they are
(\`[U+202E]\`) in names of files, words, notes and names of areas. Text that a spreadsheet might take for a formula begins with an
apostrophe in every CSV that is saved and every table that is copied; in a workbook it is text.
`;
}

function line(limit: Limit): string {
  return `| ${limit.what} | ${limitInWords(limit)} | ${limit.then} | ${limit.todo} |`;
}
