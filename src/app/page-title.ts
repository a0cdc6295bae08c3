import type { Place } from './place.ts';

const TITLES: Readonly<Partial<Record<Place['page'], string>>> = {
  extract: 'Extract',
  words: 'Words',
  quality: 'Quality',
  profile: 'Profile',
  'by-hand': 'Figures by hand',
  workbook: 'A collator’s workbook',
  measures: 'Measures',
  return: 'Return',
  'check-return': 'Check a return',
  compare: 'Compare',
  report: 'Make a report',
  collate: 'Collate',
};

/** Takes a page; gives its title, or nothing where that is the title of what it is about. */
export function pageTitle(page: Place['page']): string {
  return TITLES[page] ?? '';
}
