import fc from 'fast-check';
import type { Row } from './case.ts';

type Day = fc.Arbitrary<string | null>;
type Rows = fc.Arbitrary<Row[]>;

const MS_A_DAY = 86_400_000;

/** How long a stay lasts, or lies from the one before: mostly so that they touch, overlap or just do not. */
const APART = [-2, -1, 0, 0, 1, 1, 2, 2, 3, 30, 91];

const CHILDREN = ['a', 'b'];
const child = fc.option(fc.constantFrom('a', 'b', 'c'), { freq: 20 });
const key = (prefix: string) =>
  fc.option(
    fc.integer({ min: 1, max: 40 }).map((n) => `${prefix}${n}`),
    { freq: 20 },
  );

const rows = (row: Record<string, fc.Arbitrary<string | null>>, most: number): Rows =>
  fc.array(fc.record(row), { minLength: Math.ceil(most / 2), maxLength: most });

/** Plans, immigration statuses, care leavers, and stays in care of two children that touch and overlap one another. */
export function randomCare(certain: fc.Arbitrary<string>) {
  const day = fc.option(certain, { freq: 12 });
  const end = fc.option(certain, { freq: 2 });
  return {
    ssd_cp_plans: plans(certain, day, end),
    ssd_cla_episodes: fc.tuple(chainedEpisodes(certain), looseEpisodes(day, end)).map(joined),
    ssd_immigration_status: immigrationStatuses(day, end),
    ssd_care_leavers: careLeavers(),
  };
}

const joined = (groups: readonly Row[][]): Row[] => groups.flat();

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * MS_A_DAY).toISOString().slice(0, 10);
}

function monthsLater(day: string, months: number): string {
  const date = new Date(day);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

const stay = fc.record({
  gap: fc.constantFrom(...APART),
  lasts: fc.constantFrom(0, 0, 1, 2, 3, 30, 91, null),
  reason: fc.constantFrom('X1', 'E4A', 'E4A', null),
  careId: fc.constantFrom('one', 'two', null, null, null, null),
});

/** Stays that follow one another, each at a distance from where the one before stopped. */
function chainedEpisodes(certain: fc.Arbitrary<string>): Rows {
  const chain = (person: string) =>
    fc
      .tuple(certain, fc.array(stay, { minLength: 1, maxLength: 5 }), fc.boolean())
      .map(([from, stays, ids]) => {
        let at = from;
        return stays.map(({ gap, lasts, reason, careId }, place): Row => {
          const start = later(at, place === 0 ? 0 : gap);
          const ceased = lasts === null ? null : later(start, lasts);
          at = ceased ?? start;
          return {
            clae_cla_episode_id: `chain ${person} ${(place * 3) % 5}`,
            clae_person_id: person,
            clae_cla_episode_start_date: start,
            clae_cla_episode_ceased_date: ceased,
            clae_cla_episode_ceased_reason: ceased === null ? null : reason,
            clae_cla_id: ids ? careId : null,
          };
        });
      });
  return fc.tuple(...CHILDREN.map(chain)).map(joined);
}

function looseEpisodes(day: Day, end: Day): Rows {
  const row = {
    clae_cla_episode_id: key('e'),
    clae_person_id: child,
    clae_cla_episode_start_date: day,
    clae_cla_episode_ceased_date: end,
    clae_cla_episode_ceased_reason: fc.constantFrom('X1', 'E4A', null),
    clae_cla_id: fc.constantFrom('one', 'two', null),
  };
  return fc.array(fc.record(row), { maxLength: 4 });
}

/** Beside plans at random, one of a child that ends 24 months before another starts, or a day from it. */
function plans(certain: fc.Arbitrary<string>, day: Day, end: Day): Rows {
  const category = fc.constantFrom('NEG', 'PHY', 'MUL', 'Neglect', null);
  const words = {
    cppl_cp_plan_ola: fc.constantFrom('Y', 'N', 'N', 'N', null),
    cppl_cp_plan_initial_category: category,
    cppl_cp_plan_latest_category: category,
  };
  const loose = rows(
    {
      cppl_cp_plan_id: key('p'),
      cppl_person_id: child,
      cppl_cp_plan_start_date: day,
      cppl_cp_plan_end_date: end,
      ...words,
    },
    6,
  );
  const pair = fc
    .tuple(certain, fc.constantFrom(-1, 0, 1), fc.constantFrom(0, -24), fc.record(words))
    .map(([start, apart, months, held]): Row[] => {
      const ended = later(monthsLater(start, months), apart);
      const plan = (id: string, from: string, to: string | null): Row => ({
        cppl_cp_plan_id: id,
        cppl_person_id: 'a',
        cppl_cp_plan_start_date: from,
        cppl_cp_plan_end_date: to,
        ...held,
      });
      return [plan('earlier', later(ended, -30), ended), plan('later', start, null)];
    });
  return fc.tuple(loose, pair).map(joined);
}

function immigrationStatuses(day: Day, end: Day): Rows {
  return rows(
    {
      immi_immigration_status_id: key('i'),
      immi_person_id: child,
      immi_immigration_status: fc.constantFrom(
        'UASC',
        'UASC',
        'Unaccompanied asylum seeking child',
        'Refugee leave',
        'A word of our own',
        null,
      ),
      immi_immigration_status_start_date: day,
      immi_immigration_status_end_date: end,
    },
    5,
  );
}

function careLeavers(): Rows {
  return rows(
    {
      clea_table_id: key('l'),
      clea_person_id: child,
      clea_care_leaver_eligibility: fc.constantFrom(
        'Relevant',
        'Former relevant',
        'FORMER RELEVANT',
        'Qualifying',
        'Eligible',
        'A word of our own',
        null,
      ),
    },
    5,
  );
}
