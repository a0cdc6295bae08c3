import type { Figure, FormMeasure, Measure, RecordsMeasure } from '../model/measure.ts';
import type { Caveat, Observation } from '../model/observation.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Quarter, quartersBetween, stepQuarter } from '../model/period.ts';
import { counted } from '../model/words.ts';

const TREND_QUARTERS = 12;

/** Takes a quarter; gives the twelve that end with it, oldest first. */
export function trendQuarters(quarter: Quarter): Quarter[] {
  return quartersBetween(stepQuarter(quarter, 1 - TREND_QUARTERS), quarter);
}

/** Takes a figure and its outcome; gives the unit that stands beside the value, or nothing where there is no value. */
export function unitInWords(figure: Figure, outcome: Outcome): string {
  switch (outcome.kind) {
    case 'count':
    case 'amount':
      return outcome.value === 1 ? figure.unit[0] : figure.unit[1];
    case 'ratio':
      if (figure.kind === 'rate') return figure.unit[1];
      return `${outcome.numerator.toLocaleString('en-GB')} of ${counted(outcome.denominator, figure.unit)}`;
    default:
      return '';
  }
}

/** Takes an observation; gives the population that a rate is over, with the year of its estimate, or nothing where it is no rate. */
export function populationInWords(observation: Observation | null): string {
  const { outcome, denominatorFrom } = observation ?? {};
  if (outcome?.kind !== 'ratio' || !denominatorFrom) return '';
  return `${outcome.denominator.toLocaleString('en-GB')} ${denominatorFrom}`;
}

/** Takes a measure; gives what stands where a figure of it has no year. */
export function noYear({ period }: RecordsMeasure | FormMeasure): string {
  return period === 'snapshot' ? 'None: a position on one day' : 'Not given for a year';
}

/** Takes a figure; tells whether its values are percentages. */
export function isPercentage(figure: Figure): boolean {
  return figure.kind === 'ratio' && figure.scale === 100;
}

/** Takes a collection; gives its name as people say it. */
export function collectionTitle(collection: Measure['collection']): string {
  return collection === 'riia' ? 'RIIA quarterly dataset' : 'Early Help';
}

/** Takes a theme as the definitions write it; gives it as a heading. */
export function themeTitle(theme: string): string {
  const words = theme.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Takes a caveat; gives the few words that stand for it in a table. */
export function caveatInBrief({ kind }: Pick<Caveat, 'kind'>): string {
  switch (kind) {
    case 'window-limited':
      return 'Limited by how far back the extract goes';
    case 'refining column missing':
      return 'A column that refines it is missing';
    case 'lines not read':
      return 'Some lines could not be read';
    case 'dates not read':
      return 'Some dates could not be read';
    case 'rows left out':
      return 'Some rows could not be used';
    case 'words not mapped':
      return 'Some local words are not mapped';
    case 'perhaps left out':
      return 'The extract may leave children out';
    case 'from another system':
      return 'Early help is from another system';
    case 'reference out of date':
      return 'Leans on a table that is out of date';
    case 'authority began':
      return 'Reaches back to before the authority began';
  }
}
