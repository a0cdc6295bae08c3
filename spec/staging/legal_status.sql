/*
view: legal_status
of: ssd_legal_status
noun: [legal status, legal statuses]
reads: [child]
refines:
  ssd_legal_status:
    lega_legal_status_id: Children on short breaks (V3, V4) cannot be left out.
    lega_person_id: Children on short breaks (V3, V4) cannot be left out.
    lega_legal_status: Children on short breaks (V3, V4) cannot be left out.
    lega_legal_status_start_date: Children on short breaks (V3, V4) cannot be left out.
    lega_legal_status_end_date: A legal status is taken to last until another starts.
words:
  status_group: { list: legal_status, columns: { ssd_legal_status: [lega_legal_status] } }
about: One row a legal status and the days it was in force.
*/
with numbered as (
  select *, rowid as base_row, row_number() over (partition by lega_legal_status_id order by rowid) as nth from ssd_legal_status
)
select
  l.base_row,
  l.lega_legal_status_id as legal_status_id,
  l.lega_person_id as person_id,
  l.lega_legal_status_start_date as start_date,
  known_end(l.lega_legal_status_end_date, x.day) as end_date,
  coalesce(g.group_id, case when l.lega_legal_status is null then 'unknown' else 'unmapped' end) as status_group,
  fault_of_span(
    l.lega_legal_status_id, l.nth, l.lega_person_id,
    l.lega_legal_status_start_date, l.lega_legal_status_end_date, c.born, x.day
  ) as fault,
  remark_on_end(l.lega_legal_status_end_date, x.day) as remark
from numbered l
cross join extract_day x
left join child c on c.person_id = l.lega_person_id
left join word_group g on g.list = 'legal_status' and g.word = plain_word(l.lega_legal_status)
