/*
id: eh-2
title: Early help episodes started
theme: Early help
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: neutral
figures:
  - id: episodes
    title: Episodes that started
    headline: true
    kind: count
    where: all
    unit: [episode, episodes]
    sentence: '{count} started in {period}.'
  - id: after_contact
    title: Episodes that followed a contact
    kind: count
    where: after_contact
    unit: [episode, episodes]
    sentence: '{count} that started in {period} soon after a contact.'
    needs:
      ssd_contacts: [cont_contact_id, cont_person_id, cont_contact_date]
counts:
  - Episodes of early help that started in the period.
  - An episode followed a contact when the same child had one on the day it started, or in the 45 days before. The contact may lie before the period, and may have led to several episodes.
  - The contacts are those of the early help system where the extract has a table of them, and those of social care where it has none.
  - The collection has been worded both ways, as all new episodes and as those that a contact led to. Both are given.
leaves_out:
  - Contacts after the episode started.
settings:
  - id: contact_to_episode_days
    title: Days from a contact in which an episode that starts counts as following it
    unit: days
    default: 45
    min: 0
    max: 60
reads: [early_help_episode, early_help_contact, contact]
rules:
  of: early_help_episode
  record: episode_id
  day: start_date
  keep:
    - if: c.start_date >= p.first_day
      otherwise: It started before {period}.
    - if: c.start_date <= p.last_day
      otherwise: It started after {period}.
  parts:
    after_contact:
      - otherwise: The child had no contact on the day it started, or in the days before it that are set.
needs:
  ssd_early_help_episodes: [earl_episode_id, earl_person_id, earl_episode_start_date]
refines:
  ssd_early_help_episodes:
    earl_episode_end_date: Episodes that ended before they started cannot be recognised and left out.
breakdowns: [age, sex, ethnicity, disability]
lookback: { view: early_help_contact, months: 2 }
example:
  - The episode of Child A starts on 16 May 2025, 45 days after a contact on 1 April 2025. It is in both figures.
  - The episode of Child B starts on 16 May 2025, 46 days after a contact on 31 March 2025. It is in the first figure alone.
  - The episode of Child C starts on 1 April 2025, 45 days after a contact on 15 February 2025. The contact lies before the quarter, and the episode is in both figures.
  - 3 episodes started in April to June 2025.
  - 2 episodes that started in April to June 2025 soon after a contact.
source: Data to Insight, Early Help benchmarking collection; the 45 days are this project's own
*/
with followed as (
  select distinct e.episode_id
  from early_help_episode e
  cross join setting s
  join early_help_contact c
    on c.person_id = e.person_id
    and c.contact_date between e.start_date - s.contact_to_episode_days and e.start_date
)
select
  p.period,
  e.episode_id as record_id,
  e.person_id,
  e.start_date as event_date,
  f.episode_id is not null as after_contact
from early_help_episode e
join period p on e.start_date between p.first_day and p.last_day
left join followed f on f.episode_id = e.episode_id
