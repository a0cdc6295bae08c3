/*
view: cp_or_care
reads: [cp_plan, looked_after]
about: >
  Days on which a child counts as on a child protection plan of the local authority's own, or as looked after: a row a
  plan, and a row a stretch of care. A plan that is held for another local authority is not one of its own.
*/
select person_id, start_date, end_date from cp_plan where is_own_plan
union all
select person_id, start_date, end_date from looked_after
