import fc from 'fast-check';
import type { Row, Tables } from './case.ts';
import { onwards } from './random-days.ts';
import type { Drawn } from './random-rows.ts';
import { careEpisode, careLeaver, immigrationStatus, legalStatus } from './rows/care.ts';
import { earlyHelp } from './rows/early-help.ts';
import { person } from './rows/person.ts';
import { conference, contact, cpPlan, enquiry, referral } from './rows/social-care.ts';

type Tell = (of: RowsOf, first: string, second: string) => Tables;

/** What happened to a child on two days, the first so far before the second; the second is any, where none is named. */
interface Story {
  readonly on?: string;
  readonly months?: number;
  readonly days: readonly number[];
  readonly tell: Tell;
}

type RowsOf = ReturnType<typeof rowsOf>;

/** Children of whom nothing else is told, so that the two days alone decide. */
const CHILDREN = ['d', 'e', 'f'];
const HOME: Row = { clae_cla_episode_ceased_reason: 'E4A' };

const longBefore = (day: string) => onwards(day, { months: -3 });

/** Takes a child; gives what makes rows of that child. */
function rowsOf(child: string) {
  return {
    born: (day: string) => person(child, day),
    contacted: (day: string) => contact(`${child} contact`, day, { cont_person_id: child }),
    referred: (id: string, day: string, closed: string | null = null) =>
      referral(`${child} ${id}`, day, { cine_person_id: child, cine_close_date: closed }),
    helped: (id: string, from: string, to: string | null = null) =>
      earlyHelp(`${child} ${id}`, child, from, to, 'Outcome met'),
    planned: (id: string, from: string, to: string | null = null) =>
      cpPlan(`${child} ${id}`, from, to, { cppl_person_id: child }),
    inCare: (id: string, from: string, to: string | null = null) =>
      careEpisode(`${child} ${id}`, child, from, to, to === null ? {} : HOME),
    legally: (id: string, status: string, from: string) =>
      legalStatus(`${child} ${id}`, child, status, from, null),
    unaccompanied: (from: string, to: string | null = null) =>
      immigrationStatus(`${child} uasc`, 'UASC', from, to, { immi_person_id: child }),
    leaver: () => careLeaver(`${child} leaver`, child, 'Relevant'),
    enquired: (day: string) => enquiry(`${child} enquiry`, day, { s47e_person_id: child }),
    conferred: (day: string) =>
      conference(`${child} conference`, day, {
        icpc_person_id: child,
        icpc_s47_enquiry_id: `${child} enquiry`,
      }),
  };
}

const referredAgain: Tell = ({ referred }, first, second) => ({
  ssd_cin_episodes: [referred('first', first), referred('second', second)],
});
const helpedAgain: Tell = ({ helped }, first, second) => ({
  ssd_early_help_episodes: [helped('first', longBefore(first), first), helped('second', second)],
});
const plannedAgain: Tell = ({ planned }, first, second) => ({
  ssd_cp_plans: [planned('first', longBefore(first), first), planned('second', second)],
});
const helpedAfterContact: Tell = ({ contacted, helped }, first, second) => ({
  ssd_contacts: [contacted(first)],
  ssd_early_help_episodes: [helped('second', second)],
});
const steppedUp: Tell = ({ helped, referred }, first, second) => ({
  ssd_early_help_episodes: [helped('first', longBefore(first), first)],
  ssd_cin_episodes: [referred('second', second)],
});
const steppedDown: Tell = ({ helped, referred }, first, second) => ({
  ssd_cin_episodes: [referred('first', longBefore(first), first)],
  ssd_early_help_episodes: [helped('second', second)],
});
const steppedDownBefore: Tell = ({ helped, referred }, first, second) => ({
  ssd_early_help_episodes: [helped('first', first)],
  ssd_cin_episodes: [referred('second', longBefore(second), second)],
});
const bornIntoCare: Tell = ({ born, inCare }, first, second) => ({
  ssd_person: [born(first)],
  ssd_cla_episodes: [inCare('second', second)],
});
const growingUpInCare: Tell = ({ born, inCare }, first, second) => ({
  ssd_person: [born(first)],
  ssd_cla_episodes: [inCare('second', longBefore(second))],
});
const carePartedBy: Tell = ({ inCare }, first, second) => ({
  ssd_cla_episodes: [inCare('first', longBefore(first), first), inCare('second', second)],
});
const careLeftOpen: Tell = ({ inCare }, first, second) => ({
  ssd_cla_episodes: [
    inCare('ended', longBefore(longBefore(first)), longBefore(longBefore(first))),
    inCare('first', longBefore(first)),
    inCare('second', first, second),
  ],
});
const careToEndOneDay: Tell = ({ inCare }, first, second) => ({
  ssd_cla_episodes: [
    inCare('first', longBefore(first), '2026-01-01'),
    inCare('second', first, second),
  ],
});

