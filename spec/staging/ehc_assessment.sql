/*
view: ehc_assessment
of: ssd_ehcp_assessment
noun: [EHC assessment, EHC assessments]
reads: []
window: outcome_date
about: >
  One row an assessment, with the day its outcome was decided. The table holds no other date: one with no outcome date is
  still under way, which is no fault of the row. It names no child, so no date is held against a birth.
*/
with numbered as (
  select *, rowid as base_row, row_number() over (partition by ehca_ehcp_assessment_id order by rowid) as nth from ssd_ehcp_assessment
)
select
  a.base_row,
  a.ehca_ehcp_assessment_id as assessment_id,
  a.ehca_ehcp_assessment_outcome_date as outcome_date,
  fault_of_event(
    a.ehca_ehcp_assessment_id, a.nth, a.ehca_ehcp_assessment_id,
    coalesce(a.ehca_ehcp_assessment_outcome_date, x.day), null::date, x.day
  ) as fault,
  null::varchar as remark
from numbered a
cross join extract_day x
