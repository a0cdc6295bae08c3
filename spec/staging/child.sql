/*
view: child
of: ssd_person
noun: [person, persons]
reads: []
words:
  sex: { list: sex, columns: { ssd_person: [pers_sex] } }
  ethnicity: { list: ethnicity, columns: { ssd_person: [pers_ethnicity] } }
  disability: { list: disability, columns: { ssd_disability: [disa_disability_code] } }
about: One row a person, with what every breakdown needs.
*/
with disabled as (
  select disa_person_id as person_id
  from ssd_disability
  left join word_group g on g.list = 'disability' and g.word = plain_word(disa_disability_code)
  -- Any code but none is a disability, whether or not the list knows it.
  where disa_disability_code is not null and g.group_id is distinct from 'none'
  group by disa_person_id
),
numbered as (
  select *, rowid as base_row, row_number() over (partition by pers_person_id order by rowid) as nth from ssd_person
)
select
  p.base_row,
  p.pers_person_id as person_id,
  p.pers_dob as born,
  band_birthdays(p.pers_dob) as birthdays,
  coalesce(s.group_id, case when p.pers_sex is null then 'unknown' else 'unmapped' end) as sex,
  coalesce(e.group_id, case when p.pers_ethnicity is null then 'unknown' else 'unmapped' end) as ethnicity,
  case when d.person_id is null then 'unknown' else 'disabled' end as disability,
  case
    when p.pers_person_id is null then 'with no identifier'
    when p.nth > 1 then 'with an identifier met before'
  end as fault,
  case when p.pers_dob is null then 'with no date of birth' end as remark
from numbered p
left join disabled d on d.person_id = p.pers_person_id
left join word_group s on s.list = 'sex' and s.word = plain_word(p.pers_sex)
left join word_group e on e.list = 'ethnicity' and e.word = plain_word(p.pers_ethnicity)
