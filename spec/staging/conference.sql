/*
view: conference
of: ssd_initial_cp_conference
noun: [initial child protection conference, initial child protection conferences]
reads: [child]
window: conference_date
refines:
  ssd_person:
    pers_dob: Conferences dated long before birth cannot be recognised and left out.
about: One row a child and an initial child protection conference about the child, those on a transfer in included.
*/
with numbered as (
  select *, rowid as base_row, row_number() over (partition by icpc_icpc_id order by rowid) as nth from ssd_initial_cp_conference
)
select
  n.base_row,
  n.icpc_icpc_id as conference_id,
  n.icpc_person_id as person_id,
  n.icpc_s47_enquiry_id as enquiry_id,
  n.icpc_icpc_date as conference_date,
  coalesce(n.icpc_icpc_transfer_in, false) as is_transfer_in,
  fault_of_event(n.icpc_icpc_id, n.nth, n.icpc_person_id, n.icpc_icpc_date, c.born, x.day) as fault,
  null::varchar as remark
from numbered n
cross join extract_day x
left join child c on c.person_id = n.icpc_person_id
