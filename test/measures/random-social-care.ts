import fc from 'fast-check';
import { after, onwards } from './random-days.ts';
import { type Drawn, type Rows, child, flag, joined, key, rows } from './random-rows.ts';

/** Calendar days in which 15 and 45 working days may lie, and the days beside. */
const THREE_WEEKS = [20, 21, 22, 23, 24, 25];
const NINE_WEEKS = [62, 63, 64, 65, 66, 67];

const SOURCES = ['1A', '2A', '2B', '3F', '4', '5D', '6', '7', '8', '9', '10', null];

const OUTCOMES = [
  null,
  'Child in need plan',
  '{"NFA_FLAG":"Y","COMMENTS":""}',
  '{"OUTCOME_NFA_FLAG":"Y"}',
  '{"OUTCOME_NFA_FLAG":"N"}',
];

/** Contacts, referrals, assessments, enquiries and conferences, and plans for children in need. */
export function randomSocialCare(drawn: Drawn) {
  const { day, end } = drawn;
  return {
    ssd_contacts: rows(
      {
        cont_contact_id: key('c'),
        cont_person_id: child,
        cont_contact_date: day,
        cont_contact_source_code: fc.constantFrom('1A', '6', '10', null),
        cont_contact_source_desc: fc.constant(null),
      },
      8,
    ),
    ssd_cin_episodes: referrals(drawn),
    ssd_cin_assessments: assessments(drawn),
    ...conferencesAfterEnquiries(drawn),
    ssd_cin_plans: rows(
      {
        cinp_cin_plan_id: key('n'),
        cinp_person_id: child,
        cinp_cin_plan_start_date: day,
        cinp_cin_plan_end_date: end,
      },
      6,
    ),
  };
}

function referrals({ day, end }: Drawn): Rows {
  return rows(
    {
      cine_referral_id: key('r', 20),
      cine_person_id: child,
      cine_referral_date: day,
      cine_close_date: end,
      cine_close_reason: fc.constantFrom('RC1', 'RC9', null),
      cine_referral_nfa: flag,
      cine_referral_outcome_json: fc.constantFrom(...OUTCOMES),
      cine_referral_source_code: fc.constantFrom(...SOURCES),
      cine_referral_source_desc: fc.constant(null),
    },
    10,
  );
}

/** Half of them take about as long as they may. */
function assessments({ certain, day }: Drawn): Rows {
  const words = {
    cina_assessment_id: key('a'),
    cina_person_id: child,
    cina_referral_id: key('r', 20),
  };
  const timed = fc
    .tuple(fc.record(words), certain, fc.constantFrom(...NINE_WEEKS))
    .map(([held, authorised, lasted]) => ({
      ...held,
      cina_assessment_start_date: onwards(authorised, { days: -lasted }),
      cina_assessment_auth_date: authorised,
    }));
  const loose = {
    ...words,
    cina_assessment_start_date: day,
    cina_assessment_auth_date: day,
  };
  return joined(rows(loose, 6), fc.array(timed, { maxLength: 5 }));
}

function conferencesAfterEnquiries({ day, end }: Drawn) {
  return {
    ssd_s47_enquiry: rows(
      {
        s47e_s47_enquiry_id: key('s', 10),
        s47e_person_id: child,
        s47e_s47_start_date: day,
        s47e_s47_end_date: end,
      },
      6,
    ),
    ssd_initial_cp_conference: rows(
      {
        icpc_icpc_id: key('i'),
        icpc_person_id: child,
        icpc_s47_enquiry_id: key('s', 10),
        icpc_icpc_transfer_in: flag,
        icpc_icpc_date: fc.oneof(day, after(day, ...THREE_WEEKS)),
      },
      10,
    ),
  };
}
