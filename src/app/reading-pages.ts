import type { Component } from 'svelte';
import About from './pages/About.svelte';
import Accessibility from './pages/Accessibility.svelte';
import Changes from './pages/Changes.svelte';
import CheckYourself from './pages/CheckYourself.svelte';
import Definitions from './pages/Definitions.svelte';
import Help from './pages/Help.svelte';
import HelpAnalyst from './pages/HelpAnalyst.svelte';
import HelpLead from './pages/HelpLead.svelte';
import HelpRegion from './pages/HelpRegion.svelte';
import Privacy from './pages/Privacy.svelte';
import type { Place } from './place.ts';

/** A page that is only read: its title, what it says, and whether it is one of the pages under the one that help begins with. */
export interface ReadingPage {
  readonly title: string;
  readonly contents: Component;
  readonly underHelp?: true;
}

// They are small and come with the app: fetched when they are asked for, they could fail while an extract is loaded.
const PAGES = {
  definitions: { title: 'Definitions', contents: Definitions },
  help: { title: 'Help', contents: Help },
  accessibility: { title: 'Accessibility statement', contents: Accessibility },
  privacy: { title: 'Privacy', contents: Privacy },
  check: { title: 'Check it yourself', contents: CheckYourself },
  about: { title: 'About Quarterlight', contents: About },
  changes: { title: 'What changed', contents: Changes },
} as const satisfies Readonly<Record<string, ReadingPage>>;

const HELP = {
  analyst: { title: 'Help for analysts', contents: HelpAnalyst, underHelp: true },
  lead: { title: 'Help for Early Help leads', contents: HelpLead, underHelp: true },
  region: { title: 'Help for regional groups', contents: HelpRegion, underHelp: true },
} as const satisfies Readonly<Record<string, ReadingPage>>;

/** Takes a place; gives the page there that is only read, or null where the place is one of work. */
export function readingPageAt(place: Place): ReadingPage | null {
  switch (place.page) {
    case 'start':
    case 'extract':
    case 'words':
    case 'quality':
    case 'profile':
    case 'by-hand':
    case 'workbook':
    case 'measures':
    case 'measure':
    case 'return':
    case 'check-return':
    case 'compare':
    case 'report':
    case 'collate':
      return null;
    case 'help':
      return place.reader ? HELP[place.reader] : PAGES.help;
    default:
      return PAGES[place.page];
  }
}
