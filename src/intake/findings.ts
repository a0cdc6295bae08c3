import type { Remark } from '../files/found.ts';
import type { Finding } from '../model/finding.ts';
import { counted } from '../model/words.ts';
import type { SsdTable } from '../spec/types.ts';
import type { MappedColumns } from './recognise.ts';

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

/** One table given in more than one file. */
export function severalFiles(table: string, files: readonly string[]): Finding {
  return {
    ...NOTHING,
    rule: 'table in several files',
    severity: 'warning',
    table,
    count: files.length,
    says: `${table} was given in ${files.length} files: ${files.join(', ')}. They were put together; a row whose identifier was met before counts once.`,
    todo: 'If one file replaces another, leave the older one out.',
  };
}

/** A file whose table cannot be told. */
export function notRecognised(file: string, columns: number): Finding {
  return {
    ...NOTHING,
    rule: 'not recognised',
    // A text with one column is more likely a note to the reader than a table.
    severity: columns > 1 ? 'warning' : 'note',
    file,
    says: `${file} is not a table of the Standard Safeguarding Dataset that we know by its name or its columns. It was not read.`,
    todo: 'If it is one, give the file the table’s name, such as ssd_contacts.csv.',
  };
}

/** A file that was left for what it is. */
export function leftFile(
  file: string,
  rule: Finding['rule'],
  reason: string,
  todo: string,
): Finding {
  return {
    ...NOTHING,
    rule,
    severity: rule === 'not recognised' || rule === 'empty sheet' ? 'note' : 'warning',
    file,
    says: `${file} ${reason} It was not read.`,
    todo,
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
