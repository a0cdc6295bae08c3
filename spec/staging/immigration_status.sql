/*
view: immigration_status
of: ssd_immigration_status
noun: [immigration status, immigration statuses]
reads: [child]
window: start_date
refines:
  ssd_immigration_status:
    immi_immigration_status_end_date: An immigration status is taken to be in force for good once it has started.
  ssd_person:
    pers_dob: Immigration statuses dated long before birth cannot be recognised and left out.
words:
  status_group: { list: immigration_status, columns: { ssd_immigration_status: [immi_immigration_status] } }
about: One row an immigration status and the days it was in force.
*/
with numbered as (
  select *, rowid as base_row, row_number() over (partition by immi_immigration_status_id order by rowid) as nth from ssd_immigration_status
)
select
  i.base_row,
  i.immi_immigration_status_id as immigration_status_id,
  i.immi_person_id as person_id,
  i.immi_immigration_status_start_date as start_date,
  known_end(i.immi_immigration_status_end_date, x.day) as end_date,
  coalesce(g.group_id, case when i.immi_immigration_status is null then 'unknown' else 'unmapped' end) as status_group,
  fault_of_span(
    i.immi_immigration_status_id, i.nth, i.immi_person_id,
    i.immi_immigration_status_start_date, i.immi_immigration_status_end_date, c.born, x.day
  ) as fault,
  remark_on_end(i.immi_immigration_status_end_date, x.day) as remark
from numbered i
cross join extract_day x
left join child c on c.person_id = i.immi_person_id
left join word_group g on g.list = 'immigration_status' and g.word = plain_word(i.immi_immigration_status)
