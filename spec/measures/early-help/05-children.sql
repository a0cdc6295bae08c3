/*
id: eh-5
title: Children in early help
theme: Early help
version: 1
valid_from: 2019-20 Q1
period: snapshot
polarity: neutral
figures:
  - id: children
    title: Children in early help
    headline: true
    kind: count
    where: all
    unit: [child, children]
    sentence: '{count} in early help on {day}.'
  - id: rate
    title: Children in early help per 10,000 children
    kind: rate
    of: children
    unit: ['per 10,000 children', 'per 10,000 children']
    sentence: '{value} in early help per 10,000 children on {day}.'
counts:
  - Children with an episode of early help open on the last day of the quarter. One that ends on that day is not open.
  - A child with several open episodes counts once.
leaves_out:
  - Episodes that ended before they started.
reads: [early_help_episode]
rules:
  of: early_help_episode
  record: episode_id
  day: start_date
  keep:
    - if: c.start_date <= p.last_day
      otherwise: It started after {day}.
    - if: c.end_date is null or c.end_date > p.last_day
      otherwise: It had ended by {day}.
      dated: c.end_date
  once: The child counts once, by the open episode that started first.
needs:
  ssd_early_help_episodes: [earl_episode_id, earl_person_id, earl_episode_start_date, earl_episode_end_date]
breakdowns: [age, sex, ethnicity, disability]
example:
  - Child A has two episodes open, from 3 March 2025 and from 2 June 2025. Child A counts once.
  - The episode of Child B, from 3 March 2025, ends on 30 June 2025. It is not open at the end of that day.
  - 1 child in early help on 30 June 2025.
source: Data to Insight, Early Help benchmarking collection
*/
select
  p.period,
  first(e.episode_id order by e.start_date, e.episode_id) as record_id,
  e.person_id,
  min(e.start_date) as event_date
from early_help_episode e
join period p on open_on(e.start_date, e.end_date, p.last_day)
group by p.period, e.person_id
