import type { Authority } from '../../model/authority.ts';
import type { Measure } from '../../model/measure.ts';
import type { PublishedSeries, PublishedSet, PublishedTerms } from '../../model/published.ts';
import { readFeeds } from './feeds.ts';
import { type TableRow, readAbout, readRows } from './table-rows.ts';

const TABLE = 'published';
const ENGLAND = 'E92000001';
const NUMBER = /^\d+(\.\d+)?$/;
const CELLS = ['value', 'numerator', 'denominator'] as const;

type Cell = number | string | null;
/** What one row says. */
type Said = Readonly<Record<(typeof CELLS)[number], Cell>>;

/**
 * Takes the project's root, the measures and the authorities; gives the published figures that come with the page. Throws a
 * SpecProblem that names the file and the line.
 */
export function readPublished(
  root: string,
  measures: readonly Measure[],
  authorities: readonly Authority[],
): PublishedSet {
  const about = readAbout(root, TABLE);
  const terms = readFeeds(root, measures);
  const known = [...authorities, ...terms.regions].map(({ code }) => code).concat(ENGLAND);
  const groups = readGroups(root, terms, new Set(known));
  const keys = [...groups.keys()];
  const unfed = terms.feeds.find(
    ({ id, columns }) => columns === null && !keys.some((key) => key.startsWith(`${id} `)),
  );
  if (unfed) throw about.wrong(`there is no figure of ${unfed.id}, and no file has its columns`);
  const fed = new Set([...groups.values()].flatMap((group) => [...group.keys()]));
  const areas = known.filter((code) => fed.has(code));
  const table = { ...about.table, coversFrom: about.coversFrom };
  return { table, terms, areas, ...pooled(groups, areas, terms) };
}

/** By feed and year, and then by area, what is published. */
type Groups = ReadonlyMap<string, ReadonlyMap<string, Said>>;

function readGroups(root: string, terms: PublishedTerms, known: ReadonlySet<string>): Groups {
  const groups = new Map<string, Map<string, Said>>();
  for (const row of readRows(root, TABLE)) {
    const key = keyOf(row, terms);
    const area = row.cell('area');
    if (!known.has(area)) throw row.wrong(`there is no area ${area}`);
    const group = groups.get(key) ?? new Map<string, Said>();
    if (group.has(area)) throw row.wrong(`${area} has a figure of ${key} already`);
    groups.set(key, group.set(area, saidIn(row, terms)));
  }
  return groups;
}

/** Columns that are the same, such as the referrals and what re-referrals are of, are held once. */
function pooled(
  groups: Groups,
  areas: readonly string[],
  { feeds }: PublishedTerms,
): Pick<PublishedSet, 'columns' | 'series'> {
  const pool = new Map<string, number>();
  const columns: Cell[][] = [];
  const placeOf = (column: Cell[]): number => {
    if (column.every((cell) => cell === null)) return -1;
    const text = JSON.stringify(column);
    const place = pool.get(text) ?? columns.push(column) - 1;
    pool.set(text, place);
    return place;
  };
  const series = [...groups].map(([key, group]): PublishedSeries => {
    const [feed = '', year = ''] = key.split(' ');
    const [value = -1, numerator = -1, denominator = -1] = CELLS.map((name) =>
      placeOf(areas.map((area) => group.get(area)?.[name] ?? null)),
    );
    const place = feeds.findIndex(({ id }) => id === feed);
    return [place, Number(year), value, numerator, denominator];
  });
  return { columns, series };
}

function keyOf(row: TableRow, { feeds }: PublishedTerms): string {
  const [feed, year] = [row.cell('feed'), row.cell('period')];
  if (!feeds.some(({ id }) => id === feed)) throw row.wrong(`there is no feed ${feed}`);
  if (!/^20\d\d$/.test(year)) throw row.wrong(`${year} is not a year such as 2025`);
  return `${feed} ${year}`;
}

/** A number, its two parts, or a symbol; a symbol that may stand beside a number follows it. */
function saidIn(row: TableRow, { symbols }: PublishedTerms): Said {
  const [value, numerator, denominator] = CELLS.map((column) => numberIn(row, column));
  const text = row.cells['symbol'] ?? '';
  const symbol = symbols.find((one) => one.symbol === text);
  if (text !== '' && !symbol) throw row.wrong(`there is no symbol ${text}`);
  const hasParts = numerator != null && denominator != null;
  if (!hasParts && (numerator != null || denominator != null)) {
    throw row.wrong('a numerator and a denominator go together');
  }
  if (hasParts && value != null) throw row.wrong('the value follows from its parts');
  if (!hasParts && value == null && !symbol) throw row.wrong('there is neither value nor symbol');
  if ((hasParts || value != null) && symbol && !symbol.beside) {
    throw row.wrong(`${text} stands in place of a value, and there is one`);
  }
  if (hasParts && symbol) throw row.wrong(`${text} stands beside a value, and not beside parts`);
  const beside = symbol ? [value, text].filter((each) => each != null).join(' ') : value;
  return {
    value: beside ?? null,
    numerator: numerator ?? null,
    denominator: denominator ?? null,
  };
}

function numberIn(row: TableRow, column: string): number | null {
  const text = row.cells[column] ?? '';
  if (text === '') return null;
  if (!NUMBER.test(text)) throw row.wrong(`${column}: ${text} is not a number`);
  return Number(text);
}
