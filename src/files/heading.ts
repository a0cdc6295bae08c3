import { LIMITS } from '../model/limits.ts';
import { type TextRecord, firstRecords } from './records.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** How much of a file is looked at for its heading. */
const ENOUGH = LIMITS.heading.most;
const RECORDS = 40;
const OPENING = 6;

export interface Heading {
  readonly delimiter: string;
  readonly headings: readonly string[];
  /** The first records below it. */
  readonly opening: readonly (readonly string[])[];
  /** Where it starts in the content, in bytes. */
  readonly start: number;
  /** Lines above it, whatever they hold. */
  readonly linesAbove: number;
  /** How many of them hold something, such as a title. */
  readonly titles: number;
  /** Bytes of a line of dashes below it, which some query tools write. */
  readonly underline: { readonly from: number; readonly to: number } | null;
}

/**
 * Takes a file's UTF-8 content, and the delimiter where it is known; gives its heading and what parts its values. The
 * heading is the first line with more than one value. Of the delimiters, the one under which the lines below it have as
 * many values as it has; where that decides nothing, the one that parts the first line into the most.
 */
export async function readHeading(content: Blob, known?: string): Promise<Heading> {
  const text = await content.slice(0, ENOUGH).text();
  const cut = content.size > ENOUGH;
  const told = /^"?sep=(.)"?\r?\n/i.exec(text);
  const from = told?.[0].length ?? 0;
  const candidates = (known === undefined ? DELIMITERS : [known]).map((delimiter) =>
    readBy(delimiter, text, from, cut),
  );
  const byName = told?.[1] === undefined ? null : readBy(told[1], text, from, cut);
  const best =
    byName && byName.heading.values.length > 1
      ? byName
      : candidates.reduce((kept, next) => (isBetter(next, kept) ? next : kept));
  const { heading, below, delimiter } = best;
  const bytesTo = (place: number) => new TextEncoder().encode(text.slice(0, place)).length;
  const dashes = below.find((record) => record.start === heading.end && isUnderline(record));
  return {
    delimiter,
    headings: headingsOf(best),
    opening: below
      .filter((record) => record !== dashes && !isBlank(record))
      .slice(0, OPENING)
      .map(({ values }) => values),
    start: bytesTo(heading.start),
    linesAbove: text.slice(0, heading.start).split(/\r\n|\r|\n/).length - 1,
    titles: best.titles,
    underline: dashes ? { from: bytesTo(dashes.start), to: bytesTo(dashes.end) } : null,
  };
}

interface Candidate {
  readonly delimiter: string;
  readonly heading: TextRecord;
  readonly below: readonly TextRecord[];
  readonly titles: number;
  /** Whether most of the lines below have as many values as the heading has. */
  readonly holds: boolean;
}

function readBy(delimiter: string, text: string, from: number, cut: boolean): Candidate {
  const all = firstRecords(text.slice(from), delimiter, RECORDS).map(({ values, start, end }) => ({
    values,
    start: start + from,
    end: end + from,
  }));
  // What ran to the end of the part that was looked at may go on beyond it.
  const records = cut && all.length > 1 ? all.filter(({ end }) => end < text.length) : all;
  const candidateAt = (place: number): Candidate => {
    const heading = records[place] ?? { values: [''], start: from, end: from };
    const below = records.slice(place + 1);
    const above = records.slice(0, place).filter((record) => filled(record) > 0);
    return { delimiter, heading, below, titles: above.length, holds: holds(heading, below) };
  };
  const first = Math.max(
    0,
    records.findIndex((record) => !isBlank(record)),
  );
  const atFirst = candidateAt(first);
  if (atFirst.heading.values.length > 1 && filled(atFirst.heading) === 0) return atFirst;
  const wide = records.findIndex((record) => filled(record) > 1);
  if (wide < 0) return atFirst;
  const atWide = candidateAt(wide);
  if (atWide.holds) return atWide;
  // A title may have a delimiter in its words; a heading has not half the columns of its lines.
  const better = records.findIndex(
    (record, place) =>
      place > wide &&
      record.values.length >= 2 * atWide.heading.values.length &&
      candidateAt(place).holds,
  );
  if (better >= 0) return candidateAt(better);
  const isBare = atWide.below.length === 0 && atWide.heading.values.length > 2;
  return wide === first || isBare ? atWide : atFirst;
}

function holds(heading: TextRecord, below: readonly TextRecord[]): boolean {
  const rows = below.filter((record) => !isBlank(record)).slice(0, 20);
  const columns = heading.values.length;
  const alike = rows.filter((record) => record.values.length === columns);
  return columns > 1 && rows.length > 0 && alike.length * 2 >= rows.length;
}

function isBetter(next: Candidate, best: Candidate): boolean {
  if (next.holds !== best.holds) return next.holds;
  const parts = next.heading.values.length > 1;
  if (parts !== best.heading.values.length > 1) return parts;
  if (next.titles !== best.titles) return next.titles < best.titles;
  return next.heading.values.length > best.heading.values.length;
}

/** The heading's columns; one more, or less, where the lines below end in a delimiter and the heading does not, or the other way. */
function headingsOf({ heading, below }: Candidate): readonly string[] {
  const rows = below.filter((record) => !isBlank(record)).map(({ values }) => values);
  const columns = heading.values.length;
  const most = (alike: readonly unknown[]) => alike.length > 0 && alike.length * 2 >= rows.length;
  if (columns < 2 || rows.some((values) => values.length === columns)) return heading.values;
  const longer = rows.filter((values) => values.length === columns + 1 && values[columns] === '');
  if (most(longer)) return [...heading.values, ''];
  const shorter = rows.filter((values) => values.length === columns - 1);
  return most(shorter) && heading.values.at(-1) === ''
    ? heading.values.slice(0, -1)
    : heading.values;
}

function filled({ values }: TextRecord): number {
  return values.filter((value) => value !== '').length;
}

function isBlank({ values }: TextRecord): boolean {
  return values.length === 1 && values[0] === '';
}

function isUnderline({ values }: TextRecord): boolean {
  return values.length > 1 && values.every((value) => /^-+$/.test(value));
}
