import type { Row } from '../case.ts';

type Cell = string | null;

/** Takes what matters of a contact of an early help system; gives its row. */
export function ehContact(id: Cell, person: Cell, date: Cell, more: Row = {}): Row {
  return { contact_id: id, person_id: person, contact_date: date, source: null, ...more };
}

/** Takes what matters of an episode of an early help system; gives its row. */
export function ehEpisode(
  id: Cell,
  person: Cell,
  started: Cell,
  ended: Cell = null,
  more: Row = {},
): Row {
  return {
    episode_id: id,
    person_id: person,
    start_date: started,
    end_date: ended,
    end_reason: null,
    ...more,
  };
}

/** Takes what matters of an assessment of an early help system; gives its row. */
export function ehAssessment(
  id: Cell,
  person: Cell,
  started: Cell,
  completed: Cell,
  more: Row = {},
): Row {
  return {
    assessment_id: id,
    person_id: person,
    start_date: started,
    completed_date: completed,
    ...more,
  };
}
