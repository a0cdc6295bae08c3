/*
id: no-child-named
title: Rows that name no child
severity: serious
every: view
faults: [with no child named, with no young person named]
means: The row does not say which child it is about, and is not counted.
put_right: Link the record to the child in the system, or remove it.
try:
  set: { '{person}': "'row ' || t.rowid" }
  says: Each is counted as about a child of its own, which is the most that it can move.
*/
select rowid as "row", {key} as id, {person} as person_id, {date} as day
from {table}
where rowid in (select base_row from {view}_row where fault in ({faults}))
