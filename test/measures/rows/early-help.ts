import type { Row } from '../case.ts';

type Cell = string | null;

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
