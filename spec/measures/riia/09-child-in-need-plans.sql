/*
id: riia-09
title: Child in need plans
theme: Children in need
version: 1
valid_from: 2019-20 Q1
period: snapshot
polarity: neutral
figures:
  - id: plans
    title: Children on a child in need plan
    headline: true
    kind: count
    where: all
    unit: [child, children]
    sentence: '{count} on a child in need plan on {day}.'
  - id: rate
    title: Children on a child in need plan per 10,000 children
    kind: rate
    of: plans
    unit: ['per 10,000 children', 'per 10,000 children']
    sentence: '{value} on a child in need plan per 10,000 children on {day}.'
counts:
  - Children with a child in need plan open on the last day of the quarter. One that ends on that day is not open.
  - A child with several open plans counts once.
leaves_out:
  - Children who are counted under child protection (riia-13) or as looked after (riia-18). Their child in need plan should have ended. A setting keeps them in.
differs:
  - DfE does not publish child in need plans at the end of each quarter.
settings:
  - id: cin_plans_without_cp_and_cla
    title: 'Child in need plans: leave out children on a child protection plan or looked after (1 yes, 0 no)'
    unit: ''
    default: 1
    min: 0
    max: 1
reads: [cin_plan, cp_or_care, cp_plan, looked_after, period_of_care, care_episode, legal_status, child]
rules:
  of: cin_plan
  record: plan_id
  day: start_date
  keep:
    - if: c.start_date <= p.last_day
      otherwise: It started after {day}.
    - if: c.end_date is null or c.end_date > p.last_day
      otherwise: It had ended by {day}.
      dated: c.end_date
    - if: >
        s.cin_plans_without_cp_and_cla = 0
        or not exists (select 1 from cp_plan o where o.person_id = c.person_id and o.is_own_plan
        and open_on(o.start_date, o.end_date, p.last_day))
      otherwise: The child was on a child protection plan on {day}.
    - if: >
        s.cin_plans_without_cp_and_cla = 0
        or not exists (select 1 from looked_after o where o.person_id = c.person_id
        and open_on(o.start_date, o.end_date, p.last_day))
      otherwise: The child was looked after on {day}.
  once: The child counts once, by the open plan that started last.
needs:
  ssd_cin_plans: [cinp_cin_plan_id, cinp_person_id, cinp_cin_plan_start_date, cinp_cin_plan_end_date]
refines:
  ssd_cp_plans:
    cppl_cp_plan_id: Children on a child protection plan cannot be left out.
    cppl_person_id: Children on a child protection plan cannot be left out.
    cppl_cp_plan_start_date: Children on a child protection plan cannot be left out.
    cppl_cp_plan_end_date: Children whose child protection plan has ended are left out too.
  ssd_cla_episodes:
    clae_cla_episode_id: Children looked after cannot be left out.
    clae_person_id: Children looked after cannot be left out.
    clae_cla_episode_start_date: Children looked after cannot be left out.
    clae_cla_episode_ceased_date: Children whose care has ended are left out too.
breakdowns: [age, sex, ethnicity, disability]
example:
  - Child A has been on a child in need plan since 3 March 2025, and counts.
  - Child B has a child in need plan of the same day that was never ended, and has been on a child protection plan since 2 June 2025. Child B is left out, as the child in need plan should have ended.
  - Child C has a child in need plan of the same day, and was on a child protection plan from 10 January 2025 to 30 June 2025. That plan is not open at the end of the day, so Child C counts.
  - 2 children on a child in need plan on 30 June 2025.
source: Data to Insight, RIIA quarterly collection; who is left out is this project's own, after HM Government, Working Together to Safeguard Children
*/
select
  p.period,
  first(n.plan_id order by n.start_date desc, n.plan_id desc) as record_id,
  n.person_id,
  max(n.start_date) as event_date
from cin_plan n
join period p on open_on(n.start_date, n.end_date, p.last_day)
cross join setting s
where s.cin_plans_without_cp_and_cla = 0
  or not exists (
    select 1 from cp_or_care c where c.person_id = n.person_id and open_on(c.start_date, c.end_date, p.last_day)
  )
group by p.period, n.person_id
