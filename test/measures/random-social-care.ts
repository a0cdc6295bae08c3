import fc from 'fast-check';
import type { Row } from './case.ts';

type Cell = fc.Arbitrary<string | null>;

/** What the rows of a random extract are drawn from. */
export interface Draw {
  readonly child: Cell;
  readonly flag: Cell;
  readonly day: Cell;
  readonly end: Cell;
  key(prefix: string): Cell;
  rows(row: Record<string, Cell>, most: number): fc.Arbitrary<Row[]>;
}

const MS_A_DAY = 86_400_000;

/** Calendar days in which 15 working days may lie, and the days beside. */
const THREE_WEEKS = [20, 21, 22, 23, 24, 25];

/** Contacts, plans and conferences. */
export function contactsAndPlans({ child, flag, day, end, key, rows }: Draw) {
  const source = fc.constantFrom('1A', '6', null);
  const category = fc.constantFrom('NEG', 'EMO', null);
  return {
    ssd_contacts: rows(
      {
        cont_contact_id: key('c'),
        cont_person_id: child,
        cont_contact_date: day,
        cont_contact_source_code: source,
        cont_contact_source_desc: fc.constant(null),
      },
      6,
    ),
    ssd_cin_plans: rows(
      {
        cinp_cin_plan_id: key('n'),
        cinp_person_id: child,
        cinp_cin_plan_start_date: day,
        cinp_cin_plan_end_date: end,
      },
      6,
    ),
    ssd_initial_cp_conference: rows(
      {
        icpc_icpc_id: key('i'),
        icpc_person_id: child,
        icpc_s47_enquiry_id: key('s'),
        icpc_icpc_transfer_in: flag,
        icpc_icpc_date: fc.oneof(day, threeWeeksAfter(day)),
      },
      8,
    ),
    ssd_cp_plans: rows(
      {
        cppl_cp_plan_id: key('k'),
        cppl_person_id: child,
        cppl_cp_plan_start_date: day,
        cppl_cp_plan_end_date: end,
        cppl_cp_plan_ola: flag,
        cppl_cp_plan_initial_category: category,
        cppl_cp_plan_latest_category: category,
      },
      6,
    ),
  };
}

function threeWeeksAfter(day: Cell): Cell {
  return fc
    .tuple(day, fc.constantFrom(...THREE_WEEKS))
    .map(
      ([from, days]) =>
        from && new Date(Date.parse(from) + days * MS_A_DAY).toISOString().slice(0, 10),
    );
}
