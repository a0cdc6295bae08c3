import fc from 'fast-check';
import { type Drawn, type Rows, child, key, rows } from './random-rows.ts';

/** Assessments of early help, and the tables of EHC plans, some of them without rows. */
export function randomEducation({ day, end }: Drawn) {
  const orNone = (table: Rows) =>
    fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 3, arbitrary: table });
  return {
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
