/*
id: no-eligibility
title: Care leavers with no eligibility
severity: serious
each: [{ table: ssd_care_leavers, moves: [riia-22, riia-23] }]
faults: [with no eligibility]
means: Only care leavers whose eligibility is relevant or former relevant are counted. Of these none is held, and they are not.
put_right: Enter the eligibility in the system.
try:
  set: { clea_care_leaver_eligibility: "'Former relevant'" }
  says: Each is taken to be former relevant, which is the most that it can move.
*/
select rowid as "row", {key} as id, {person} as person_id, {date} as day
from {table}
where rowid in (select base_row from {view}_row where fault = 'with no eligibility')