const shortBreaksBeforeCare: Tell = ({ inCare, legally }, first, second) => ({
  ssd_cla_episodes: [inCare('care', longBefore(first))],
  ssd_legal_status: [legally('first', 'V4', first), legally('second', 'C2', second)],
});
const unaccompaniedUntil: Tell = ({ inCare, unaccompanied }, first, second) => ({
  ssd_cla_episodes: [inCare('care', longBefore(second))],
  ssd_immigration_status: [unaccompanied(longBefore(second), first)],
});
const leftCareUnaccompanied: Tell = ({ born, leaver, unaccompanied }, first, second) => ({
  ssd_person: [born(onwards(second, { months: -19 * 12 }))],
  ssd_care_leavers: [leaver()],
  ssd_immigration_status: [unaccompanied(first)],
});
const leftCareAtAge: Tell = ({ born, leaver }, first) => ({
  ssd_person: [born(first)],
  ssd_care_leavers: [leaver()],
});
const enquiredAndConferred: Tell = ({ enquired, conferred }, first, second) => ({
  ssd_s47_enquiry: [enquired(first)],
  ssd_initial_cp_conference: [conferred(second)],
});

const STORIES: readonly Story[] = [
  { days: [0, 0, -1], tell: referredAgain },
  { months: -12, days: [-1, 0, 1], tell: referredAgain },
  { months: -12, days: [-1, 0, 1], tell: helpedAgain },
  { days: [0, -1, -2], tell: helpedAgain },
  { months: -24, days: [-1, 0, 1], tell: plannedAgain },
  { days: [-1, 0, 1], tell: plannedAgain },
  { days: [-44, -45, -46, 0, 1], tell: helpedAfterContact },
  { days: [-13, -14, -15, 0, 1], tell: steppedUp },
  { days: [-27, -28, -29], tell: steppedDown },
  { days: [-13, -14, -15], tell: steppedDownBefore },
  { days: [-1, 0, 1], tell: bornIntoCare },
  { months: -18 * 12, days: [-1, 0, 1], tell: bornIntoCare },
  { months: -18 * 12, days: [-1, 0, 1], tell: growingUpInCare },
  { days: [0, -1, -2, -3], tell: carePartedBy },
  { days: [-1, -30], tell: careLeftOpen },
  { days: [-1, -30], tell: careToEndOneDay },
  { days: [0, -1], tell: shortBreaksBeforeCare },
  { days: [-1, 0, 1], tell: unaccompaniedUntil },
  { on: '2025-06-30', days: [-1, 0, 1], tell: leftCareUnaccompanied },
  { on: '2025-06-30', months: -17 * 12, days: [0, 1], tell: leftCareAtAge },
  { on: '2025-06-30', months: -22 * 12, days: [0, 1], tell: leftCareAtAge },
  { days: [-20, -21, -22, -23, -24, -25], tell: enquiredAndConferred },
];

/** Takes the days of an extract; gives the rows of one story a child, on the very edge of a rule or beside it. */
export function randomStories({ certain }: Drawn): fc.Arbitrary<Tables> {
  const told = (child: string) =>
    fc.constantFrom(...STORIES).chain(({ on, months = 0, days, tell }) =>
      fc
        .tuple(on === undefined ? certain : fc.constant(on), fc.constantFrom(...days))
        .map(([second, apart]) => {
          return tell(rowsOf(child), onwards(second, { months, days: apart }), second);
        }),
    );
  return fc.tuple(...CHILDREN.map(told)).map((stories) => stories.reduce(withRows, {}));
}

/** Takes tables; gives them with the rows of others added. */
export function withRows(tables: Tables, more: Tables): Tables {
  const added = Object.entries(more).map(([table, rows]) => [
    table,
    [...(tables[table] ?? []), ...rows],
  ]);
  return { ...tables, ...Object.fromEntries(added) };
}
