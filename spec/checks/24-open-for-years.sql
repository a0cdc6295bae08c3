/*
id: open-for-years
title: Early help and child in need plans open for years
severity: warning
each:
  - { table: ssd_early_help_episodes, years: 2 }
  - { table: ssd_cin_plans, years: 3 }
means: An early help episode has been open for more than two years, or a child in need plan for more than three. It was most likely never ended, and the child still counts.
put_right: End it in the system with the date on which the work ended.
*/
select rowid as "row", {key} as id, {person} as person_id, {date} as day
from {table}
where rowid in (
  select base_row from {view}_row cross join extract_day x
  where fault is null and end_date is null and start_date < months_before(x.day, {years} * 12)
)
