/*
id: riia-13
title: Children on a child protection plan
theme: Child protection
version: 1
valid_from: 2019-20 Q1
period: snapshot
polarity: neutral
figures:
  - id: children
    title: Children on a child protection plan
    headline: true
    kind: count
    where: all
    unit: [child, children]
    sentence: '{count} on a child protection plan on {day}.'
  - id: rate
    title: Children on a child protection plan per 10,000 children
    kind: rate
    of: children
    unit: ['per 10,000 children', 'per 10,000 children']
    sentence: '{value} on a child protection plan per 10,000 children on {day}.'
counts:
  - Children with a child protection plan open on the last day of the quarter. One that ends on that day is not open.
  - Unborn children on a plan count.
  - A child with two plans open counts once, with the category of abuse of the plan that started last.
leaves_out:
  - Plans held for another local authority. A plan with no flag counts as this authority's own.
reads: [cp_plan]
rules:
  of: cp_plan
  record: plan_id
  day: start_date
  keep:
    - if: c.start_date <= p.last_day
      otherwise: It started after {day}.
    - if: c.end_date is null or c.end_date > p.last_day
      otherwise: It had ended by {day}.
      dated: c.end_date
    - if: c.is_own_plan
      otherwise: It is held for another local authority.
  once: The child counts once, by the open plan that started last.
needs:
  ssd_cp_plans: [cppl_cp_plan_id, cppl_person_id, cppl_cp_plan_start_date, cppl_cp_plan_end_date]
breakdowns: [age, sex, ethnicity, disability, category_of_abuse]
example:
  - The plan of Child A starts on 30 June 2025, and counts.
  - The plan of Child B, from 10 January 2025, ends on 30 June 2025. It is not open at the end of that day.
  - The plan of Child C, from 10 January 2025, is held for another local authority, and does not count.
  - Child D has two plans open, from 10 January 2025 and from 2 May 2025. Child D counts once.
  - 2 children on a child protection plan on 30 June 2025.
source: DfE, children in need census guide (child protection plans)
*/
select
  p.period,
  last(c.plan_id order by c.start_date, c.plan_id) as record_id,
  c.person_id,
  max(c.start_date) as event_date,
  last(c.category_group order by c.start_date, c.plan_id) as category_of_abuse
from cp_plan c
join period p on open_on(c.start_date, c.end_date, p.last_day)
where c.is_own_plan
group by p.period, c.person_id
