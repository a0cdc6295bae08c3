import { shortly, visibleName } from '../model/shown-text.ts';
import type { Feed } from '../model/published.ts';
import type { SourceArea } from './columns.ts';
import type { EesRow, EesTerms } from './ees-file.ts';
import { publishedAreas, ENGLAND } from './from-published.ts';

/** How a year is written: `2025`, or `202425` for the one that ends in 2025. */
const YEAR = /^(?:\d{4}|(\d{4})(\d{2}))$/;

/** The kinds of period, as `time_identifier` names them, that a feed's year may be told by. */
const KINDS: Readonly<Record<Feed['period'], readonly string[]>> = {
  'year to 31 March': ['reporting year', 'financial year'],
  'on 31 March': ['reporting year', 'financial year', 'march'],
  'calendar year': ['reporting year', 'calendar year'],
  'January census': ['reporting year', 'calendar year', 'january'],
  'year to 30 September': ['reporting year', 'calendar year'],
  'on 30 September': ['reporting year', 'calendar year', 'september'],
};

/** Takes a row and its feed; gives the year that it is of, or the sentence why it is none. */
export function yearIn(row: EesRow, { period }: Feed): number | string {
  const [text, kind] = [row.cell('time_period'), row.cell('time_identifier')];
  const parts = YEAR.exec(text);
  const [, from, to] = parts ?? [];
  if (!parts || !KINDS[period].includes(kind.toLowerCase())) {
    return `“${shortly(`${text} ${kind}`)}” in time_period and time_identifier is not a ${period}.`;
  }
  if (from === undefined) return Number(text);
  const follows = (Number(from) + 1) % 100 === Number(to);
  return follows
    ? Number(from) + 1
    : `“${shortly(text)}” in time_period is not a year and the next.`;
}

/** Takes a row; gives its area, or the sentence why it has none: empty where its level is one that nobody compares. */
export function areaIn(row: EesRow, { terms, authorities }: EesTerms): SourceArea | string {
  const level = row.cell('geographic_level').toLowerCase();
  if (level === 'national') {
    if (row.cell('country_code') !== ENGLAND) return 'The country is not England.';
    return areaOf(ENGLAND, { terms, authorities });
  }
  if (level === 'regional') {
    const [code, name] = [row.cell('region_code'), row.cell('region_name')];
    if (terms.regions.some((one) => one.code === code)) {
      return areaOf(code, { terms, authorities });
    }
    // Inner and Outer London stand beside London.
    if (/^E1[23]\d{6}$/.test(code) && name !== '') {
      const rest = { members: [], synthetic: false, earlyHelp: null, region: null };
      return { code, name: visibleName(name), kind: 'region', ...rest };
    }
    return `There is no region “${shortly(code)}”.`;
  }
  if (level !== 'local authority') return '';
  const code = row.cell('old_la_code').padStart(3, '0');
  return authorities.some((one) => one.code === code)
    ? areaOf(code, { terms, authorities })
    : `There is no local authority with the code “${shortly(row.cell('old_la_code'))}”.`;
}

function areaOf(code: string, { terms, authorities }: EesTerms): SourceArea | string {
  return publishedAreas([code], authorities, terms.regions)[0] ?? '';
}
