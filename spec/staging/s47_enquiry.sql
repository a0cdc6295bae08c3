/*
view: s47_enquiry
of: ssd_s47_enquiry
noun: [section 47 enquiry, section 47 enquiries]
reads: [child]
window: start_date
refines:
  ssd_s47_enquiry:
    s47e_s47_end_date: Enquiries that ended before they started cannot be recognised and left out.
  ssd_person:
    pers_dob: Enquiries dated long before birth cannot be recognised and left out.
about: One row a section 47 enquiry about one child.
*/
with numbered as (
  select *, rowid as base_row, row_number() over (partition by s47e_s47_enquiry_id order by rowid) as nth from ssd_s47_enquiry
)
select
  e.base_row,
  e.s47e_s47_enquiry_id as enquiry_id,
  e.s47e_person_id as person_id,
  e.s47e_s47_start_date as start_date,
  known_end(e.s47e_s47_end_date, x.day) as end_date,
  fault_of_span(e.s47e_s47_enquiry_id, e.nth, e.s47e_person_id, e.s47e_s47_start_date, e.s47e_s47_end_date, c.born, x.day) as fault,
  remark_on_end(e.s47e_s47_end_date, x.day) as remark
from numbered e
cross join extract_day x
left join child c on c.person_id = e.s47e_person_id
