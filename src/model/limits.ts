/** What is counted. */
type Counted =
  | 'bytes'
  | 'files'
  | 'zips within one another'
  | 'columns'
  | 'cells'
  | 'rows'
  | 'characters'
  | 'entries'
  | 'remarks'
  | 'levels';

/** A size beyond which something is told, and not tried. */
export interface Limit {
  readonly most: number;
  readonly of: Counted;
  /** What has the size: “One file that is given”. */
  readonly what: string;
  /** What becomes of what is larger, and of the rest. */
  readonly then: string;
  /** What a person does then. */
  readonly todo: string;
}

const [MB, GB] = [1_000_000, 1_000_000_000];
const FEWER = 'Give fewer years, or only the tables that the measures use.';
const AS_CSV = 'Give this table as a CSV file.';
const OF_A_RETURN = 'The file is refused with the reason, and the other files are read.';
const AS_WRITTEN = 'Ask whoever sent it for the file as Quarterlight wrote it.';

/**
 * Every size at which the page stops trying: what is larger than any honest file, and would only fill the memory or take for ever. Each is
 * told in a sentence where it is met, and all are told in docs/limits.md.
 */
export const LIMITS = {
  file: {
    ...{ most: 2 * GB, of: 'bytes', what: 'One file of an extract, packed or unpacked' },
    ...{ then: 'The file is left out and told, and the others are read.', todo: FEWER },
  },
  unpacked: {
    ...{ most: 4 * GB, of: 'bytes', what: 'All that the zips of one extract unpack to' },
    ...{ then: 'The file that goes beyond it is left out and told.', todo: FEWER },
  },
  zipDepth: {
    ...{ most: 2, of: 'zips within one another', what: 'Zips in zips, in an extract' },
    then: 'What is packed deeper is left out and told.',
    todo: 'Unpack it, and give what it holds.',
  },
  zipEntries: {
    ...{ most: 5000, of: 'files', what: 'The files in one zip, folders counted in' },
    then: 'The zip is left out and told, and the other files are read.',
    todo: 'Make a zip of the files that are needed, or give them without a zip.',
  },
  path: {
    ...{ most: 1000, of: 'characters', what: 'The path of one file in a zip' },
    then: 'The file is left out and told, by the beginning of its path.',
    todo: 'Give it a shorter name, and make the zip again.',
  },
  columns: {
    ...{ most: 2000, of: 'columns', what: 'The columns of one table of an extract' },
    then: 'The table is left out and told, and the others are read.',
    todo: 'Look whether it is the right file, and give it with the columns that are needed.',
  },
  heading: {
    ...{ most: 262_144, of: 'bytes', what: 'The heading of a table of an extract' },
    then: 'What lies beyond is not looked at for the heading.',
    todo: 'Look whether it is the right file, and give it with the columns that are needed.',
  },
  record: {
    ...{
      most: 2_000_000,
      of: 'bytes',
      what: 'One line of a CSV, line breaks in quotes counted in',
    },
    then: 'The line is left out and told by its number, and the others are read.',
    todo: 'Look at the line in the file: a quote in it may not be closed.',
  },
  workbook: {
    ...{ most: 500 * MB, of: 'bytes', what: 'One workbook, and all that it unpacks to' },
    then: 'The workbook is left out and told, and the other files are read.',
    todo: 'Give its tables as CSV files.',
  },
  sheetCells: {
    ...{
      most: 50_000_000,
      of: 'cells',
      what: 'One sheet of an extract, from its first cell to its last',
    },
    ...{ then: 'The sheet is left out and told, and the other sheets are read.', todo: AS_CSV },
  },
  parquetGroup: {
    ...{ most: 100_000_000, of: 'cells', what: 'One group of rows of a Parquet file' },
    then: 'The file is left out and told, and the other files are read.',
    todo: AS_CSV,
  },
  parquetPage: {
    ...{ most: 300 * MB, of: 'bytes', what: 'One page of a Parquet file, unpacked' },
    then: 'The file is left out and told, and the other files are read.',
    todo: AS_CSV,
  },
  returnFile: {
    ...{ most: 60 * MB, of: 'bytes', what: 'One return, and each file in its package' },
    ...{ then: OF_A_RETURN, todo: AS_WRITTEN },
  },
  returnsZip: {
    ...{ most: 600 * MB, of: 'bytes', what: 'A zip of returns that is collated' },
    ...{ then: OF_A_RETURN, todo: 'Unpack it, and give what is in it.' },
  },
  returnsDepth: {
    ...{ most: 3, of: 'zips within one another', what: 'Zips in zips, of returns' },
    ...{ then: OF_A_RETURN, todo: 'Unpack it, and give what is in it.' },
  },
  returnText: {
    ...{ most: 5000, of: 'characters', what: 'One text in a return or a pack, such as a note' },
    ...{ then: OF_A_RETURN, todo: AS_WRITTEN },
  },
  returnList: {
    ...{ most: 100_000, of: 'entries', what: 'One list in a return, a pack or a project' },
    ...{ then: OF_A_RETURN, todo: AS_WRITTEN },
  },
  returnCells: {
    ...{
      most: 5_000_000,
      of: 'cells',
      what: 'One sheet of a return or a template, from its first cell to its last',
    },
    ...{ then: OF_A_RETURN, todo: AS_WRITTEN },
  },
  remarks: {
    ...{ most: 500, of: 'remarks', what: 'Different remarks on one return or pack' },
    ...{ then: 'Those that follow are counted, and told as one of each kind.', todo: AS_WRITTEN },
  },
  packText: {
    ...{ most: 150 * MB, of: 'bytes', what: 'A pack that is one CSV or one JSON' },
    then: 'It is refused with the reason.',
    todo: 'Give the pack as a package (.zip).',
  },
  packTable: {
    ...{ most: 800 * MB, of: 'bytes', what: 'The figures in the package of a pack' },
    ...{ then: 'It is refused with the reason.', todo: 'Make a pack of fewer quarters.' },
  },
  packRows: {
    ...{ most: 5_000_000, of: 'rows', what: 'The figures of a pack' },
    ...{ then: 'It is refused with the reason.', todo: 'Make a pack of fewer quarters.' },
  },
  published: {
    ...{ most: 150 * MB, of: 'bytes', what: 'A file of Explore education statistics' },
    then: 'It is refused with the reason.',
    todo: 'Take the years or areas out of it that are not needed.',
  },
  json: {
    ...{ most: 64, of: 'levels', what: 'Lists and objects within one another in a JSON file' },
    ...{ then: 'The file is refused with the reason.', todo: AS_WRITTEN },
  },
  profile: {
    ...{ most: 5 * MB, of: 'bytes', what: 'A profile' },
    then: 'It is refused with the reason, and nothing changes.',
    todo: 'Choose the file that was saved as a profile.',
  },
  project: {
    ...{ most: 500 * MB, of: 'bytes', what: 'The saved work of a collation' },
    ...{ then: 'It is refused with the reason.', todo: 'Give the returns themselves.' },
  },
  template: {
    ...{ most: 5 * MB, of: 'bytes', what: 'A filled-in template' },
    then: 'It is taken for another kind of file.',
    todo: 'Save a template anew from the first page, and copy the numbers over.',
  },
  collatorsBook: {
    ...{
      most: 30 * MB,
      of: 'bytes',
      what: 'A collator’s workbook that is filled in',
    },
    then: 'It is refused with the reason.',
    todo: 'Give the template itself, without what does not belong to it.',
  },
} as const satisfies Readonly<Record<string, Limit>>;

/** Takes a limit; gives it in words: `2 GB`, `5,000 files`. */
export function limitInWords({ most, of }: Pick<Limit, 'most' | 'of'>): string {
  if (of !== 'bytes') return `${most.toLocaleString('en-GB')} ${of}`;
  if (most >= GB) return `${most / GB} GB`;
  return most >= MB ? `${most / MB} MB` : `${Math.round(most / 1024)} KB`;
}
