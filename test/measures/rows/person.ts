import type { Row } from '../case.ts';

type Cell = string | null;

/** Takes an id and a date of birth; gives the person's row. */
export function person(id: string, born: Cell, more: Row = {}): Row {
  return { pers_person_id: id, pers_dob: born, pers_sex: null, pers_ethnicity: null, ...more };
}
