/*
id: identifier-met-before
title: Rows whose identifier was met before
severity: serious
every: view
faults: [with an identifier met before]
means: Two rows have one identifier. The first is counted and the others are not. They may be copies, or different things whose identifiers were lost on the way.
put_right: Look whether the rows are copies. If they are, export them once. If they are not, export the identifier in full.
try:
  set: { '{key}': "'row ' || t.rowid" }
  says: Each is counted as a row of its own, as if it were no copy.
*/
select rowid as "row", {key} as id, {person} as person_id, {date} as day
from {table}
where rowid in (select base_row from {view}_row where fault in ({faults}))
