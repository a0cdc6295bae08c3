import fc from 'fast-check';
import type { Row } from './case.ts';

type Value = fc.Arbitrary<string | null>;

/** What random tables are made of. */
interface Makers {
  readonly rows: (row: Record<string, Value>, most: number) => fc.Arbitrary<Row[]>;
  readonly key: (prefix: string) => Value;
  readonly child: Value;
  readonly day: Value;
  readonly end: Value;
}

/** Takes what random tables are made of; gives contacts, assessments of early help, and the tables of EHC plans, some of them without rows. */
export function educationTables({ rows, key, child, day, end }: Makers) {
  const orNone = (table: fc.Arbitrary<Row[]>) =>
    fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 3, arbitrary: table });
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
    eh_assessments: orNone(
      rows(
        {
          assessment_id: key('m'),
          person_id: child,
          start_date: end,
          completed_date: day,
        },
        8,
      ),
    ),
    ssd_ehcp_requests: orNone(rows({ ehcr_ehcp_request_id: key('q'), ehcr_ehcp_req_date: day }, 8)),
    ssd_ehcp_assessment: orNone(
      rows({ ehca_ehcp_assessment_id: key('u'), ehca_ehcp_assessment_outcome_date: day }, 8),
    ),
    ssd_ehcp_named_plan: orNone(
      rows(
        {
          ehcn_named_plan_id: key('n'),
          ehcn_named_plan_start_date: day,
          ehcn_named_plan_ceased_date: end,
        },
        8,
      ),
    ),
    ssd_ehcp_active_plans: orNone(rows({ ehcp_active_ehcp_id: key('v') }, 6)),
  };
}
