import type { Row } from './case.ts';

type Cell = string | null;

/** Takes what matters of a child protection plan; gives its row. The child is `p` unless another is named. */
export function cpPlan(id: Cell, started: Cell, ended: Cell, more: Row = {}): Row {
  return {
    cppl_cp_plan_id: id,
    cppl_person_id: 'p',
    cppl_cp_plan_start_date: started,
    cppl_cp_plan_end_date: ended,
    cppl_cp_plan_ola: null,
    cppl_cp_plan_initial_category: null,
    cppl_cp_plan_latest_category: null,
    ...more,
  };
}

/** Takes what matters of an immigration status; gives its row. The child is `p` unless another is named. */
export function immigrationStatus(
  id: Cell,
  status: Cell,
  started: Cell,
  ended: Cell,
  more: Row = {},
): Row {
  return {
    immi_immigration_status_id: id,
    immi_person_id: 'p',
    immi_immigration_status: status,
    immi_immigration_status_start_date: started,
    immi_immigration_status_end_date: ended,
    ...more,
  };
}

/** Takes what matters of a care leaver's record; gives its row. */
export function careLeaver(id: Cell, person: Cell, eligibility: Cell): Row {
  return { clea_table_id: id, clea_person_id: person, clea_care_leaver_eligibility: eligibility };
}
