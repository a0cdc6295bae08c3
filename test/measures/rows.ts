import type { Row } from './case.ts';

type Cell = string | null;

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

/** Takes what matters of an episode of care; gives its row. Each child is in care under one id unless another is named. */
export function careEpisode(
  id: string,
  person: string,
  started: Cell,
  ceased: Cell,
  more: Row = {},
): Row {
  return {
    clae_cla_episode_id: id,
    clae_person_id: person,
    clae_cla_episode_start_date: started,
    clae_cla_episode_ceased_date: ceased,
    clae_cla_episode_ceased_reason: ceased === null ? null : 'X1',
    clae_cla_id: null,
    ...more,
  };
}

/** Takes what matters of a legal status; gives its row. */
export function legalStatus(
  id: string,
  person: string,
  status: string,
  started: Cell,
  ended: Cell,
): Row {
  return {
    lega_legal_status_id: id,
    lega_person_id: person,
    lega_legal_status: status,
    lega_legal_status_start_date: started,
    lega_legal_status_end_date: ended,
  };
}

/** Takes what matters of an early help episode; gives its row. */
export function earlyHelp(
  id: string,
  person: string,
  started: Cell,
  ended: Cell,
  reason: Cell = null,
): Row {
  return {
    earl_episode_id: id,
    earl_person_id: person,
    earl_episode_start_date: started,
    earl_episode_end_date: ended,
    earl_episode_end_reason: reason,
  };
}

/** Takes an id and a date of birth; gives the person's row. */
export function person(id: string, born: Cell, more: Row = {}): Row {
  return { pers_person_id: id, pers_dob: born, pers_sex: null, pers_ethnicity: null, ...more };
}
