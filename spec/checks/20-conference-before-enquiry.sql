/*
id: conference-before-enquiry
title: Initial conferences before their enquiry started
severity: warning
each: [{ table: ssd_initial_cp_conference, moves: [riia-12] }]
needs: { ssd_initial_cp_conference: [icpc_s47_enquiry_id, icpc_icpc_date], ssd_s47_enquiry: [s47e_s47_enquiry_id, s47e_s47_start_date] }
reads: [conference, s47_enquiry]
means: The enquiry that the conference names started after it, so the conference is left out of those that are timed.
put_right: Correct the dates, or link the conference to the enquiry that led to it.
try:
  set:
    icpc_s47_enquiry_id: >
      coalesce((select last(e.s47e_s47_enquiry_id order by e.s47e_s47_start_date, e.s47e_s47_enquiry_id) from ssd_s47_enquiry e
      where e.s47e_person_id = t.icpc_person_id and e.s47e_s47_start_date <= t.icpc_icpc_date
      and e.s47e_s47_enquiry_id is not null), t.icpc_s47_enquiry_id)
  says: Each is linked to the child's latest enquiry that had started by then, where there is one.
*/
select n.rowid as "row", {key} as id, {person} as person_id, {date} as day,
  'enquiry started ' || strftime(e.start_date, '%Y-%m-%d') as detail
from {table} n
join conference_row c on c.base_row = n.rowid
join s47_enquiry e on e.enquiry_id = c.enquiry_id
where c.fault is null and not c.is_transfer_in and e.start_date > c.conference_date
