/*
id: no-identifier
title: Rows with no identifier
severity: serious
every: view
faults: [with no identifier]
means: A row that has no identifier cannot be told from others, and is not counted.
put_right: Find out why the system gave no identifier, and export the table again.
try:
  set: { '{key}': "'row ' || t.rowid" }
  says: Each is counted as a row of its own.
*/
select rowid as "row", {key} as id, {person} as person_id, {date} as day
from {table}
where rowid in (select base_row from {view}_row where fault in ({faults}))
