/*
view: child
of: ssd_person
noun: [person, persons]
reads: []
words:
  sex:
    { list: sex, columns: { ssd_person: [pers_sex], eh_contacts: [sex], eh_episodes: [sex], eh_assessments: [sex] } }
  ethnicity:
    list: ethnicity
    columns:
      { ssd_person: [pers_ethnicity], eh_contacts: [ethnicity], eh_episodes: [ethnicity], eh_assessments: [ethnicity] }
  disability: { list: disability, columns: { ssd_disability: [disa_disability_code] } }
about: >
  One row a person, with what every breakdown needs. Whom the SSD does not know is taken from the rows of early help from
  another system. Where these differ, each of birth, sex and ethnicity is what most of the person's rows hold, and of what
  as many hold, the earliest or the first in the alphabet.
*/
with disabled as (
  select disa_person_id as person_id
  from ssd_disability
  left join word_group g on g.list = 'disability' and g.word = plain_word(disa_disability_code)
  -- Any code but none is a disability, whether or not the list knows it.
  where disa_disability_code is not null and g.group_id is distinct from 'none'
  group by disa_person_id
),
elsewhere as (
  select early_help_id(person_id, i.shared) as person_id, date_of_birth, sex, ethnicity
  from (
    select person_id, date_of_birth, sex, ethnicity from eh_contacts
    union all
    select person_id, date_of_birth, sex, ethnicity from eh_episodes
    union all
    select person_id, date_of_birth, sex, ethnicity from eh_assessments
  )
  cross join early_help_ids i
  where person_id is not null
),
told as (
  select person_id, what, value, count(*) as times
  from (
    select person_id, 'born' as what, strftime(date_of_birth, '%Y-%m-%d') as value from elsewhere
    union all
    select person_id, 'sex', sex from elsewhere
    union all
    select person_id, 'ethnicity', ethnicity from elsewhere
  )
  group by person_id, what, value
),
early_help_person as (
  select
    person_id,
    (first(value order by times desc, value) filter (what = 'born' and value is not null))::date as born,
    first(value order by times desc, value) filter (what = 'sex' and value is not null) as sex,
    first(value order by times desc, value) filter (what = 'ethnicity' and value is not null) as ethnicity,
    case
      when count(value) filter (what = 'born') = 0 then 'known to early help alone, with no date of birth'
      when count(value) filter (what = 'born') > 1 then 'known to early help alone, with more than one date of birth'
    end as remark
  from told
  where not exists (select 1 from ssd_person p where p.pers_person_id = told.person_id)
  group by person_id
),
person as (
  select
    rowid as base_row,
    pers_person_id as person_id,
    pers_dob as born,
    pers_sex as sex,
    pers_ethnicity as ethnicity,
    row_number() over (partition by pers_person_id order by rowid) as nth,
    case when pers_dob is null then 'with no date of birth' end as remark
  from ssd_person
  union all
  select null, person_id, born, sex, ethnicity, 1, remark from early_help_person
)
select
  p.base_row,
  p.person_id,
  p.born,
  band_birthdays(p.born) as birthdays,
  coalesce(s.group_id, case when p.sex is null then 'unknown' else 'unmapped' end) as sex,
  coalesce(e.group_id, case when p.ethnicity is null then 'unknown' else 'unmapped' end) as ethnicity,
  case when d.person_id is null then 'unknown' else 'disabled' end as disability,
  case
    when p.person_id is null then 'with no identifier'
    when p.nth > 1 then 'with an identifier met before'
  end as fault,
  p.remark
from person p
left join disabled d on d.person_id = p.person_id
left join word_group s on s.list = 'sex' and s.word = plain_word(p.sex)
left join word_group e on e.list = 'ethnicity' and e.word = plain_word(p.ethnicity)
