/*
view: cin_plan
of: ssd_cin_plans
noun: [child in need plan, child in need plans]
reads: [child]
window: start_date
refines:
  ssd_person:
    pers_dob: Plans dated long before birth cannot be recognised and left out.
about: One row a child in need plan.
*/
with numbered as (
  select *, rowid as base_row, row_number() over (partition by cinp_cin_plan_id order by rowid) as nth from ssd_cin_plans
)
select
  n.base_row,
  n.cinp_cin_plan_id as plan_id,
  n.cinp_person_id as person_id,
  n.cinp_cin_plan_start_date as start_date,
  known_end(n.cinp_cin_plan_end_date, x.day) as end_date,
  fault_of_span(
    n.cinp_cin_plan_id, n.nth, n.cinp_person_id, n.cinp_cin_plan_start_date, n.cinp_cin_plan_end_date, c.born, x.day
  ) as fault,
  remark_on_end(n.cinp_cin_plan_end_date, x.day) as remark
from numbered n
cross join extract_day x
left join child c on c.person_id = n.cinp_person_id
