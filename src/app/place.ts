import { type Quarter, parseQuarter } from '../model/period.ts';

/** Where a person is: a page, what it is about, and the quarter if the address names one. Never anything that was loaded. */
export type Place = PlainPlace | MeasurePlace;

interface PlainPlace {
  readonly page: PlainPage;
  readonly quarter: Quarter | null;
}

interface MeasurePlace {
  readonly page: 'measure';
  readonly measure: string;
  readonly figure: string | null;
  readonly quarter: Quarter | null;
}

export type PlainPage = (typeof PLAIN_PAGES)[number];

const PLAIN_PAGES = ['start', 'extract', 'measures', 'return'] as const;
const ID = /^[a-z0-9][a-z0-9_-]*$/;
const START: Place = { page: 'start', quarter: null };

/** Takes the address bar's hash; gives the place it names, or Start where it names none. */
export function readPlace(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [name, id, ...rest] = path.split('/').filter((part) => part !== '');
  const asked = new URLSearchParams(query);
  const quarter = parseQuarter((asked.get('quarter') ?? '').replace(/-(Q[1-4])$/, ' $1'));
  if (rest.length > 0) return START;
  if (name === 'measure') {
    if (!id || !ID.test(id)) return START;
    const figure = asked.get('figure');
    return {
      page: 'measure',
      measure: id,
      figure: figure && ID.test(figure) ? figure : null,
      quarter,
    };
  }
  const page = PLAIN_PAGES.find((known) => known === name);
  return page && !id ? { page, quarter } : START;
}

/** Takes a place; gives the hash that names it. */
export function hashOf(place: Place): string {
  const path = place.page === 'measure' ? `measure/${place.measure}` : place.page;
  const asked = new URLSearchParams();
  if (place.quarter) asked.set('quarter', place.quarter.replace(' ', '-'));
  if (place.page === 'measure' && place.figure) asked.set('figure', place.figure);
  const query = asked.toString();
  return `#/${path === 'start' ? '' : path}${query && `?${query}`}`;
}

/** Takes two places; tells whether they are the same page about the same thing, whatever the quarter or figure. */
export function samePage(one: Place, other: Place): boolean {
  if (one.page === 'measure' && other.page === 'measure') return one.measure === other.measure;
  return one.page === other.page;
}
