/*
view: ehc_active_plan
of: ssd_ehcp_active_plans
noun: [active EHC plan, active EHC plans]
reads: []
about: One row a plan in force on the day of the extract. The table holds neither its start nor the child.
*/
with numbered as (
  select *, rowid as base_row, row_number() over (partition by ehcp_active_ehcp_id order by rowid) as nth from ssd_ehcp_active_plans
)
select
  p.base_row,
  p.ehcp_active_ehcp_id as plan_id,
  fault_of_event(p.ehcp_active_ehcp_id, p.nth, p.ehcp_active_ehcp_id, x.day, null::date, x.day) as fault,
  null::varchar as remark
from numbered p
cross join extract_day x
