/*
view: contact
of: ssd_contacts
noun: [contact, contacts]
reads: [child]
window: contact_date
refines:
  ssd_contacts:
    cont_contact_source_code: Contact sources are read from their description alone.
    cont_contact_source_desc: Contact sources are read from their code alone.
  ssd_person:
    pers_dob: Contacts dated long before birth cannot be recognised and left out.
words:
  source_group: { list: referral_source, columns: { ssd_contacts: [cont_contact_source_code, cont_contact_source_desc] } }
  outcome_group: { list: contact_outcome, columns: { ssd_contacts: [cont_contact_outcome_json] } }
about: >
  One row a contact about one child, whatever came of it. Its source is told by the list of referral sources. An outcome that
  no list knows is another than early help.
*/
with numbered as (
  select *, rowid as base_row, row_number() over (partition by cont_contact_id order by rowid) as nth from ssd_contacts
)
select
  n.base_row,
  n.cont_contact_id as contact_id,
  n.cont_person_id as person_id,
  n.cont_contact_date as contact_date,
  group_of_source(
    n.cont_contact_source_code, by_code.group_id, n.cont_contact_source_desc, by_description.group_id
  ) as source_group,
  coalesce(outcome.group_id, case when n.cont_contact_outcome_json is null then 'unknown' else 'other' end) as outcome_group,
  coalesce(outcome.group_id = 'early_help', false)
  or exists (
    select 1
    from word_group w
    where w.list = 'early_help_source'
      and w.word in (plain_word(n.cont_contact_source_code), plain_word(n.cont_contact_source_desc))
  ) as is_about_early_help,
  fault_of_event(n.cont_contact_id, n.nth, n.cont_person_id, n.cont_contact_date, c.born, x.day) as fault,
  null::varchar as remark
from numbered n
cross join extract_day x
left join child c on c.person_id = n.cont_person_id
left join word_group by_code
  on by_code.list = 'referral_source' and by_code.word = plain_word(n.cont_contact_source_code)
left join word_group by_description
  on by_description.list = 'referral_source' and by_description.word = plain_word(n.cont_contact_source_desc)
left join word_group outcome
  on outcome.list = 'contact_outcome' and outcome.word = plain_word(n.cont_contact_outcome_json)
