import type { Row } from '../case.ts';

type Cell = string | null;

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
