/*
id: riia-20
title: Children ceasing to be looked after
theme: Children looked after
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: neutral
figures:
  - id: children
    title: Children ceasing to be looked after
    headline: true
    kind: count
    where: all
    unit: [child, children]
    sentence: '{count} ceased to be looked after in {period}.'
  - id: rate
    title: Children ceasing to be looked after per 10,000 children
    kind: rate
    of: children
    unit: ['per 10,000 children', 'per 10,000 children']
    sentence: '{value} ceased to be looked after per 10,000 children in {period}.'
  - id: rate_annualised
    title: Children ceasing to be looked after per 10,000 children, as a yearly rate
    kind: rate
    of: children
    times: 4
    unit: ['per 10,000 children a year', 'per 10,000 children a year']
    sentence: '{value} ceased to be looked after per 10,000 children a year, at the pace of {period}.'
counts:
  - Children with a period of care that ended in the period, each once, dated to the first such end. Their age does not matter.
  - A period of care ends when its last episode does, for a reason other than X1 (a new episode follows). A missing reason counts as another one.
  - A period of care is the episodes with one care id. Where the id is missing, or is the same for all of a child's care, episodes are joined by their dates.
leaves_out:
  - Periods whose legal status on their first day is V3 or V4 (short breaks).
  - Periods after which the child is still in another one, or starts another on that day or the day after. The care goes on.
  - Periods that started before birth.
differs:
  - A child who ceases twice in a year is in two quarters, and once in the year. The four quarters do not add up to DfE's yearly figure.
reads: [period_of_care, care_episode, respite, legal_status, child]
rules:
  of: period_of_care
  record: last_episode_id
  ids: episode_ids
  rows: [{ view: care_episode, record: episode_id }]
  day: end_date
  keep:
    - if: c.end_date is not null
      otherwise: It had not ended on the day of the extract.
    - if: c.end_date >= p.first_day
      otherwise: It ended before {period}.
    - if: c.end_date <= p.last_day
      otherwise: It ended after {period}.
    - if: c.end_reason_group <> 'new_episode'
      otherwise: Its last episode ceased for reason X1 (a new episode follows).
    - if: not exists (select 1 from respite r where r.person_id = c.person_id and open_on(r.start_date, r.end_date, c.start_date))
      otherwise: The legal status on its first day was V3 or V4 (short breaks).
    - if: >
        not exists (select 1 from period_of_care o where o.person_id = c.person_id
        and o.first_episode_id <> c.first_episode_id and o.start_date <= c.end_date + 1
        and (o.end_date is null or o.end_date > c.end_date or o.start_date = c.end_date))
      otherwise: The child was still in another period of care, or started one that day or the day after. The care went on.
  once: The child counts once in {period}, by the first period of care that ended.
needs:
  ssd_cla_episodes:
    - clae_cla_episode_id
    - clae_person_id
    - clae_cla_episode_start_date
    - clae_cla_episode_ceased_date
    - clae_cla_episode_ceased_reason
refines:
  ssd_person:
    pers_person_id: Periods of care that started before birth cannot be recognised and left out.
    pers_dob: Periods of care that started before birth cannot be recognised and left out.
breakdowns: [age, sex, ethnicity, disability]
example:
  - The last episode of Child A, from 3 March 2025, ends on 10 May 2025 with reason E4A, a return home. It counts.
  - A period of care of Child B from 3 March 2025 ends on 10 May 2025 with the same reason, and another starts on 11 May 2025. The care goes on, and does not count.
  - The last episode of Child C, from 3 March 2025, ends on 10 May 2025 with reason X1, which says that another episode follows. It does not count, though none is held.
  - 1 child ceased to be looked after in April to June 2025.
source: DfE, children looked after statistics (children who ceased to be looked after; SSDA903 guide, reason episode ceased)
*/
select
  p.period,
  first(c.last_episode_id order by c.end_date, c.last_episode_id) as record_id,
  c.person_id,
  min(c.end_date) as event_date
from period_of_care c
join period p on c.end_date between p.first_day and p.last_day
where c.end_reason_group <> 'new_episode'
  and not exists (
    select 1 from respite r where r.person_id = c.person_id and open_on(r.start_date, r.end_date, c.start_date)
  )
  and not exists (
    select 1
    from period_of_care other
    where other.person_id = c.person_id
      and other.first_episode_id <> c.first_episode_id
      and other.start_date <= c.end_date + 1
      and (other.end_date is null or other.end_date > c.end_date or other.start_date = c.end_date)
  )
group by p.period, c.person_id
