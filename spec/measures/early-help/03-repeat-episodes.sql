/*
id: eh-3
title: Repeat early help episodes
theme: Early help
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: low
figures:
  - id: episodes
    title: Episodes within 12 months of an earlier one
    headline: true
    kind: count
    where: again
    unit: [episode, episodes]
    sentence: '{count} started in {period} within 12 months of an earlier one of the same child.'
  - id: share
    title: Share of the episodes that started
    kind: ratio
    scale: 100
    unit: [episode, episodes]
    where: again
    of: all
    numerator: Of those, the ones of a child who had an episode that ended in the 12 months before.
    denominator: Episodes of early help that started in the period.
    sentence: '{denominator} started in {period}; {numerator} of them, {value}, within 12 months of an earlier one.'
counts:
  - Episodes that started in the period, of a child who had another episode that ended in the 12 months before the start.
  - Twelve months before a day begin on the same day of the year before, and end on the day before it.
leaves_out:
  - An episode that starts on the day another of the child ended, or on the day after, is that one going on. It is no repeat, and stays among the episodes that started.
  - Earlier episodes that have not ended.
reads: [early_help_episode]
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
    again:
      - if: >
          exists (select 1 from early_help_episode o where o.person_id = c.person_id and o.episode_id <> c.episode_id
          and o.end_date between months_before(c.start_date, 12) and c.start_date)
        otherwise: The child had no other episode that ended in the 12 months before.
      - otherwise: Another episode of the child ended that day or the day before. This one is the same going on.
needs:
  ssd_early_help_episodes: [earl_episode_id, earl_person_id, earl_episode_start_date, earl_episode_end_date]
breakdowns: [age, sex, ethnicity, disability]
lookback: { view: early_help_episode, months: 12 }
example:
  - Child A had an episode from 8 January 2024 to 10 May 2024. A new one that starts on 10 May 2025 is a repeat, as twelve months to the day are within.
  - Child B had an episode from 8 January 2024 to 9 May 2025, and a new row starts on 10 May 2025. That is the episode going on. It is no repeat, and stays among the episodes that started.
  - 1 episode started in April to June 2025 within 12 months of an earlier one of the same child.
  - 2 episodes started in April to June 2025; 1 of them, 50.0%, within 12 months of an earlier one.
source: Data to Insight, Early Help benchmarking collection; that an episode may go on in a new row is this project's own
*/
with looked_back as (
  select
    e.episode_id,
    bool_or(other.end_date >= e.start_date - 1) as goes_on
  from early_help_episode e
  join early_help_episode other
    on other.person_id = e.person_id
    and other.episode_id <> e.episode_id
    and other.end_date between months_before(e.start_date, 12) and e.start_date
  group by e.episode_id
)
select
  p.period,
  e.episode_id as record_id,
  e.person_id,
  e.start_date as event_date,
  coalesce(not b.goes_on, false) as again
from early_help_episode e
join period p on e.start_date between p.first_day and p.last_day
left join looked_back b on b.episode_id = e.episode_id
