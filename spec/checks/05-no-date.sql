/*
id: no-date
title: Rows with no date
severity: serious
every: view
faults: [with no date]
means: The date by which the row is counted is missing, and it is not counted in any quarter.
put_right: Enter the date in the system.
try:
  set: { '{date}': (select last_day from quarter_shown) }
  says: Each is taken to be dated on the last day of the quarter, which is about the most that it can move.
*/
select rowid as "row", {key} as id, {person} as person_id, {date} as day
from {table}
where rowid in (select base_row from {view}_row where fault in ({faults}))
