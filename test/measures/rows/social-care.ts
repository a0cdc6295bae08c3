import type { Row } from '../case.ts';

type Cell = string | null;

/** Takes what matters of a contact; gives its row. The child is `p` unless another is named, here and below. */
export function contact(id: Cell, date: Cell, more: Row = {}): Row {
  return {
    cont_contact_id: id,
    cont_person_id: 'p',
    cont_contact_date: date,
    cont_contact_source_code: null,
    cont_contact_source_desc: null,
    ...more,
  };
}

/** Takes what matters of a referral; gives its row. The child is `p` unless another is named. */
export function referral(id: string | null, date: Cell, more: Row = {}): Row {
  return {
    cine_referral_id: id,
    cine_person_id: 'p',
    cine_referral_date: date,
    cine_close_date: null,
    cine_referral_nfa: null,
    cine_referral_source_code: null,
    cine_referral_source_desc: null,
    ...more,
  };
}

/** Takes what matters of an assessment; gives its row. */
export function assessment(id: string, started: Cell, authorised: Cell, more: Row = {}): Row {
  return {
    cina_assessment_id: id,
    cina_person_id: 'p',
    cina_referral_id: null,
    cina_assessment_start_date: started,
    cina_assessment_auth_date: authorised,
    ...more,
  };
}

/** Takes what matters of a child in need plan; gives its row. */
export function cinPlan(id: Cell, started: Cell, ended: Cell, more: Row = {}): Row {
  return {
    cinp_cin_plan_id: id,
    cinp_person_id: 'p',
    cinp_cin_plan_start_date: started,
    cinp_cin_plan_end_date: ended,
    ...more,
  };
}

/** Takes what matters of an enquiry; gives its row. */
export function enquiry(id: Cell, started: Cell, more: Row = {}): Row {
  return {
    s47e_s47_enquiry_id: id,
    s47e_person_id: 'p',
    s47e_s47_start_date: started,
    s47e_s47_end_date: null,
    ...more,
  };
}

/** Takes what matters of an initial conference; gives its row, which names no enquiry. */
export function conference(id: Cell, date: Cell, more: Row = {}): Row {
  return {
    icpc_icpc_id: id,
    icpc_person_id: 'p',
    icpc_s47_enquiry_id: null,
    icpc_icpc_transfer_in: null,
    icpc_icpc_date: date,
    ...more,
  };
}

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
