/*
id: riia-08
title: Children in need
theme: Children in need
version: 1
valid_from: 2019-20 Q1
period: snapshot
polarity: neutral
figures:
  - id: open
    title: Children in need
    headline: true
    kind: count
    where: all
    unit: [child, children]
    sentence: '{count} in need on {day}.'
  - id: not_cp_or_cla
    title: Children in need, neither on a child protection plan nor looked after
    kind: count
    where: not_cp_or_cla
    unit: [child, children]
    sentence: '{count} in need on {day}, neither on a child protection plan nor looked after.'
    needs:
      ssd_cp_plans: [cppl_cp_plan_id, cppl_person_id, cppl_cp_plan_start_date, cppl_cp_plan_end_date]
      ssd_cla_episodes: [clae_cla_episode_id, clae_person_id, clae_cla_episode_start_date, clae_cla_episode_ceased_date]
      ssd_person: [pers_person_id, pers_dob]
  - id: rate
    title: Children in need per 10,000 children
    kind: rate
    of: open
    unit: ['per 10,000 children', 'per 10,000 children']
    sentence: '{value} in need per 10,000 children on {day}.'
counts:
  - Children with a referral whose episode of need is open on the last day of the quarter. One that closes on that day is not open.
  - Everyone with an open episode is in the first figure, also children on a child protection plan, children looked after and care leavers.
  - The second figure leaves out the children who are counted under child protection (riia-13) or as looked after (riia-18).
  - A child on a plan of another local authority, on short breaks, or of 18 or over is in neither of those two, and stays in the second figure.
  - A child counts once. Primary need is that of the open episode that started last.
leaves_out:
  - Referrals with no further action. A referral with no flag counts as one with further action.
differs:
  - DfE publishes the position on 31 March, by the rule of the first figure. The second is not published.
reads: [referral, cp_or_care, cp_plan, looked_after, period_of_care, care_episode, legal_status, child]
rules:
  of: referral
  record: referral_id
  day: referral_date
  keep:
    - if: c.referral_date <= p.last_day
      otherwise: It is dated after {day}.
    - if: c.close_date is null or c.close_date > p.last_day
      otherwise: It had been closed by {day}.
      dated: c.close_date
    - if: not c.no_further_action
      otherwise: The referral led to no further action.
  once: The child counts once, by the open referral that is dated last.
  parts:
    not_cp_or_cla:
      - if: >
          not exists (select 1 from cp_plan o where o.person_id = c.person_id and o.is_own_plan
          and open_on(o.start_date, o.end_date, p.last_day))
        otherwise: The child was on a child protection plan on {day}.
      - if: >
          not exists (select 1 from looked_after o where o.person_id = c.person_id
          and open_on(o.start_date, o.end_date, p.last_day))
        otherwise: The child was looked after on {day}.
needs:
  ssd_cin_episodes: [cine_referral_id, cine_person_id, cine_referral_date, cine_close_date]
refines:
  ssd_cin_episodes:
    cine_referral_nfa: Referrals with no further action are left out only where their outcome says so.
    cine_referral_outcome_json:
      { otherwise: Referrals with no further action cannot be left out., unless: cine_referral_nfa }
    cine_cin_primary_need_code: Primary need is not known.
breakdowns: [age, sex, ethnicity, disability, primary_need]
example:
  - Child A and Child B were referred on 3 March 2025 and their episodes are still open. They are in both figures.
  - Child C, referred on the same day, has been looked after since 5 May 2025. Child D, referred on the same day, has been on a child protection plan since 2 June 2025. They are in the first figure alone.
  - The episode of Child E, referred on the same day, closed on 30 June 2025. It is not open at the end of that day.
  - 4 children in need on 30 June 2025.
  - 2 children in need on 30 June 2025, neither on a child protection plan nor looked after.
source: DfE, children in need statistics (children in need on a day, open episodes)
*/
with open_episode as (
  select
    p.period,
    p.last_day,
    r.person_id,
    first(r.referral_id order by r.referral_date desc, r.referral_id desc) as record_id,
    max(r.referral_date) as event_date,
    first(r.primary_need order by r.referral_date desc, r.referral_id desc) as primary_need
  from referral r
  join period p on open_on(r.referral_date, r.close_date, p.last_day)
  where not r.no_further_action
  group by p.period, p.last_day, r.person_id
)
select
  e.period,
  e.record_id,
  e.person_id,
  e.event_date,
  e.primary_need,
  not exists (
    select 1 from cp_or_care c where c.person_id = e.person_id and open_on(c.start_date, c.end_date, e.last_day)
  ) as not_cp_or_cla
from open_episode e
