import type { Quarter } from '../model/period.ts';
import {
  type CollateStep,
  type Place,
  type PlainPage,
  type Reader,
  hashOf,
  readPlace,
} from './place.ts';

/** The place in the address bar, and the ways to another. Back works because every move is the browser's own. */
export class Route {
  place = $state.raw<Place>(readPlace(location.hash));

  constructor() {
    $effect(() => {
      const follow = () => (this.place = readPlace(location.hash));
      window.addEventListener('hashchange', follow);
      return () => window.removeEventListener('hashchange', follow);
    });
  }

  go(place: Place): void {
    location.hash = hashOf(place);
  }

  /** Takes a page; gives the link to it that keeps the quarter. */
  to(page: PlainPage): string {
    return hashOf({ page, quarter: this.place.quarter });
  }

  /** Takes a measure, a figure of it where one is meant, and a quarter where it is not the one shown; gives the link to its page. */
  toMeasure(measure: string, figure: string | null = null, quarter = this.place.quarter): string {
    return hashOf({ page: 'measure', measure, figure, quarter });
  }

  /** Takes a measure, or nothing for all, and a figure of it where one is meant; gives the link to how it compares that keeps the quarter. */
  toCompare(measure: string | null = null, figure: string | null = null): string {
    return hashOf({ page: 'compare', measure, figure, quarter: this.place.quarter });
  }

  /** Takes a step of collating, or nothing for the first; gives the link to it that keeps the quarter. */
  toCollate(step: CollateStep | null = null): string {
    return hashOf({ page: 'collate', step, quarter: this.place.quarter });
  }

  /** Takes a measure, or nothing for all; gives the link to its definition that keeps the quarter. */
  toDefinition(measure: string | null = null): string {
    return hashOf({ page: 'definitions', measure, quarter: this.place.quarter });
  }

  /** Takes whom help is for, or nothing for where it begins; gives the link to it that keeps the quarter. */
  toHelp(reader: Reader | null = null): string {
    return hashOf({ page: 'help', reader, quarter: this.place.quarter });
  }

  chooseQuarter(quarter: Quarter): void {
    this.go({ ...this.place, quarter });
  }

  chooseFigure(figure: string): void {
    if ('figure' in this.place) this.go({ ...this.place, figure });
  }
}
