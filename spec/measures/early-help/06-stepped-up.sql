/*
id: eh-6
title: Children stepped up to social care
theme: Early help
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: neutral
figures:
  - id: either
    title: Stepped up, by end reason or by referral
    headline: true
    kind: count
    where: all
    unit: [child, children]
    sentence: '{count} stepped up from early help to social care in {period}.'
    needs:
      ssd_early_help_episodes: [earl_episode_end_reason]
      ssd_cin_episodes: [cine_referral_id, cine_person_id, cine_referral_date]
  - id: by_end_reason
    title: By the reason the early help ended
    kind: count
    where: by_end_reason
    unit: [child, children]
    sentence: "{count} with early help that ended in {period} for a reason that means stepped up."
    needs:
      ssd_early_help_episodes: [earl_episode_end_reason]
  - id: by_referral
    title: By a referral during early help, or soon after
    kind: count
    where: by_referral
    unit: [child, children]
    sentence: '{count} referred in {period} during early help or soon after it.'
    needs:
      ssd_cin_episodes: [cine_referral_id, cine_person_id, cine_referral_date]
  - id: rate
    title: Children stepped up per 10,000 children
    kind: rate
    of: either
    unit: ['per 10,000 children', 'per 10,000 children']
    sentence: '{value} stepped up per 10,000 children in {period}.'
counts:
  - Children with an early help episode that ended in the period, for a reason that the local authority maps to stepped up.
  - Children with a referral dated in the period, other than one with no further action, from the day an early help episode started to 14 days after it ended. An episode with no end is still open.
  - A child counts once in each figure, and once in the two together, dated to the first of these events.
leaves_out:
  - Referrals with no further action. A referral with no flag counts as one with further action.
settings:
  - id: step_up_days
    title: Days after early help ends in which a referral counts as a step up
    unit: days
    default: 14
    min: 0
    max: 92
reads: [early_help_episode, referral]
rules:
  of: >
    select episode_id as record_id, person_id, end_date as day, false as is_referral,
    end_reason_group = 'stepped_up' as goes_up from early_help_episode
    union all
    select referral_id, person_id, referral_date, true, not no_further_action from referral
  record: record_id
  rows: [{ view: early_help_episode, record: episode_id }, { view: referral, record: referral_id }]
  day: day
  keep:
    - if: c.day is not null
      otherwise: The early help had not ended on the day of the extract.
    - if: c.day >= p.first_day
      otherwise: The early help ended, or the referral is dated, before {period}.
    - if: c.day <= p.last_day
      otherwise: The early help ended, or the referral is dated, after {period}.
    - if: c.is_referral or c.goes_up
      otherwise: The early help ended for no reason that means stepped up.
    - if: not c.is_referral or c.goes_up
      otherwise: The referral led to no further action.
    - if: >
        not c.is_referral or exists (select 1 from early_help_episode o where o.person_id = c.person_id
        and open_on(o.start_date, o.end_date + s.step_up_days + 1, c.day))
      otherwise: The child was not in early help on the day of the referral, or in the days before it that are set.
  once: The child counts once in {period}, by the first of such endings and referrals.
  parts:
    by_end_reason:
      - otherwise: None of the child's early help ended in {period} for a reason that means stepped up.
    by_referral:
      - otherwise: The child had no referral in {period} during early help, or soon after it.
needs:
  ssd_early_help_episodes: [earl_episode_id, earl_person_id, earl_episode_start_date, earl_episode_end_date]
refines:
  ssd_cin_episodes:
    cine_referral_nfa: Referrals with no further action are left out only where their outcome says so.
    cine_referral_outcome_json:
      { otherwise: Referrals with no further action cannot be left out., unless: cine_referral_nfa }
breakdowns: [age, sex, ethnicity, disability]
lookback: { view: early_help_episode, months: 1 }
example:
  - The early help of Child A, from 3 March 2025, ends on 1 May 2025 as stepped up to social care, and Child A is referred on 5 May 2025. Child A is in both figures, and once in the two together.
  - That of Child B, from 3 March 2025, ends on 1 May 2025 with the outcome met, and Child B is referred on 15 May 2025, 14 days later. Child B counts by the referral.
  - That of Child C, from 3 March 2025, ends on 1 May 2025 with the outcome met, and Child C is referred on 16 May 2025, 15 days later. Child C does not count.
  - 2 children stepped up from early help to social care in April to June 2025.
  - 1 child with early help that ended in April to June 2025 for a reason that means stepped up.
  - 2 children referred in April to June 2025 during early help or soon after it.
source: Data to Insight, Early Help benchmarking collection; the 14 days and the use of referrals are this project's own
*/
with ended as (
  select p.period, e.person_id, min(e.end_date) as day, first(e.episode_id order by e.end_date, e.episode_id) as record_id
  from early_help_episode e
  join period p on e.end_date between p.first_day and p.last_day
  where e.end_reason_group = 'stepped_up'
  group by p.period, e.person_id
),
referred as (
  select
    p.period, r.person_id, min(r.referral_date) as day, first(r.referral_id order by r.referral_date, r.referral_id) as record_id
  from referral r
  join period p on r.referral_date between p.first_day and p.last_day
  where not r.no_further_action
    and exists (
      select 1
      from early_help_episode e
      cross join setting s
      where e.person_id = r.person_id
        and e.start_date <= r.referral_date
        and (e.end_date is null or r.referral_date <= e.end_date + s.step_up_days)
    )
  group by p.period, r.person_id
)
select
  coalesce(e.period, r.period) as period,
  case when e.day is null or r.day < e.day then r.record_id else e.record_id end as record_id,
  coalesce(e.person_id, r.person_id) as person_id,
  least(e.day, r.day) as event_date,
  e.period is not null as by_end_reason,
  r.period is not null as by_referral
from ended e
full join referred r on r.period = e.period and r.person_id = e.person_id
