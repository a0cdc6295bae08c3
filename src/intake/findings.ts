import type { Remark } from '../files/found.ts';
import type { Finding } from '../model/finding.ts';
import { counted } from '../model/words.ts';
import type { SsdTable } from '../spec/types.ts';
import type { MappedColumns } from './map-columns.ts';

const NOTHING = { file: null, table: null, column: null, count: null, todo: null } as const;

/** How many line numbers a sentence names before it says how many more there are. */
const FEW = 5;

/** Lines of a file that could not be read, beside those that were. */
export function rejectedLines(
  file: string,
  table: string,
  lines: readonly number[],
  loaded: number,
  columns: number,
): Finding {
  const first = lines.slice(0, FEW).join(', ');
  const alone = lines.length === 1;
  const more = lines.length > FEW ? ` and ${lines.length - FEW} more` : '';
  return {
    ...NOTHING,
    rule: 'rejected lines',
    severity: 'serious',
    file,
    table,
    count: lines.length,
    says: `We could not read ${counted(lines.length, ['line', 'lines'])} of ${file}: ${alone ? 'it does' : 'they do'} not have the ${columns} values that the heading has, or a quote in ${alone ? 'it' : 'them'} does not close. ${counted(loaded, ['other line is', 'other lines are'])} loaded. ${alone ? 'It is line' : 'They are lines'} ${first}${more}.`,
    todo: 'Look at those lines in the file. A line break or a quote inside a text is the usual cause: export the table again with text in quotes.',
  };
}

/** Columns that some measure uses and the file does not have. */
export function columnsMissing(
  file: string,
  table: SsdTable,
  missing: MappedColumns['missing'],
): Finding {
  return {
    ...NOTHING,
    rule: 'column missing',
    severity: 'warning',
    file,
    table: table.name,
    count: missing.length,
    says: `${file} does not have ${counted(missing.length, ['column', 'columns'])} that measures use: ${missing.map((column) => column.name).join(', ')}.`,
    todo: 'The measures that need it say so. If the column is there under another name, rename its heading.',
  };
}

/** A file that was changed or went away before all of it was read. */
export function fileGone(file: string, table: string): Finding {
  return {
    ...NOTHING,
    rule: 'unreadable file',
    severity: 'serious',
    file,
    table,
    says: `${file} can no longer be read: it was changed, moved or taken away after it was chosen, or its drive is gone. None of it is in ${table}.`,
    todo: 'Look whether it is still there and no other program is writing to it, then give all files again.',
  };
}

/** A file named for a table whose first line holds none of the table's columns. */
export function noColumns(file: string, table: string): Finding {
  return {
    ...NOTHING,
    rule: 'column missing',
    severity: 'serious',
    file,
    table,
    says: `${file} has the name of ${table}, but its first line holds none of that table’s columns. None of it was read.`,
    todo: 'Export the table again with its column names in the first line.',
  };
}

/** Dates that are there, and cannot be read. */
export function unreadableDates(
  files: readonly string[],
  table: string,
  column: string,
  count: number,
): Finding {
  return {
    ...NOTHING,
    rule: 'unreadable dates',
    severity: 'serious',
    file: files.join(', '),
    table,
    column,
    count,
    says: `${counted(count, ['date', 'dates'])} in column ${column} of ${files.join(', ')} cannot be read. The rows are loaded, without that date.`,
    todo: 'Dates are read as 2025-03-31 or 31/03/2025, with or without a time. Export the column in one of these.',
  };
}

/** Headings that name a column which another heading of the file names too. */
export function doubledHeading(
  file: string,
  table: string,
  column: string,
  headings: readonly string[],
): Finding {
  const [first = '', ...others] = headings;
  return {
    ...NOTHING,
    rule: 'column doubled',
    severity: 'warning',
    file,
    table,
    column,
    count: headings.length,
    says: `${file} has ${headings.length} columns for ${column}: ${headings.join(', ')}. The ${others.includes(first) ? 'first of them' : `one headed ${first}`} is read, and the others are left.`,
    todo: 'If another of them is the right one, take the others out of the file.',
  };
}

/** A heading that stands among the rows again, where files were put one under another. */
export function headingAgain(file: string, table: string, count: number): Finding {
  return {
    ...NOTHING,
    rule: 'heading again',
    severity: 'note',
    file,
    table,
    count,
    says: `${file} has its heading ${count === 1 ? 'once more' : `${count.toLocaleString('en-GB')} times more`} among its rows, as files have that were put one under another. ${count === 1 ? 'It is' : 'They are'} left out.`,
    todo: 'Check that the rows under it have the same columns in the same order.',
  };
}

/** Rows in which nothing stands that is read, such as rows of placeholders. */
export function blankRows(file: string, table: string, count: number): Finding {
  return {
    ...NOTHING,
    rule: 'blank rows',
    severity: 'note',
    file,
    table,
    count,
    says: `${counted(count, ['row', 'rows'])} of ${file} ${count === 1 ? 'holds' : 'hold'} nothing in the columns that are read, and ${count === 1 ? 'is' : 'are'} left out.`,
    todo: null,
  };
}

/** Rows that hold a total and no child. */
export function totalRow(file: string, table: string, count: number): Finding {
  return {
    ...NOTHING,
    rule: 'total row',
    severity: 'note',
    file,
    table,
    count,
    says: `${counted(count, ['row', 'rows'])} of ${file} ${count === 1 ? 'holds a total' : 'hold totals'} and no record. ${count === 1 ? 'It is' : 'They are'} left out.`,
    todo: null,
  };
}

/** One table given in more than one file. */
export function severalFiles(table: string, files: readonly string[]): Finding {
  return {
    ...NOTHING,
    rule: 'table in several files',
    severity: 'warning',
    table,
    count: files.length,
    says: `${table} was given in ${files.length} files: ${files.join(', ')}. They were put together. A row whose identifier is in several of them counts once, as it is in the newest.`,
    todo: 'If one file replaces another, leave the older one out.',
  };
}

/** Rows whose identifier is in two files of one table. */
export function rowsGivenAgain(
  table: string,
  [newer, older]: readonly [string, string],
  { same, other }: { readonly same: number; readonly other: number },
): Finding {
  const rows = same + other;
  const differ =
    other === 0
      ? ''
      : ` ${counted(other, ['row differs', 'rows differ'])} in what is read: the one in ${newer}, the newer file, counts.`;
  return {
    ...NOTHING,
    rule: 'rows given again',
    severity: other === 0 ? 'note' : 'warning',
    file: older,
    table,
    count: rows,
    says: `${counted(rows, ['row', 'rows'])} of ${older} ${rows === 1 ? 'is' : 'are'} in ${newer} too. ${counted(same, ['row is', 'rows are'])} the same in both, and counted once.${differ}`,
    todo:
      other === 0
        ? null
        : 'The day in a file’s name says which is newer, else the file’s own date. If that is the wrong way round, leave one file out.',
  };
}

/** What a person should know of how a file was read. */
export function howRead(file: string, table: string, { says, todo }: Remark): Finding {
  return {
    ...NOTHING,
    rule: 'how it was read',
    severity: 'note',
    file,
    table,
    says: `${file} ${says}`,
    todo,
  };
}
