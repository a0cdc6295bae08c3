/*
view: care_leaver
of: ssd_care_leavers
noun: [care leaver record, care leaver records]
reads: [child]
words:
  eligibility_group: { list: care_leaver_eligibility, columns: { ssd_care_leavers: [clea_care_leaver_eligibility] } }
about: >
  One row a care leaver record, as it stood on the day of the extract. Age decides who counts, so a record of somebody
  with no date of birth cannot.
*/
with numbered as (
  select *, rowid as base_row, row_number() over (partition by clea_table_id order by rowid) as nth from ssd_care_leavers
)
select
  l.base_row,
  l.clea_table_id as care_leaver_id,
  l.clea_person_id as person_id,
  c.born,
  coalesce(g.group_id, 'unmapped') as eligibility_group,
  case
    when l.clea_table_id is null then 'with no identifier'
    when l.nth > 1 then 'with an identifier met before'
    when l.clea_person_id is null then 'with no young person named'
    when l.clea_care_leaver_eligibility is null then 'with no eligibility'
    when c.born is null then 'with no date of birth'
  end as fault,
  null::varchar as remark
from numbered l
left join child c on c.person_id = l.clea_person_id
left join word_group g on g.list = 'care_leaver_eligibility' and g.word = plain_word(l.clea_care_leaver_eligibility)
