import { type Quarter, parseQuarter } from '../model/period.ts';

/** Where a person is: a page, what it is about, and the quarter if the address names one. Never anything that was loaded. */
export type Place =
  PlainPlace | MeasurePlace | ComparePlace | CollatePlace | DefinitionsPlace | HelpPlace;

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

/** How an authority compares: all its measures, or the one that is named. */
interface ComparePlace {
  readonly page: 'compare';
  readonly measure: string | null;
  readonly figure: string | null;
  readonly quarter: Quarter | null;
}

/** A step of collating; null for its first, who is in. */
interface CollatePlace {
  readonly page: 'collate';
  readonly step: CollateStep | null;
  readonly quarter: Quarter | null;
}

/** All the definitions, at the one that is named. */
interface DefinitionsPlace {
  readonly page: 'definitions';
  readonly measure: string | null;
  readonly quarter: Quarter | null;
}

interface HelpPlace {
  readonly page: 'help';
  readonly reader: Reader | null;
  readonly quarter: Quarter | null;
}

export type PlainPage = (typeof PLAIN_PAGES)[number];

/** Whom a page of help is for. */
export type Reader = (typeof READERS)[number];

/** The steps of collating after the first. */
export type CollateStep = (typeof COLLATE_STEPS)[number];

const PLAIN_PAGES = [
  'start',
  'extract',
  'words',
  'quality',
  'profile',
  'by-hand',
  'workbook',
  'measures',
  'return',
  'check-return',
  'report',
  'accessibility',
  'privacy',
  'check',
  'about',
  'changes',
] as const;
const COLLATE_STEPS = ['files', 'remarks', 'totals', 'pack'] as const;
const READERS = ['analyst', 'lead', 'region'] as const;
const ID = /^[a-z0-9][a-z0-9_-]*$/;
const START: Place = { page: 'start', quarter: null };

/** Takes the address bar's hash; gives the place it names, or Start where it names none. */
export function readPlace(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [name = '', subject = null, ...rest] = path.split('/').filter((part) => part !== '');
  const asked = new URLSearchParams(query);
  const quarter = parseQuarter((asked.get('quarter') ?? '').replace(/-(Q[1-4])$/, ' $1'));
  if (rest.length > 0 || (subject !== null && !ID.test(subject))) return START;
  const figureAsked = asked.get('figure');
  const figure = figureAsked && ID.test(figureAsked) ? figureAsked : null;
  switch (name) {
    case 'measure':
      return subject ? { page: name, measure: subject, figure, quarter } : START;
    case 'compare':
      return { page: name, measure: subject, figure: subject ? figure : null, quarter };
    case 'collate': {
      const step = COLLATE_STEPS.find((known) => known === subject) ?? null;
      return step === subject ? { page: name, step, quarter } : START;
    }
    case 'definitions':
      return { page: name, measure: subject, quarter };
    case 'help': {
      const reader = READERS.find((known) => known === subject) ?? null;
      return reader === subject ? { page: name, reader, quarter } : START;
    }
    default: {
      const page = PLAIN_PAGES.find((known) => known === name);
      return page && subject === null ? { page, quarter } : START;
    }
  }
}

/** Takes a place; gives the hash that names it. */
export function hashOf(place: Place): string {
  const asked = new URLSearchParams();
  if (place.quarter) asked.set('quarter', place.quarter.replace(' ', '-'));
  if ('figure' in place && place.figure) asked.set('figure', place.figure);
  const query = asked.toString();
  const subject = subjectOf(place);
  const path = place.page === 'start' ? '' : place.page;
  return `#/${path}${subject ? `/${subject}` : ''}${query && `?${query}`}`;
}

/** Takes two places; tells whether they are the same page about the same thing, whatever the quarter, the figure or the definition. */
export function samePage(one: Place, other: Place): boolean {
  if (one.page !== other.page) return false;
  return one.page === 'definitions' || subjectOf(one) === subjectOf(other);
}

function subjectOf(place: Place): string | null {
  switch (place.page) {
    case 'measure':
    case 'compare':
    case 'definitions':
      return place.measure;
    case 'collate':
      return place.step;
    case 'help':
      return place.reader;
    default:
      return null;
  }
}
