/*
id: date-after-extract
title: Dates after the extract
severity: serious
every: view
faults: [with a date after the extract]
means: The date lies after the day of the extract, so it cannot have happened yet. The row is not counted.
put_right: Correct the date in the system. If there are many, look whether the day of the extract is right.
try:
  set: { '{date}': (select last_day from quarter_shown) }
  says: Each is taken to be dated on the last day of the quarter, which is about the most that it can move.
*/
select rowid as "row", {key} as id, {person} as person_id, {date} as day
from {table}
where rowid in (select base_row from {view}_row where fault in ({faults}))
