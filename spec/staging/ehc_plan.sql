/*
view: ehc_plan
of: ssd_ehcp_named_plan
noun: [EHC plan, EHC plans]
reads: []
about: One row a plan, from the day it named a place to the day it ceased. The table names no child.
*/
with numbered as (
  select *, rowid as base_row, row_number() over (partition by ehcn_named_plan_id order by rowid) as nth from ssd_ehcp_named_plan
)
select
  p.base_row,
  p.ehcn_named_plan_id as plan_id,
  p.ehcn_named_plan_start_date as start_date,
  known_end(p.ehcn_named_plan_ceased_date, x.day) as end_date,
  fault_of_span(
    p.ehcn_named_plan_id, p.nth, p.ehcn_named_plan_id,
    p.ehcn_named_plan_start_date, p.ehcn_named_plan_ceased_date, null::date, x.day
  ) as fault,
  remark_on_end(p.ehcn_named_plan_ceased_date, x.day) as remark
from numbered p
cross join extract_day x
