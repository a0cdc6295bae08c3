import type { Finding } from '../model/finding.ts';

const NOTHING = { file: null, table: null, column: null, count: null, todo: null } as const;

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

/** A file named for a table, with the columns of another that is not read. */
export function misnamed(file: string, named: string, holds: string): Finding {
  return {
    ...NOTHING,
    rule: 'not recognised',
    severity: 'warning',
    file,
    table: named,
    says: `${file} has the name of ${named}, but the columns of ${holds}, which no measure needs. It was not read.`,
    todo: `Give the file that holds ${named}.`,
  };
}

/** A file without a heading that was told by its columns. */
export function readWithoutHeading(file: string, table: string): Finding {
  return {
    ...NOTHING,
    rule: 'read without a heading',
    severity: 'note',
    file,
    table,
    says: `${file} has no heading. Its columns fit those of ${table} in the order of the specification, and were read as them.`,
    todo: 'If your system writes the columns in another order, export the table again with its column names in the first line.',
  };
}
