/** What a file may be that holds several tables, each under a path of its own. */
const HOLDER = /\.(xlsx|xlsm|xlsb|xls|ods|zip|gz)$/i;
const ENDINGS =
  /(\.(csv|txt|tsv|psv|dat|tab|rpt|parquet|snappy|gzip|zstd?|gz|zip|xlsx|xlsm|xlsb|xls|ods))+$/;

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** A day or a month, as names of files hold it, with what time may follow. */
const DATE = new RegExp(
  [
    String.raw`(?<!\d)\d{4}[-_. ]?\d{2}[-_. ]?\d{2}(?:[t_ -]?\d{4,6})?(?!\d)`,
    String.raw`(?<!\d)\d{2}[-_. ]\d{2}[-_. ]\d{4}(?!\d)`,
    String.raw`(?<![a-z\d])(?:\d{1,2}(?:st|nd|rd|th)?[-_. ]?)?(?:${MONTH})[-_. ]?(?:\d{4}|\d{2})(?![a-z\d])`,
  ].join('|'),
);

/** What people and tools put before and after a table's name. */
const FILLER =
  /^(copy|of|exports?|exported|extracts?|extracted|final|ver|version|v\d+|q[1-4]|pt|part\d*|parts|tbl|table|vw|view|csv|utf8?|full|dbo)$/;
/** A name that tools give where nobody named the table. */
const NO_NAME = /^(sheet|table|tabelle|book|query|results?|data|output|part)?_?\d*$/;

/**
 * Takes a file's path; gives its name as people keep it from quarter to quarter: without folders, endings, schemas, dates,
 * counters and words such as “copy”. A sheet or table that has no name of its own is named with the file it is in.
 */
export function plainName(path: string): string {
  const { own, holder } = namesIn(path);
  return NO_NAME.test(own) && holder ? `${holder}/${own}` : own;
}

/** Takes a file's path; gives what may name its table: its own plain name, or that of the workbook where it has none. */
export function nameOfTable(path: string): string {
  const { own, holder } = namesIn(path);
  return NO_NAME.test(own) && holder ? holder : own;
}

/** Takes a file's path; gives the start of a sheet's name that was cut where workbooks cut names, or null. */
export function cutName(path: string): string | null {
  const [holder = '', sheet = ''] = path.split('/').slice(-2);
  return HOLDER.test(holder) && sheet.length === LONGEST_SHEET ? nameOfTable(path) : null;
}

const LONGEST_SHEET = 31;

/** Takes a heading as it is in a file; gives it without case, quotes, brackets, the table's name and what parts its words. */
export function plainHeading(heading: string): string {
  // What is left of a byte order mark that was read as Windows-1252.
  const text = heading.replace(/^ï»¿/, '');
  const last = text.split('.').findLast((part) => /[a-z0-9]/i.test(part)) ?? '';
  return compact(last);
}

/** Takes a name; gives its letters and digits alone. */
export function compact(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\d]+/gu, '');
}

function namesIn(path: string): { own: string; holder: string | null } {
  const [last = '', before = ''] = path.split('/').toReversed();
  return { own: plain(last), holder: HOLDER.test(before) ? plain(before) : null };
}

function plain(file: string): string {
  const stem = file.toLowerCase().replace(ENDINGS, '');
  const [before = '', after = ''] = stem.split(DATE);
  return [before, after].map(named).find((name) => !NO_NAME.test(name)) ?? wordsOf(stem).join('_');
}

/** Of `HDM.Child_Social.ssd_person (2)` the `ssd_person`: the last part between dots that says anything. */
function named(stem: string): string {
  const parts = stem.split('.').map(withoutFiller);
  return parts.findLast((part) => !NO_NAME.test(part)) ?? '';
}

function withoutFiller(part: string): string {
  const words = wordsOf(part);
  const says = (word: string) => !FILLER.test(word) && !/^\d{1,4}$/.test(word);
  const [first, last] = [words.findIndex(says), words.findLastIndex(says)];
  if (first < 0) return '';
  const kept = words.slice(first, last + 1);
  return kept.slice(Math.max(0, kept.lastIndexOf('ssd'))).join('_');
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\d]+/u).filter((word) => word !== '');
}
