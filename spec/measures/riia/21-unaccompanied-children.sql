/*
id: riia-21
title: Unaccompanied asylum-seeking children looked after
theme: Children looked after
version: 1
valid_from: 2019-20 Q1
period: snapshot
polarity: neutral
figures:
  - id: children
    title: Unaccompanied asylum-seeking children looked after
    headline: true
    kind: count
    where: is_unaccompanied
    unit: [unaccompanied child, unaccompanied children]
    sentence: '{count} looked after on {day}.'
  - id: share
    title: Unaccompanied asylum-seeking children among children looked after
    kind: ratio
    scale: 100
    unit: [child looked after, children looked after]
    where: is_unaccompanied
    of: all
    numerator: Of those, children with an immigration status of unaccompanied asylum-seeking child in force on that day.
    denominator: Children looked after on the last day of the quarter.
    sentence: '{denominator} on {day}; {numerator} of them, {value}, unaccompanied and seeking asylum.'
counts:
  - Children looked after on the last day of the quarter, as in the measure of children looked after.
  - Of those, children with an immigration status that means unaccompanied asylum-seeking child, and that is in force on that day. A status that ends on that day is not in force.
  - One such status is enough, also beside a status of another kind.
leaves_out:
  - Young people who are 18 or over on the last day of the quarter.
  - Children whose legal status on that day is V3 or V4 (short breaks).
  - Children whose immigration status is not recorded, or in words that are not mapped.
reads: [looked_after, immigration_status, period_of_care, care_episode, legal_status, child]
rules:
  of: period_of_care
  record: first_episode_id
  ids: episode_ids
  rows: [{ view: care_episode, record: episode_id }]
  day: start_date
  keep:
    - if: c.start_date <= p.last_day
      otherwise: It started after {day}.
    - if: c.end_date is null or c.end_date > p.last_day
      otherwise: It had ended by {day}.
      dated: c.end_date
    - if: coalesce((select whole_years(k.born, p.last_day) < 18 from child k where k.person_id = c.person_id), true)
      otherwise: The child was 18 or over on {day}.
    - if: not exists (select 1 from respite r where r.person_id = c.person_id and open_on(r.start_date, r.end_date, p.last_day))
      otherwise: The child's legal status on {day} was V3 or V4 (short breaks).
  once: The child counts once, by the open period of care that started first.
  parts:
    is_unaccompanied:
      - if: >
          exists (select 1 from immigration_status i where i.person_id = c.person_id
          and open_on(i.start_date, i.end_date, p.last_day))
        otherwise: The child had no immigration status in force on {day}.
      - otherwise: No status in force on {day} means an unaccompanied asylum-seeking child.
needs:
  ssd_cla_episodes: [clae_cla_episode_id, clae_person_id, clae_cla_episode_start_date, clae_cla_episode_ceased_date]
  ssd_person: [pers_person_id, pers_dob]
  ssd_immigration_status:
    - immi_immigration_status_id
    - immi_person_id
    - immi_immigration_status
    - immi_immigration_status_start_date
breakdowns: [age, sex, ethnicity, disability]
example:
  - Child A and Child B have been looked after since 3 March 2025, both with the status of unaccompanied asylum-seeking child from that day.
  - Child A has had refugee leave since 2 June 2025, and the first status was never ended. One such status is enough, and Child A counts.
  - The status of Child B ended on 30 June 2025. It is not in force on that day, and Child B does not count.
  - 1 unaccompanied child looked after on 30 June 2025.
  - 2 children looked after on 30 June 2025; 1 of them, 50.0%, unaccompanied and seeking asylum.
source: DfE, children looked after statistics (unaccompanied asylum-seeking children; SSDA903 guide)
*/
select
  p.period,
  l.first_episode_id as record_id,
  l.person_id,
  l.care_start_date as event_date,
  exists (
    select 1
    from immigration_status i
    where i.person_id = l.person_id
      and i.status_group = 'uasc'
      and open_on(i.start_date, i.end_date, p.last_day)
  ) as is_unaccompanied
from looked_after l
join period p on open_on(l.start_date, l.end_date, p.last_day)
