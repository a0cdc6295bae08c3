/*
id: no-date-of-birth
title: Children with no date of birth
severity: serious
each:
  - { table: ssd_person, moves: [riia-09, riia-18, riia-19, riia-21, riia-22, riia-23] }
  - { table: ssd_care_leavers, moves: [riia-09, riia-18, riia-19, riia-21, riia-22, riia-23] }
faults: [with no date of birth]
remarks: [with no date of birth]
means: Without a date of birth nobody can tell whether the child is under 18. A child in care counts as under 18; a care leaver is not counted.
put_right: Enter the date of birth in the system.
try:
  of: child
  set: { pers_dob: cast((select last_day from quarter_shown) - to_years(18) as date) }
  says: Each is taken to be 18 on the last day of the quarter, so that nobody among them counts as in care, and whoever has left care counts.
*/
select rowid as "row", {key} as id, {person} as person_id, {date} as day
from {table}
where rowid in (
  select base_row from {view}_row
  where fault = 'with no date of birth' or (fault is null and remark = 'with no date of birth')
)
