import fc from 'fast-check';
import type { Tables } from './case.ts';
import { onwards } from './random-days.ts';
import type { Drawn } from './random-rows.ts';
import { earlyHelp } from './rows/early-help.ts';
import { contact, cpPlan, referral } from './rows/social-care.ts';

/** What happened to a child on two days, the first so far before the second. */
interface Story {
  readonly months?: number;
  readonly days: readonly number[];
  readonly tell: (first: string, second: string) => Tables;
}

/** A child of whom nothing else is told, so that the two days alone decide. */
const CHILD = 'd';

const longBefore = (day: string) => onwards(day, { months: -3 });
const referred = (id: string, day: string, closed: string | null = null) =>
  referral(id, day, { cine_person_id: CHILD, cine_close_date: closed });
const helped = (id: string, from: string, to: string | null = null) =>
  earlyHelp(id, CHILD, from, to, 'Outcome met');
const planned = (id: string, from: string, to: string | null = null) =>
  cpPlan(id, from, to, { cppl_person_id: CHILD });

const referredAgain = (first: string, second: string): Tables => ({
  ssd_cin_episodes: [referred('first', first), referred('second', second)],
});
const helpedAgain = (first: string, second: string): Tables => ({
  ssd_early_help_episodes: [helped('first', longBefore(first), first), helped('second', second)],
});
const plannedAgain = (first: string, second: string): Tables => ({
  ssd_cp_plans: [planned('first', longBefore(first), first), planned('second', second)],
});
const helpedAfterContact = (first: string, second: string): Tables => ({
  ssd_contacts: [contact('first', first, { cont_person_id: CHILD })],
  ssd_early_help_episodes: [helped('second', second)],
});
const steppedUp = (first: string, second: string): Tables => ({
  ssd_early_help_episodes: [helped('first', longBefore(first), first)],
  ssd_cin_episodes: [referred('second', second)],
});
const steppedDown = (first: string, second: string): Tables => ({
  ssd_cin_episodes: [referred('first', longBefore(first), first)],
  ssd_early_help_episodes: [helped('second', second)],
});
const steppedDownBefore = (first: string, second: string): Tables => ({
  ssd_early_help_episodes: [helped('first', first)],
  ssd_cin_episodes: [referred('second', longBefore(second), second)],
});

const STORIES: readonly Story[] = [
  { months: -12, days: [-1, 0, 1], tell: referredAgain },
  { months: -12, days: [-1, 0, 1], tell: helpedAgain },
  { days: [0, -1, -2], tell: helpedAgain },
  { months: -24, days: [-1, 0, 1], tell: plannedAgain },
  { days: [-1, 0, 1], tell: plannedAgain },
  { days: [-44, -45, -46, 0, 1], tell: helpedAfterContact },
  { days: [-13, -14, -15, 0, 1], tell: steppedUp },
  { days: [-27, -28, -29], tell: steppedDown },
  { days: [-13, -14, -15], tell: steppedDownBefore },
];

/** Takes the days of an extract; gives the rows of one story, on the very edge of a rule or beside it. */
export function randomStory({ certain }: Drawn): fc.Arbitrary<Tables> {
  return fc
    .constantFrom(...STORIES)
    .chain(({ months = 0, days, tell }) =>
      fc
        .tuple(certain, fc.constantFrom(...days))
        .map(([second, apart]) => tell(onwards(second, { months, days: apart }), second)),
    );
}

/** Takes tables; gives them with the rows of others added. */
export function withRows(tables: Tables, more: Tables): Tables {
  const added = Object.entries(more).map(([table, rows]) => [
    table,
    [...(tables[table] ?? []), ...rows],
  ]);
  return { ...tables, ...Object.fromEntries(added) };
}
