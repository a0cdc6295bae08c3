import { formatDay } from '../model/day.ts';
import type { Reading, Unsettled } from '../model/reading.ts';
import { counted } from '../model/words.ts';

/** What is asked of a person about something unsettled: the question, and the answers there are. */
export interface Asked {
  readonly question: string;
  readonly hint: string;
  readonly answers: readonly Answer[];
}

/** An answer in words, and what reading is like once it is given. */
interface Answer {
  readonly says: string;
  readonly settles: (reading: Reading) => Reading;
}

/** Takes something unsettled and what names each file; gives what is asked about it. */
export function asked(unsettled: Unsettled, names: ReadonlyMap<string, string>): Asked {
  const name = (file: string) => names.get(file) ?? file;
  switch (unsettled.kind) {
    case 'table':
      return {
        ...askedWhichTable(name(unsettled.file), unsettled.offered),
        hint: WHY[unsettled.why],
        answers: tableAnswers(
          unsettled.offered,
          (table) => (reading) => withTable(reading, unsettled.name, table),
        ),
      };
    case 'no heading':
      return {
        ...askedWhichTable(name(unsettled.file), unsettled.offered),
        hint: 'Its first line is a record and no heading. Compare its first records with the table’s columns, in the order of the specification. A text that may be a name is shown by its length alone.',
        answers: tableAnswers(unsettled.offered, (table) => (reading) => ({
          ...reading,
          withoutHeading: { ...reading.withoutHeading, [unsettled.name]: table },
        })),
      };
    case 'column':
      return askedColumn(unsettled, name(unsettled.file));
    case 'day order':
      return askedDayOrder(unsettled, unsettled.files.map(name));
    case 'early help persons':
      return askedPersons(unsettled, unsettled.files.map(name));
  }
}

/** Takes a reading; gives how many questions have been settled in it. */
export function settledIn(reading: Reading): number {
  const count = (settled: object) => Object.keys(settled).length;
  const deeper = [...Object.values(reading.columns), ...Object.values(reading.dayOrder)];
  return (
    count(reading.tables) +
    count(reading.withoutHeading) +
    deeper.reduce((sum, settled) => sum + count(settled), 0) +
    (reading.earlyHelpPersons === null ? 0 : 1)
  );
}

type Offered = Extract<Unsettled, { kind: 'table' }>['offered'];

const WHY: Readonly<Record<Extract<Unsettled, { kind: 'table' }>['why'], string>> = {
  'near name': 'Its name is close to that of the table, but not the same.',
  'several tables': 'Its name or its columns could be those of several tables.',
  'name and columns differ':
    'It has the name of one table and the columns of another. Look into the file before you answer.',
};

function askedWhichTable(file: string, offered: Offered): { question: string } {
  const [only, ...others] = offered;
  return {
    question:
      only && others.length === 0
        ? `Does ${file} hold ${nameOf(only)}?`
        : `Which table does ${file} hold?`,
  };
}

function tableAnswers(
  offered: Offered,
  settles: (table: string | null) => Answer['settles'],
): Answer[] {
  const alone = offered.length === 1;
  return [
    ...offered.map((one) => ({
      says: alone ? 'Yes, read it as that table' : nameOf(one),
      settles: settles(one.table),
    })),
    {
      says: alone ? 'No, leave the file out' : 'None of these, leave it out',
      settles: settles(null),
    },
  ];
}

function nameOf({ table, title }: Offered[number]): string {
  return `${title} (${table})`;
}

function askedColumn(
  { table, heading, column }: Extract<Unsettled, { kind: 'column' }>,
  file: string,
): Asked {
  const settles = (answer: string | null) => (reading: Reading) =>
    withColumn(reading, table, heading, answer);
  return {
    question: `Is ${heading} in ${file} the column ${column}?`,
    hint: `${table} has no column of that name, and measures use ${column}.`,
    answers: [
      { says: `Yes, read it as ${column}`, settles: settles(column) },
      { says: 'No, leave the column out', settles: settles(null) },
    ],
  };
}

/** Takes a reading, a file's plain name and the table that it holds, or null; gives the reading with that settled. */
export function withTable(reading: Reading, name: string, table: string | null): Reading {
  return { ...reading, tables: { ...reading.tables, [name]: table } };
}

/** Takes a reading, a table, a heading in its files and the column it is, or null; gives the reading with that settled. */
export function withColumn(
  reading: Reading,
  table: string,
  heading: string,
  column: string | null,
): Reading {
  const columns = { ...reading.columns[table], [heading]: column };
  return { ...reading, columns: { ...reading.columns, [table]: columns } };
}

function askedDayOrder(
  { table, column, onlyDayFirst, onlyMonthFirst, both }: Extract<Unsettled, { kind: 'day order' }>,
  files: readonly string[],
): Asked {
  const settles = (order: 'day first' | 'month first') => (reading: Reading) => ({
    ...reading,
    dayOrder: { ...reading.dayOrder, [table]: { ...reading.dayOrder[table], [column]: order } },
  });
  const dates = (count: number) => counted(count, ['date', 'dates']);
  return {
    question: `Do the dates in ${column} of ${files.join(', ')} have the day or the month first?`,
    hint: `${dates(both)} can be read either way, ${dates(onlyDayFirst)} with the day first alone, and ${dates(onlyMonthFirst)} with the month first alone.`,
    answers: [
      { says: `The day: 05/06/2025 is ${formatDay('2025-06-05')}`, settles: settles('day first') },
      {
        says: `The month: 05/06/2025 is ${formatDay('2025-05-06')}`,
        settles: settles('month first'),
      },
    ],
  };
}

function askedPersons(
  { persons, alsoInSocialCare }: Extract<Unsettled, { kind: 'early help persons' }>,
  files: readonly string[],
): Asked {
  const settles = (earlyHelpPersons: 'shared' | 'of its own') => (reading: Reading) => ({
    ...reading,
    earlyHelpPersons,
  });
  return {
    question: 'Does the early help system know children by the same identifiers as social care?',
    hint: `Of ${counted(persons, ['person', 'persons'])} in ${files.join(', ')}, ${alsoInSocialCare.toLocaleString('en-GB')} ${alsoInSocialCare === 1 ? 'has' : 'have'} an identifier that social care has too. That can be chance, where both systems count from 1.`,
    answers: [
      { says: 'Yes, the same identifier is the same child', settles: settles('shared') },
      {
        says: 'No, it has identifiers of its own. What follows a child from one to the other is then not available',
        settles: settles('of its own'),
      },
    ],
  };
}
