/*
id: riia-22
title: Care leavers
theme: Care leavers
version: 1
valid_from: 2019-20 Q1
period: snapshot
as_at_extract: true
polarity: neutral
figures:
  - id: young_people
    title: Care leavers
    headline: true
    kind: count
    where: all
    unit: [care leaver, care leavers]
    sentence: '{count} on {day}.'
counts:
  - Young people recorded as relevant or former relevant, and of the ages set, on the last day of the quarter.
  - Eligibility is as it stood on the day of the extract. The figure is given for the last quarter that had ended by that day, no more than 62 days before, and for no other.
leaves_out:
  - Young people recorded as eligible (still looked after), as qualifying or as not eligible.
  - Young people with no date of birth, or with no eligibility recorded or one that is not mapped.
differs:
  - DfE counts by the young person's birthday in the year to 31 March, and this by age on the last day of the quarter.
settings:
  - id: care_leaver_from_age
    title: Youngest age at which a care leaver is counted
    unit: years
    default: 17
    min: 16
    max: 18
  - id: care_leaver_to_age
    title: Oldest age at which a care leaver is counted
    unit: years
    default: 21
    min: 18
    max: 25
reads: [care_leaver, child]
rules:
  of: care_leaver
  record: care_leaver_id
  keep:
    - if: c.eligibility_group <> 'unmapped'
      otherwise: The eligibility recorded is in words that are not mapped.
    - if: c.eligibility_group in ('relevant', 'former_relevant')
      otherwise: The young person is recorded as neither relevant nor former relevant.
    - if: whole_years(c.born, p.last_day) >= s.care_leaver_from_age
      otherwise: The young person was below the ages set on {day}.
    - if: whole_years(c.born, p.last_day) <= s.care_leaver_to_age
      otherwise: The young person was above the ages set on {day}.
  once: The young person counts once, by another record.
needs:
  ssd_care_leavers: [clea_table_id, clea_person_id, clea_care_leaver_eligibility]
  ssd_person: [pers_person_id, pers_dob]
breakdowns: [age, sex, ethnicity, disability]
example:
  - The extract was made on 14 July 2025, so the figure is given for 30 June 2025 and for no earlier quarter.
  - A former relevant young person born on 30 June 2008 is 17 on that day, and counts.
  - A relevant young person born on 30 June 2003 is 22 on that day, and does not count.
  - A qualifying young person born on 1 January 2006 does not count at any age.
  - 1 care leaver on 30 June 2025.
source: DfE, children looked after statistics (care leavers aged 17 to 21)
*/
select
  p.period,
  min(l.care_leaver_id) as record_id,
  l.person_id,
  p.last_day as event_date
from care_leaver l
cross join setting s
join period p
  on whole_years(l.born, p.last_day) >= s.care_leaver_from_age
  and whole_years(l.born, p.last_day) <= s.care_leaver_to_age
where l.eligibility_group in ('relevant', 'former_relevant')
group by p.period, p.last_day, l.person_id
