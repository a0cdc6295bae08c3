/*
id: end-before-start
title: Ends before the start
severity: serious
every: view
faults: [with an end before the start]
means: The end, or the day of authorisation, lies before the start. The row is not counted.
put_right: Correct the start or the end in the system.
try:
  set: { '{end}': 'null::date' }
  says: Each is counted as if its end were not there.
*/
select rowid as "row", {key} as id, {person} as person_id, {date} as day, 'ends ' || strftime({end}, '%Y-%m-%d') as detail
from {table}
where rowid in (select base_row from {view}_row where fault in ({faults}))
