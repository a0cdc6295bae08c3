/*
view: assessment
of: ssd_cin_assessments
noun: [assessment, assessments]
reads: [child]
window: coalesce(start_date, authorised_date)
refines:
  ssd_person:
    pers_dob: Assessments dated long before birth cannot be recognised and left out.
about: One row an assessment. One without a start still counts when it was authorised.
*/
with numbered as (
  select *, rowid as base_row, row_number() over (partition by cina_assessment_id order by rowid) as nth from ssd_cin_assessments
)
select
  a.base_row,
  a.cina_assessment_id as assessment_id,
  a.cina_person_id as person_id,
  a.cina_referral_id as referral_id,
  a.cina_assessment_start_date as start_date,
  known_end(a.cina_assessment_auth_date, x.day) as authorised_date,
  fault_of_span(
    a.cina_assessment_id, a.nth, a.cina_person_id,
    coalesce(a.cina_assessment_start_date, known_end(a.cina_assessment_auth_date, x.day)),
    a.cina_assessment_auth_date, c.born, x.day
  ) as fault,
  case when a.cina_assessment_auth_date > x.day then 'authorised after the extract, counted as not yet authorised' end as remark
from numbered a
cross join extract_day x
left join child c on c.person_id = a.cina_person_id
