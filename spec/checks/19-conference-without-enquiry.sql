/*
id: conference-without-enquiry
title: Initial conferences with no section 47 enquiry
severity: warning
each: [{ table: ssd_initial_cp_conference, moves: [riia-12] }]
needs: { ssd_initial_cp_conference: [icpc_s47_enquiry_id, icpc_icpc_date], ssd_s47_enquiry: [s47e_s47_enquiry_id, s47e_s47_start_date] }
reads: [conference]
means: The conference names no enquiry, or one that the extract does not hold, and is left out of the conferences that are timed.
put_right: Link the conference to its enquiry in the system.
try:
  set:
    icpc_s47_enquiry_id: >
      coalesce((select last(e.s47e_s47_enquiry_id order by e.s47e_s47_start_date, e.s47e_s47_enquiry_id) from ssd_s47_enquiry e
      where e.s47e_person_id = t.icpc_person_id and e.s47e_s47_start_date <= t.icpc_icpc_date
      and e.s47e_s47_enquiry_id is not null), t.icpc_s47_enquiry_id)
  says: Each is linked to the child's latest enquiry that had started by then, where there is one.
*/
select rowid as "row", {key} as id, {person} as person_id, {date} as day, 'enquiry ' || icpc_s47_enquiry_id as detail
from {table}
where rowid in (select base_row from conference_row where fault is null and not is_transfer_in)
  and (
    icpc_s47_enquiry_id is null
    or icpc_s47_enquiry_id not in (select s47e_s47_enquiry_id from ssd_s47_enquiry where s47e_s47_enquiry_id is not null)
  )
