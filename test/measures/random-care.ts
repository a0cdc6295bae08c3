import fc from 'fast-check';
import type { Row } from './case.ts';
import { onwards } from './random-days.ts';
import { type Drawn, type Rows, child, joined, key, rows } from './random-rows.ts';

/** How long a stay lasts, or lies from the one before: mostly so that they touch, overlap or just do not. */
const APART = [-2, -1, 0, 0, 1, 1, 2, 2, 3, 30, 91];

const CHILDREN = ['a', 'b'];

/** Plans, legal and immigration statuses, care leavers, and stays in care of two children that touch and overlap one another. */
export function randomCare(drawn: Drawn) {
  return {
    ssd_cp_plans: plans(drawn),
    ssd_cla_episodes: joined(chainedEpisodes(drawn), looseEpisodes(drawn)),
    ssd_legal_status: legalStatuses(drawn),
    ssd_immigration_status: immigrationStatuses(drawn),
    ssd_care_leavers: careLeavers(),
  };
}

const stay = fc.record({
  gap: fc.constantFrom(...APART),
  lasts: fc.constantFrom(0, 0, 1, 2, 3, 30, 91, null),
  reason: fc.constantFrom('X1', 'E4A', 'E4A', null),
  careId: fc.constantFrom('one', 'two', null, null, null, null),
});

/** Stays that follow one another, each at a distance from where the one before stopped. */
function chainedEpisodes({ certain }: Drawn): Rows {
  const chain = (person: string) =>
    fc
      .tuple(certain, fc.array(stay, { minLength: 1, maxLength: 5 }), fc.boolean())
      .map(([from, stays, ids]) => {
        let at = from;
        return stays.map(({ gap, lasts, reason, careId }, place): Row => {
          const start = onwards(at, { days: place === 0 ? 0 : gap });
          const ceased = lasts === null ? null : onwards(start, { days: lasts });
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
  return joined(...CHILDREN.map(chain));
}

function looseEpisodes({ day, end }: Drawn): Rows {
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

function plans({ day, end }: Drawn): Rows {
  const category = fc.constantFrom('NEG', 'PHY', 'MUL', 'Neglect', null);
  return rows(
    {
      cppl_cp_plan_id: key('p'),
      cppl_person_id: child,
      cppl_cp_plan_start_date: day,
      cppl_cp_plan_end_date: end,
      cppl_cp_plan_ola: fc.constantFrom('Y', 'N', 'N', 'N', null),
      cppl_cp_plan_initial_category: category,
      cppl_cp_plan_latest_category: category,
    },
    8,
  );
}

function legalStatuses({ day, end }: Drawn): Rows {
  return rows(
    {
      lega_legal_status_id: key('l'),
      lega_person_id: child,
      lega_legal_status: fc.constantFrom('C1', 'C2', 'V2', 'V3', 'V4'),
      lega_legal_status_start_date: day,
      lega_legal_status_end_date: end,
    },
    6,
  );
}

function immigrationStatuses({ day, end }: Drawn): Rows {
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
    8,
  );
}

function careLeavers(): Rows {
  return rows(
    {
      clea_table_id: key('l'),
      clea_person_id: child,
      clea_care_leaver_eligibility: fc.constantFrom(
        'Relevant',
        'Relevant',
        'Former relevant',
        'FORMER RELEVANT',
        'Qualifying',
        'Eligible',
        'A word of our own',
        null,
      ),
    },
    8,
  );
}
