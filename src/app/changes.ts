import { monthName } from '../model/day.ts';

/** What a version brought, for those who use it. */
interface Release {
  readonly version: string;
  /** Year and month, `2026-11`. */
  readonly month: `${number}-${number}`;
  readonly sections: readonly { readonly title: string; readonly says: readonly string[] }[];
}

/** Every version, the newest first. CHANGELOG.md is made from it. */
export const CHANGES: readonly Release[] = [
  {
    version: '0.1.0',
    month: '2026-11',
    sections: [
      {
        title: 'What you can do',
        says: [
          'Give an SSD extract as a folder, as files or as a zip of them, in CSV, Excel or Parquet, and see what was read, what was left and what is missing.',
          'Give files and columns under the names that your system has for them. What could be meant in two ways is asked, once.',
          'Give early help from another system beside it, or alone: contacts, episodes and assessments, in templates or under their headings.',
          'See all 40 measures, the 31 items of the RIIA quarterly dataset and the nine of Early Help, for every quarter and year in the extract.',
          'See the change on the last quarter and on the same quarter of last year, twelve quarters as a line with a table, and breakdowns.',
          'Open the records behind a number, by identifier and date.',
          'Paste your own figure or list of identifiers, and see what differs and which rule left each record out.',
          'See whether the children open at the start of a quarter, those who came and those who left add up to those at its end, and who makes the difference.',
          'Enter by hand what no extract holds. It is marked as entered by hand.',
          'Take part without an extract: fill in a template or a form with the totals that you have, checked cell by cell.',
          'Fill in the workbook that your collator sends: point once at the cell that each figure goes into, and get a filled copy every quarter.',
          'See what the words of your extract stand for, map those of your own, and see at once which figures move.',
          'See what is wrong in the extract, which headlines it changes and by how much, and save a list for those who correct the records.',
          'Save a profile: numbers entered by hand, settings, mapped words, how your files are read, your answers about early help and the authorities you compare yourself with. Give it with your next extract.',
          'Make a return that is safe to share: small numbers are withheld by one of three policies, with all from which one could be worked out, and an audit proves it. Or a complete one, under an agreement that you name.',
          'See what is withheld and why, which figures moved more than expected, and what has changed since you sent them; say why, sign it off, and save it as a package, as a workbook, as CSV or as JSON.',
          'Compare an authority with England, its region, its statistical neighbours, a group of your own or those that count early help alike: published figures come with the page, and files of Explore education statistics, benchmark packs and returns can be given.',
          'See how sure one can be: intervals, ranks with the places that they may as well be, funnels and control charts, each with its table, a sentence, and as a picture to save.',
          'Make a report of the measures that you choose, with a sentence of your own to each, to print or as one file; small numbers are withheld in it.',
          'Check a return: whose it is, whether it is as it was written, and what was changed in it.',
          'Check for yourself that nothing is sent: what the page has asked for, the policy in force, and what happens when it tries.',
          'Use it without internet: once visited, the page is kept in the browser where its host sends the policy; or as one file that does everything from a shared drive.',
          'Try all of it with a made-up extract, complete or bare.',
          'Be told when a table that comes with the page, such as the child population, is out of date.',
        ],
      },
      {
        title: 'Definitions and help',
        says: [
          'Every measure has its definition on a page of its own kind, with an example worked through to its figure.',
          'Help for analysts, Early Help leads and regional groups, an accessibility statement, and what is read, kept and sent.',
        ],
      },
      {
        title: 'What to know',
        says: [
          'What is withheld is proved against the file itself and the returns that you give beside it, and not against what else your authority publishes.',
          'All definitions are in their first version.',
        ],
      },
    ],
  },
];

/** Takes a year and month; gives them as people write them: `November 2026`. */
export function monthInWords(month: Release['month']): string {
  const [year, number] = month.split('-').map(Number);
  return `${monthName(number ?? 0)} ${year}`;
}
