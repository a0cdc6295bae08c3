/*
id: riia-19
title: Children starting to be looked after
theme: Children looked after
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: neutral
figures:
  - id: children
    title: Children starting to be looked after
    headline: true
    kind: count
    where: all
    unit: [child, children]
    sentence: '{count} started to be looked after in {period}.'
  - id: rate
    title: Children starting to be looked after per 10,000 children
    kind: rate
    of: children
    unit: ['per 10,000 children', 'per 10,000 children']
    sentence: '{value} started to be looked after per 10,000 children in {period}.'
  - id: rate_annualised
    title: Children starting to be looked after per 10,000 children, as a yearly rate
    kind: rate
    of: children
    times: 4
    unit: ['per 10,000 children a year', 'per 10,000 children a year']
    sentence: '{value} started to be looked after per 10,000 children a year, at the pace of {period}.'
counts:
  - Children with a period of care that started in the period, each once, dated to the first such start.
  - A period of care is the episodes with one care id. Where the id is missing, or is the same for all of a child's care, episodes are joined by their dates.
  - A child with no date of birth counts, with age not known.
leaves_out:
  - Periods whose legal status on their first day is V3 or V4 (short breaks).
  - Periods that started while an earlier one of the child was open, on the day it ended or the day after. The care goes on.
  - Periods that started on or after the 18th birthday, or before birth.
differs:
  - A child who starts twice in a year is in two quarters, and once in the year. The four quarters do not add up to DfE's yearly figure.
reads: [period_of_care, care_episode, respite, legal_status, child]
rules:
  of: period_of_care
  record: first_episode_id
  ids: episode_ids
  rows: [{ view: care_episode, record: episode_id }]
  day: start_date
  keep:
    - if: c.start_date >= p.first_day
      otherwise: It started before {period}.
    - if: c.start_date <= p.last_day
      otherwise: It started after {period}.
    - if: coalesce((select whole_years(k.born, c.start_date) < 18 from child k where k.person_id = c.person_id), true)
      otherwise: It started on or after the child's 18th birthday.
    - if: not exists (select 1 from respite r where r.person_id = c.person_id and open_on(r.start_date, r.end_date, c.start_date))
      otherwise: The legal status on its first day was V3 or V4 (short breaks).
    - if: >
        not exists (select 1 from period_of_care o where o.person_id = c.person_id and o.start_date < c.start_date
        and (o.end_date is null or o.end_date >= c.start_date - 1))
      otherwise: An earlier period of care was still open, or had ended that day or the day before. The care went on.
  once: The child counts once in {period}, by the first period of care that started.
needs:
  ssd_cla_episodes: [clae_cla_episode_id, clae_person_id, clae_cla_episode_start_date, clae_cla_episode_ceased_date]
  ssd_person: [pers_person_id, pers_dob]
breakdowns: [age, sex, ethnicity, disability]
example:
  - Child A is in care from 3 March 2025 to 8 May 2025, and again from 10 May 2025. A day lies between, so that is a new start, and counts.
  - Child B is in care from 3 March 2025 to 9 May 2025, and in another period from 10 May 2025. The care goes on from one day to the next, and that is no start.
  - Child C is in care from 1 April 2025 to 20 April 2025, and again from 2 June 2025. Child C counts once, dated to the first start.
  - 2 children started to be looked after in April to June 2025.
source: DfE, children looked after statistics (children who started to be looked after; SSDA903 guide, series of short breaks left out)
*/
select
  p.period,
  first(c.first_episode_id order by c.start_date, c.first_episode_id) as record_id,
  c.person_id,
  min(c.start_date) as event_date
from period_of_care c
join period p on c.start_date between p.first_day and p.last_day
left join child k on k.person_id = c.person_id
where (k.born is null or whole_years(k.born, c.start_date) < 18)
  and not exists (
    select 1 from respite r where r.person_id = c.person_id and open_on(r.start_date, r.end_date, c.start_date)
  )
  and not exists (
    select 1
    from period_of_care other
    where other.person_id = c.person_id
      and other.start_date < c.start_date
      and (other.end_date is null or other.end_date >= c.start_date - 1)
  )
group by p.period, c.person_id
