/*
id: born-after-extract
title: Dates of birth after the extract
severity: serious
each: [{ table: ssd_person}]
needs: { ssd_person: [pers_dob] }
means: The child is born after the day of the extract. What happened long before that day is not counted, nor is a period of care.
put_right: Correct the date of birth. An expected date of birth belongs in its own field.
try:
  of: child
  set: { pers_dob: 'null::date' }
  says: The dates of birth are taken as not known.
*/
select rowid as "row", {key} as id, {person} as person_id, pers_dob as day
from {table}
where pers_dob > (select day from extract_day)
