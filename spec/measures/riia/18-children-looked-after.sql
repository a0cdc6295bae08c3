/*
id: riia-18
title: Children looked after
theme: Children looked after
version: 1
valid_from: 2019-20 Q1
period: snapshot
polarity: neutral
figures:
  - id: children
    title: Children looked after
    headline: true
    kind: count
    where: all
    unit: [child, children]
    sentence: '{count} looked after on {day}.'
  - id: rate
    title: Children looked after per 10,000 children
    kind: rate
    of: children
    unit: ['per 10,000 children', 'per 10,000 children']
    sentence: '{value} looked after per 10,000 children on {day}.'
counts:
  - Children with a period of care open on the last day of the quarter. One that ends on that day is not open.
  - A period of care is the episodes with one care id. Where the id is missing, or is the same for all of a child's care, episodes are joined by their dates.
  - A child with no date of birth counts, with age not known.
leaves_out:
  - Young people who are 18 or over on the last day of the quarter.
  - Children whose legal status on that day is V3 or V4 (short breaks).
  - Periods of care that started before the child was born.
reads: [looked_after, period_of_care, care_episode, legal_status, child]
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
needs:
  ssd_cla_episodes: [clae_cla_episode_id, clae_person_id, clae_cla_episode_start_date, clae_cla_episode_ceased_date]
  ssd_person: [pers_person_id, pers_dob]
breakdowns: [age, sex, ethnicity, disability]
example:
  - Child A, born on 1 July 2007, has been looked after since 3 March 2025. Child A is 18 the day after the quarter ends, and counts.
  - Child B, born on 30 June 2007, has been looked after since the same day. Child B is 18 on the last day of the quarter, and does not count.
  - Child C, born on 1 July 2015, has been looked after since the same day under legal status V4, a series of short breaks, and does not count.
  - Child D, born on 1 July 2015, came into care on the same day and left it on 30 June 2025. The period is not open at the end of that day.
  - 1 child looked after on 30 June 2025.
source: DfE, children looked after statistics (SSDA903 guide, series of short breaks left out)
*/
select
  p.period,
  l.first_episode_id as record_id,
  l.person_id,
  l.care_start_date as event_date
from looked_after l
join period p on open_on(l.start_date, l.end_date, p.last_day)
