/*
id: eh-7
title: Children stepped down from social care
theme: Early help
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: neutral
figures:
  - id: either
    title: Stepped down, by close reason or by early help that started
    headline: true
    kind: count
    where: all
    unit: [child, children]
    sentence: '{count} stepped down from social care to early help in {period}.'
    needs:
      ssd_cin_episodes: [cine_close_reason]
      ssd_early_help_episodes: [earl_episode_id, earl_person_id, earl_episode_start_date]
  - id: by_close_reason
    title: By the reason the social care episode was closed
    kind: count
    where: by_close_reason
    unit: [child, children]
    sentence: '{count} with a social care episode closed in {period} to early help.'
    needs:
      ssd_cin_episodes: [cine_close_reason]
  - id: by_episode
    title: By early help that started when the social care episode closed
    kind: count
    where: by_episode
    unit: [child, children]
    sentence: '{count} with early help that took over from a social care episode in {period}.'
    needs:
      ssd_early_help_episodes: [earl_episode_id, earl_person_id, earl_episode_start_date]
  - id: rate
    title: Children stepped down per 10,000 children
    kind: rate
    of: either
    unit: ['per 10,000 children', 'per 10,000 children']
    sentence: '{value} stepped down per 10,000 children in {period}.'
counts:
  - Children with a social care episode closed in the period for reason RC9, which is that early help takes over.
  - Children with an early help episode that starts from 14 days before a social care episode closes to 28 days after. It counts on the later of the two days, when that day is in the period.
  - A child counts once in each figure, and once in the two together, dated to the first of these events.
leaves_out:
  - Social care episodes that came of a referral with no further action. A referral with no flag counts as one with further action.
  - Social care episodes that are still open.
settings:
  - id: step_down_days_before
    title: Days before social care closes from which early help that starts counts as a step down
    unit: days
    default: 14
    min: 0
    max: 92
  - id: step_down_days_after
    title: Days after social care closes in which early help that starts counts as a step down
    unit: days
    default: 28
    min: 0
    max: 92
reads: [referral, early_help_episode]
rules:
  of: >
    select referral_id as record_id, person_id, close_date as day, false as is_early_help, no_further_action,
    close_reason_group from referral
    union all
    select episode_id, person_id, start_date, true, false, null from early_help_episode
  record: record_id
  rows: [{ view: referral, record: referral_id }, { view: early_help_episode, record: episode_id }]
  day: day
  keep:
    - if: c.day is not null
      otherwise: The social care episode had not been closed on the day of the extract.
    - if: c.is_early_help or c.day >= p.first_day
      otherwise: The social care episode was closed before {period}.
    - if: c.is_early_help or c.day <= p.last_day
      otherwise: The social care episode was closed after {period}.
    - if: not c.no_further_action
      otherwise: The social care episode came of a referral with no further action.
    - if: c.is_early_help or c.close_reason_group = 'early_help'
      otherwise: The social care episode was closed for another reason than RC9 (early help takes over).
    - if: >
        not c.is_early_help or exists (select 1 from referral o where o.person_id = c.person_id
        and not o.no_further_action
        and c.day between o.close_date - s.step_down_days_before and o.close_date + s.step_down_days_after)
      otherwise: No social care episode of the child was closed in the days set around the day this early help started.
    - if: >
        not c.is_early_help or exists (select 1 from referral o where o.person_id = c.person_id
        and not o.no_further_action
        and c.day between o.close_date - s.step_down_days_before and o.close_date + s.step_down_days_after
        and greatest(o.close_date, c.day) between p.first_day and p.last_day)
      otherwise: The early help took over from social care, but not in {period}.
  once: The child counts once in {period}, by the first of such closures and starts.
  parts:
    by_close_reason:
      - otherwise: None of the child's social care episodes was closed in {period} for reason RC9 (early help takes over).
    by_episode:
      - otherwise: No early help of the child took over from social care in {period}.
needs:
  ssd_cin_episodes: [cine_referral_id, cine_person_id, cine_referral_date, cine_close_date]
refines:
  ssd_cin_episodes:
    cine_referral_nfa: Referrals with no further action are left out only where their outcome says so.
    cine_referral_outcome_json:
      { otherwise: Referrals with no further action cannot be left out., unless: cine_referral_nfa }
  ssd_early_help_episodes:
    earl_episode_end_date: Early help that ended before it started cannot be recognised and left out.
breakdowns: [age, sex, ethnicity, disability]
example:
  - The social care episodes of three children, all referred on 3 March 2025, close on 15 May 2025.
  - That of Child A closes for reason RC9. Child A counts by the close reason.
  - That of Child B closes for reason RC1, and early help starts on 12 June 2025, 28 days later. Child B counts by the early help.
  - That of Child C closes for reason RC1, and early help starts on 13 June 2025, 29 days later. Child C does not count.
  - 2 children stepped down from social care to early help in April to June 2025.
  - 1 child with a social care episode closed in April to June 2025 to early help.
  - 1 child with early help that took over from a social care episode in April to June 2025.
source: Data to Insight, Early Help benchmarking collection; the days and the use of episodes are this project's own
*/
with closed as (
  select referral_id, person_id, close_date, close_reason_group
  from referral
  where close_date is not null and not no_further_action
),
by_reason as (
  select p.period, c.person_id, min(c.close_date) as day, first(c.referral_id order by c.close_date, c.referral_id) as record_id
  from closed c
  join period p on c.close_date between p.first_day and p.last_day
  where c.close_reason_group = 'early_help'
  group by p.period, c.person_id
),
taken_over as (
  select e.episode_id, e.person_id, greatest(c.close_date, e.start_date) as day
  from closed c
  cross join setting s
  join early_help_episode e
    on e.person_id = c.person_id
    and e.start_date between c.close_date - s.step_down_days_before and c.close_date + s.step_down_days_after
),
by_episode as (
  select p.period, t.person_id, min(t.day) as day, first(t.episode_id order by t.day, t.episode_id) as record_id
  from taken_over t
  join period p on t.day between p.first_day and p.last_day
  group by p.period, t.person_id
)
select
  coalesce(r.period, e.period) as period,
  case when r.day is null or e.day < r.day then e.record_id else r.record_id end as record_id,
  coalesce(r.person_id, e.person_id) as person_id,
  least(r.day, e.day) as event_date,
  r.period is not null as by_close_reason,
  e.period is not null as by_episode
from by_reason r
full join by_episode e on e.period = r.period and e.person_id = r.person_id
