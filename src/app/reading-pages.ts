import type { Component } from 'svelte';
import type { Place } from './place.ts';

/** A page that is only read: its title, and its contents, fetched when they are first asked for. */
export interface ReadingPage {
  readonly title: string;
  readonly contents: () => Promise<{ readonly default: Component }>;
}

const PAGES = {
  definitions: { title: 'Definitions', contents: () => import('./pages/Definitions.svelte') },
  help: { title: 'Help', contents: () => import('./pages/Help.svelte') },
  accessibility: {
    title: 'Accessibility statement',
    contents: () => import('./pages/Accessibility.svelte'),
  },
  privacy: { title: 'Privacy', contents: () => import('./pages/Privacy.svelte') },
  about: { title: 'About Quarterlight', contents: () => import('./pages/About.svelte') },
  changes: { title: 'What changed', contents: () => import('./pages/Changes.svelte') },
} as const satisfies Readonly<Record<string, ReadingPage>>;

const HELP = {
  analyst: {
    title: 'Help for analysts',
    contents: () => import('./pages/HelpAnalyst.svelte'),
  },
  lead: {
    title: 'Help for Early Help leads',
    contents: () => import('./pages/HelpLead.svelte'),
  },
  region: {
    title: 'Help for regional groups',
    contents: () => import('./pages/HelpRegion.svelte'),
  },
} as const satisfies Readonly<Record<string, ReadingPage>>;

/** Takes a place; gives the page there that is only read, or null where the place is one of work. */
export function readingPageAt(place: Place): ReadingPage | null {
  switch (place.page) {
    case 'start':
    case 'extract':
    case 'measures':
    case 'measure':
    case 'return':
      return null;
    case 'help':
      return place.reader ? HELP[place.reader] : PAGES.help;
    default:
      return PAGES[place.page];
  }
}
