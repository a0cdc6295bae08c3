/*
id: long-before-birth
title: Dates more than 280 days before birth
severity: serious
every: view
faults: [with a date more than 280 days before birth]
needs: { ssd_person: [pers_dob] }
means: The date lies more than 280 days before the child was born. The date, the date of birth or the child is wrong, and the row is not counted.
put_right: Correct the date or the date of birth in the system, or link the record to the right child.
try:
  of: child
  set: { pers_dob: 'null::date' }
  says: The children's dates of birth are taken as not known, so that the rows are counted.
*/
select rowid as "row", {key} as id, {person} as person_id, {date} as day
from {table}
where rowid in (select base_row from {view}_row where fault in ({faults}))
