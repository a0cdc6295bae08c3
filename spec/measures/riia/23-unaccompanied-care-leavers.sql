/*
id: riia-23
title: Care leavers who were unaccompanied asylum-seeking children
theme: Care leavers
version: 1
valid_from: 2019-20 Q1
period: snapshot
as_at_extract: true
polarity: neutral
figures:
  - id: young_people
    title: Care leavers who were unaccompanied asylum-seeking children
    headline: true
    kind: count
    where: all
    unit: [care leaver, care leavers]
    sentence: '{count} on {day} with an immigration status of unaccompanied asylum-seeking child, then or before.'
counts:
  - Care leavers, counted as in the measure of care leavers and with its ages.
  - Of those, young people with an immigration status that means unaccompanied asylum-seeking child, and that began on or before the last day of the quarter. It may have ended since.
  - Eligibility is as it stood on the day of the extract. The figure is given for the last quarter that had ended by that day, no more than 62 days before, and for no other.
leaves_out:
  - Young people whose immigration status is not recorded, or in words that are not mapped.
reads: [care_leaver, child, immigration_status]
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
    - if: exists (select 1 from immigration_status i where i.person_id = c.person_id and i.status_group = 'uasc')
      otherwise: No immigration status recorded means an unaccompanied asylum-seeking child.
    - if: >
        exists (select 1 from immigration_status i where i.person_id = c.person_id and i.status_group = 'uasc'
        and i.start_date <= p.last_day)
      otherwise: The status of unaccompanied asylum-seeking child began after {day}.
  once: The young person counts once, by another record.
needs:
  ssd_care_leavers: [clea_table_id, clea_person_id, clea_care_leaver_eligibility]
  ssd_person: [pers_person_id, pers_dob]
  ssd_immigration_status:
    - immi_immigration_status_id
    - immi_person_id
    - immi_immigration_status
    - immi_immigration_status_start_date
breakdowns: [age, sex, ethnicity, disability]
lookback: { view: immigration_status, months: ever }
example:
  - Three former relevant young people were born on 1 January 2006, and all have been recorded as unaccompanied asylum-seeking children.
  - The status of the first ran from 1 March 2022 to 1 March 2024. It counts, though it has ended.
  - The status of the second began on 30 June 2025, and counts. That of the third began on 1 July 2025, after the quarter, and does not.
  - 2 care leavers on 30 June 2025 with an immigration status of unaccompanied asylum-seeking child, then or before.
source: DfE, children looked after statistics (care leavers who were unaccompanied asylum-seeking children)
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
  and exists (
    select 1
    from immigration_status i
    where i.person_id = l.person_id and i.status_group = 'uasc' and i.start_date <= p.last_day
  )
group by p.period, p.last_day, l.person_id
