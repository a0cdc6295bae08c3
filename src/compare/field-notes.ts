import type { FigureAsked, Placed } from '../model/comparison.ts';
import type { PublishedTerms } from '../model/published.ts';
import { counted, named } from '../model/words.ts';
import type { FigureSource } from './columns.ts';
import { figuresOf } from './candidates.ts';
import type { Compared } from './compared.ts';

/** What notes are made from. */
export interface NotesAbout {
  readonly asked: FigureAsked;
  readonly compared: Compared;
  readonly terms: PublishedTerms;
  /** Every area that is placed. */
  readonly placed: readonly Placed[];
  readonly sources: readonly FigureSource[];
  readonly year: string | null;
  /** How many are left out for the version of their definition, and which version stands. */
  readonly otherVersion: number;
  readonly version: number | null;
  /** Why the authority itself has no figure, where it was not there. */
  readonly ownNotThere: string | null;
}

/** Takes all that is placed; gives what a reader must know of it. */
export function notesOn(about: NotesAbout): string[] {
  const { compared, terms, year, otherVersion, version } = about;
  if (compared.basis.kind === 'alone') return [compared.basis.says];
  const numbers = about.placed.filter(({ shown }) => shown.kind === 'number');
  const isRate = compared.basis.kind === 'rate';
  const ages = terms.otherAges[compared.measure.id];
  return [
    ...(about.ownNotThere === null ? [] : [about.ownNotThere]),
    ...published(about, numbers),
    ...(isRate && year !== null ? [overOneYear(year)] : []),
    ...(isRate && ages !== undefined ? [ages] : []),
    ...(isRate && about.asked.cell ? [OF_ALL] : []),
    ...estimated(numbers),
    ...(otherVersion > 0 ? [leftOut(otherVersion, version)] : []),
    ...from(numbers),
    ...provisional(about, numbers),
  ];
}

const OF_ALL =
  'Each part is set beside all children aged 0 to 17 of the area, not beside the children of that part.';

function overOneYear(year: string): string {
  return `All rates are over the children aged 0 to 17 by the mid-${year} estimate, so that they are alike.`;
}

function leftOut(count: number, version: number | null): string {
  const those = counted(count, ['authority is', 'authorities are']);
  return `${those} left out: another version of the definition was used there than version ${version ?? 1}.`;
}

/** What differs between a published figure and ours is worth knowing where one of them is shown. */
function published({ asked, compared, terms }: NotesAbout, numbers: readonly Placed[]): string[] {
  if (!numbers.some(({ source }) => source.kind === 'published')) return [];
  const figures = figuresOf(compared);
  const feeds = terms.feeds.filter(
    ({ measure, figure }) => measure === compared.measure.id && figures.includes(figure),
  );
  const notes = feeds.flatMap(({ period }) => terms.periods[period].note ?? []);
  const differs = [...compared.measure.differs, ...feeds.flatMap((feed) => feed.differs)];
  const cell = asked.cell ? [] : differs;
  return [...new Set([...cell, ...notes])];
}

function estimated(numbers: readonly Placed[]): string[] {
  const count = numbers.filter(
    ({ shown }) => shown.kind === 'number' && shown.parts?.estimated === true,
  ).length;
  if (count === 0) return [];
  const of = counted(count, ['rate is', 'rates are']);
  return [
    `${of} published without a count. The count was estimated from the rate and the children there.`,
  ];
}

/** Where figures of several sources stand side by side, which. */
function from(numbers: readonly Placed[]): string[] {
  const counts = new Map<string, number>();
  for (const { source } of numbers) counts.set(source.title, (counts.get(source.title) ?? 0) + 1);
  if (counts.size < 2) return [];
  const each = [...counts].map(([title, count]) => `${title} (${count.toLocaleString('en-GB')})`);
  return [`Figures are from ${named(each)}.`];
}

function provisional({ sources }: NotesAbout, numbers: readonly Placed[]): string[] {
  const used = new Set(numbers.map(({ source }) => source.id));
  const drafts = sources.filter((source) => source.provisional && used.has(source.id));
  if (drafts.length === 0) return [];
  const titles = named(drafts.map(({ title }) => title));
  return [`Not signed off, and may still change: ${titles}.`];
}
