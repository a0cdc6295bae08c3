import { Problem } from '../model/problem.ts';
import type { Feed, PublishedTerms } from '../model/published.ts';
import type { ReturnRemark } from '../model/return-document.ts';
import { shortly } from '../model/shown-text.ts';
import { named } from '../model/words.ts';
import type { FigureColumns, FigureRow, SourceArea } from './columns.ts';
import { ColumnsBuilder } from './columns-builder.ts';
import { areaIn, yearIn } from './ees-place.ts';
import { type EesFile, type EesRow, type EesTerms, STANDARD_COLUMNS } from './ees-file.ts';
import { contentIn, seriesOf } from './from-published.ts';
import { Remarks } from './remarks.ts';

/** An EES file as it was read: its figures, which of ours it feeds, and what is wrong with it. */
export interface ReadEes {
  readonly columns: FigureColumns;
  readonly feeds: readonly Feed[];
  readonly remarks: readonly ReturnRemark[];
}

const TOTALS = new Set(['total', 'all', 'all children', 'all authorities']);
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Takes a file, an id for it and what it is read by; gives its figures in columns. Throws a Problem where none of its columns
 * feeds a measure. A row that cannot be read is left out and told.
 */
export function eesColumns(file: EesFile, id: string, known: EesTerms): ReadEes {
  const { terms } = known;
  const feeds = terms.feeds.filter(({ columns }) => columns !== null && feedsFrom(file, columns));
  if (feeds.length === 0) throw feedsNothing(file, terms);
  const reading = new EesReading(file, feeds, known);
  for (const row of file.rows) reading.take(row);
  const builder = new ColumnsBuilder(
    {
      ...{ id, kind: 'published', synthetic: false, made: null, provisional: false },
      removable: true,
      title: `DfE, Explore education statistics: ${file.name}`,
      licence: terms.licence,
    },
    [...reading.areas.values()],
  );
  for (const row of reading.rows.values()) builder.add(row);
  return { columns: builder.build(), feeds, remarks: reading.remarks.all() };
}

/** One file on its way into figures. */
class EesReading {
  readonly areas = new Map<string, SourceArea>();
  readonly rows = new Map<string, FigureRow>();
  readonly remarks = new Remarks();
  readonly #feeds: readonly Feed[];
  readonly #known: EesTerms;
  /** By feed, the columns that part its rows further, and of which it wants the total. */
  readonly #filters: ReadonlyMap<Feed, readonly string[]>;

