/*
id: eh-9
title: Early help closed with the outcome met
theme: Early help
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: high
figures:
  - id: met
    title: Episodes closed with the outcome met
    headline: true
    kind: count
    where: outcome_met
    unit: [episode, episodes]
    sentence: '{count} closed in {period} because the outcome was met.'
    unsure: &unsure
      where: reason_not_mapped
      of: all
      over: 0.05
      says: more than 5% of the episodes that closed have no reason, or one that is not mapped to a group
  - id: share
    title: Share of the episodes closed
    kind: ratio
    scale: 100
    unit: [episode, episodes]
    where: outcome_met
    of: all
    numerator: Of those, the ones that ended for a reason that means the outcome was met.
    denominator: Episodes of early help that ended in the period, for whatever reason.
    sentence: '{denominator} closed in {period}; {numerator} of them, {value}, with the outcome met.'
    unsure: *unsure
counts:
  - Episodes that ended in the period for a reason that the local authority maps to outcome met.
leaves_out:
  - Episodes that ended for another reason. They stay among the episodes closed.
notes:
  - The figures are not given while more than 5% of the episodes that closed have no reason, or one that belongs to no group.
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
  parts:
    outcome_met:
      - if: c.end_reason_group <> 'unknown'
        otherwise: No reason is recorded for its ending.
      - if: c.end_reason_group <> 'unmapped'
        otherwise: The reason recorded for its ending is in words that are not mapped.
      - otherwise: It ended for another reason than that the outcome was met.
needs:
  ssd_early_help_episodes:
    [earl_episode_id, earl_person_id, earl_episode_start_date, earl_episode_end_date, earl_episode_end_reason]
breakdowns: [age, sex, ethnicity, disability]
example:
  - '20 episodes from 3 March 2025 end on 1 May 2025: 19 with the outcome met, and 1 with no reason.'
  - 1 in 20 is 5% exactly, and not more, so the figures are given.
  - 19 episodes closed in April to June 2025 because the outcome was met.
  - 20 episodes closed in April to June 2025; 19 of them, 95.0%, with the outcome met.
source: Data to Insight, Early Help benchmarking collection; the limit of 5% is this project's own
*/
select
  p.period,
  e.episode_id as record_id,
  e.person_id,
  e.end_date as event_date,
  e.end_reason_group = 'met' as outcome_met,
  e.end_reason_group not in ('met', 'stepped_up', 'disengaged', 'moved', 'other') as reason_not_mapped
from early_help_episode e
join period p on e.end_date between p.first_day and p.last_day
