/*
id: first-of-january
title: Far more on 1 January than on other days
severity: warning
every: day
means: The first of January stands in the column far more often than chance would have it, at least ten times and five times as often as on other days. Some systems give it where nobody entered a date.
put_right: Look whether these dates were entered, and correct those that were not.
*/
with held as (
  select
    count(*) filter (where month({column}) = 1 and day({column}) = 1) as january,
    count({column}) as days
  from {table}
)
select rowid as "row", {key} as id, {person} as person_id, {column} as day, '{column}' as detail
from {table}
cross join held h
where month({column}) = 1 and day({column}) = 1
  and h.january >= 10 and h.january * 365 > h.days * 5
