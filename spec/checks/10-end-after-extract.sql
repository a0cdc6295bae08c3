/*
id: end-after-extract
title: Ends after the extract
severity: warning
every: view
remarks:
  - with an end after the extract, counted as open
  - authorised after the extract, counted as not yet authorised
  - completed after the extract, counted as not yet completed
means: The end lies after the day of the extract, so it cannot have happened yet. The row is counted as open.
put_right: Correct the end in the system. If there are many, look whether the day of the extract is right.
try:
  set: { '{end}': (select last_day from quarter_shown) }
  says: Each is taken to have ended on the last day of the quarter.
*/
select rowid as "row", {key} as id, {person} as person_id, {date} as day, 'ends ' || strftime({end}, '%Y-%m-%d') as detail
from {table}
where rowid in (select base_row from {view}_row where fault is null and remark in ({remarks}))
