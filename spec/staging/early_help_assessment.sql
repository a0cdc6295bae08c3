/*
view: early_help_assessment
of: eh_assessments
noun: [early help assessment, early help assessments]
reads: [child]
window: coalesce(start_date, completed_date)
refines:
  ssd_person:
    pers_dob: Early help assessments dated long before birth cannot be recognised and left out.
about: One row an early help assessment of one child. One without a start still counts when it was completed.
*/
with numbered as (
  select
    h.* exclude (person_id),
    h.rowid as base_row,
    early_help_id(h.person_id, i.shared) as person_id,
    row_number() over (partition by h.assessment_id order by h.rowid) as nth
  from eh_assessments h
  cross join early_help_ids i
)
select
  a.base_row,
  a.assessment_id,
  a.person_id,
  a.start_date,
  known_end(a.completed_date, x.day) as completed_date,
  fault_of_span(
    a.assessment_id, a.nth, a.person_id,
    coalesce(a.start_date, known_end(a.completed_date, x.day)),
    a.completed_date, c.born, x.day
  ) as fault,
  case when a.completed_date > x.day then 'completed after the extract, counted as not yet completed' end as remark
from numbered a
cross join extract_day x
left join child c on c.person_id = a.person_id