  constructor(file: EesFile, feeds: readonly Feed[], known: EesTerms) {
    this.#feeds = feeds;
    this.#known = known;
    const filters = filtersOf(file, known);
    this.#filters = new Map(
      feeds.map((feed) => [
        feed,
        filters.filter((name) => !Object.hasOwn(feed.columns?.where ?? {}, name)),
      ]),
    );
  }

  /** Takes a row; keeps the figures in it. */
  take(row: EesRow): void {
    const feeds = this.#feeds.filter((feed) => this.#isOf(row, feed));
    if (feeds.length === 0) return;
    const area = areaIn(row, this.#known);
    if (typeof area === 'string') {
      if (area !== '') this.#leaveOut(row, area, CHECK_AREA);
      return;
    }
    this.areas.set(area.code, this.areas.get(area.code) ?? area);
    for (const feed of feeds) this.#figure(row, feed, area);
  }

  #isOf(row: EesRow, feed: Feed): boolean {
    const { where = {} } = feed.columns ?? {};
    return (
      Object.entries(where).every(([column, wanted]) => row.cell(column) === wanted) &&
      (this.#filters.get(feed) ?? []).every((name) => isTotal(row.cell(name)))
    );
  }

  #figure(row: EesRow, feed: Feed, area: SourceArea): void {
    const { terms } = this.#known;
    const year = yearIn(row, feed);
    if (typeof year === 'string') return this.#leaveOut(row, year, CHECK_PERIOD);
    const content = this.#content(row, feed, area);
    if (!content) return;
    const at = seriesOf(feed, year, terms);
    const key = [feed.id, at.period, area.code].join('|');
    if (this.rows.has(key)) {
      const says = `A row is there twice: ${feed.title} of ${area.name} for ${row.cell('time_period')}.`;
      return this.#leaveOut(row, says, 'The first of them was read. Look which of them is right.');
    }
    const denominatorFrom = content.kind === 'ratio' ? at.denominatorFrom : null;
    this.rows.set(key, { ...at, denominatorFrom, version: 0, area: area.code, content });
  }

  #content(row: EesRow, feed: Feed, area: SourceArea) {
    const { value = '', numerator = null, denominator = null } = feed.columns ?? {};
    const { symbols } = this.#known.terms;
    const text = row.cell(value);
    const isSymbol = symbols.some(({ symbol }) => symbol === text);
    if (!isSymbol && !NUMBER.test(text)) {
      const says =
        text === ''
          ? `There is nothing in ${value}, where a number or a symbol should be.`
          : `There is text in ${value}, where a number or a symbol should be.`;
      this.#leaveOut(row, says, 'Give the file as its site offers it for download.');
      return null;
    }
    const whole = isSymbol || area.kind !== 'authority';
    return contentIn(feed, symbols, {
      value: isSymbol ? text : Number(text),
      // Totals are published with rounded parts: their own value is nearer.
      numerator: whole && feed.unit === 'percent' ? null : partIn(row, numerator, isSymbol),
      denominator: whole && feed.unit === 'percent' ? null : partIn(row, denominator, isSymbol),
    });
  }

  #leaveOut(row: EesRow, says: string, todo: string): void {
    this.remarks.add({ kind: 'not read', says, todo }, row.place);
  }
}

const CHECK_AREA =
  'Nothing to do, if the area ended long ago. Else look whether the list of local authorities is out of date.';
const CHECK_PERIOD = 'Its figures stand beside no period of ours. Look whether the file is right.';

function partIn(row: EesRow, column: string | null, isSymbol: boolean): number | null {
  const text = column === null ? '' : row.cell(column);
  return !isSymbol && NUMBER.test(text) ? Number(text) : null;
}

function feedsFrom({ columns, rows }: EesFile, wanted: NonNullable<Feed['columns']>): boolean {
  const { value, numerator, denominator, where } = wanted;
  const needed = [value, numerator, denominator, ...Object.keys(where)];
  return (
    needed.every((column) => column === null || columns.includes(column)) &&
    rows.some((row) => Object.entries(where).every(([column, is]) => row.cell(column) === is))
  );
}

/** Columns that hold words: neither numbers nor symbols. */
function filtersOf({ columns, rows }: EesFile, { terms }: EesTerms): string[] {
  const symbols = new Set(terms.symbols.map(({ symbol }) => symbol));
  const standard = new Set<string>(STANDARD_COLUMNS);
  const isWord = (text: string) => text !== '' && !NUMBER.test(text) && !symbols.has(text);
  return columns.filter(
    (name) =>
      !standard.has(name) && rows.filter((row) => isWord(row.cell(name))).length * 2 > rows.length,
  );
}

function isTotal(text: string): boolean {
  return TOTALS.has(text.toLowerCase());
}

function feedsNothing({ name, columns, rows }: EesFile, { feeds }: PublishedTerms): Problem {
  const standard = new Set<string>(STANDARD_COLUMNS);
  const own = columns.filter((column) => !standard.has(column));
  const words =
    own.length > 0 ? named(own.slice(0, 12).map(shortly)) : 'none but those of period and place';
  const more = own.length > 12 ? ` and ${own.length - 12} more` : '';
  const known = feeds.flatMap(({ columns: of }) => (of ? [of.value] : []));
  const what = rows.length === 0 ? 'it has no rows' : `its columns are ${words}${more}`;
  return new Problem(
    `${name} feeds no measure: ${what}.`,
    `Columns that do: ${named([...new Set(known)])}. Others can be added in spec/published.`,
  );
}
