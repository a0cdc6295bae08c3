/*
view: early_help_contact
of: eh_contacts
noun: [early help contact, early help contacts]
reads: [child, contact]
window: contact_date
refines:
  eh_contacts:
    source: The sources of contacts are not known.
  ssd_person:
    pers_dob: Contacts dated long before birth cannot be recognised and left out.
words:
  source_group: { list: referral_source, columns: { eh_contacts: [source] } }
about: >
  The contacts that the Early Help measures count: those of the early help system where it gives any, and those of social
  care where it gives none. Every contact of an early help system is about early help.
*/
with numbered as (
  select *, rowid as base_row, row_number() over (partition by contact_id order by rowid) as nth from eh_contacts
),
of_early_help as (
  select n.base_row, n.contact_id, early_help_id(n.person_id, i.shared) as person_id, n.contact_date, n.source, n.nth
  from numbered n
  cross join early_help_ids i
)
select
  n.base_row,
  n.contact_id,
  n.person_id,
  n.contact_date,
  coalesce(g.group_id, case when n.source is null then 'unknown' else 'unmapped' end) as source_group,
  true as is_about_early_help,
  fault_of_event(n.contact_id, n.nth, n.person_id, n.contact_date, c.born, x.day) as fault,
  null::varchar as remark
from of_early_help n
cross join extract_day x
left join child c on c.person_id = n.person_id
left join word_group g on g.list = 'referral_source' and g.word = plain_word(n.source)
union all
select
  null,
  contact_id,
  person_id,
  contact_date,
  -- Words that are not mapped are told of the view of contacts.
  case when source_group = 'unmapped' then 'unknown' else source_group end,
  is_about_early_help,
  null,
  null
from contact
where not exists (select 1 from eh_contacts)
