/*
id: eh-8
title: Early help episodes closed
theme: Early help
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: neutral
figures:
  - id: closed
    title: Episodes closed
    headline: true
    kind: count
    where: all
    unit: [episode, episodes]
    sentence: '{count} closed in {period}.'
counts:
  - Episodes of early help that ended in the period, for whatever reason.
  - Rows are counted as they are held. Two that follow on each other are two.
leaves_out:
  - Episodes that ended before they started.
reads: [early_help_episode]
rules:
  of: early_help_episode
  record: episode_id
  day: end_date
  keep:
    - if: c.end_date is not null
      otherwise: It had not ended on the day of the extract.
    - if: c.end_date >= p.first_day
      otherwise: It ended before {period}.
    - if: c.end_date <= p.last_day
      otherwise: It ended after {period}.
needs:
  ssd_early_help_episodes: [earl_episode_id, earl_person_id, earl_episode_start_date, earl_episode_end_date]
refines:
  ssd_early_help_episodes:
    earl_episode_end_reason: Why episodes ended is not known.
breakdowns: [age, sex, ethnicity, disability, end_reason]
example:
  - One row of Child A, from 3 March 2025, ends on 1 May 2025. Another starts on that day and ends on 20 May 2025. Rows are counted as they are held, so they are two.
  - The episode of Child B, from 3 March 2025, ends on 1 July 2025. It belongs to the next quarter.
  - 2 episodes closed in April to June 2025.
source: Data to Insight, Early Help benchmarking collection
*/
select
  p.period,
  e.episode_id as record_id,
  e.person_id,
  e.end_date as event_date,
  e.end_reason_group as end_reason
from early_help_episode e
join period p on e.end_date between p.first_day and p.last_day
