/*
id: riia-14
title: New child protection plans
theme: Child protection
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: neutral
figures:
  - id: new
    title: New child protection plans
    headline: true
    kind: count
    where: all
    unit: [plan, plans]
    sentence: '{count} started in {period}.'
  - id: rate
    title: New child protection plans per 10,000 children
    kind: rate
    of: new
    unit: ['per 10,000 children', 'per 10,000 children']
    sentence: '{value} new plans per 10,000 children in {period}.'
  - id: rate_annualised
    title: New child protection plans per 10,000 children, as a yearly rate
    kind: rate
    of: new
    times: 4
    unit: ['per 10,000 children a year', 'per 10,000 children a year']
    sentence: '{value} new plans per 10,000 children a year, at the pace of {period}.'
counts:
  - Child protection plans that started in the period, those of unborn children included.
  - Two plans of one child that started in the period count as two.
leaves_out:
  - Plans held for another local authority. A plan with no flag counts as this authority's own.
reads: [cp_plan]
rules:
  of: cp_plan
  record: plan_id
  day: start_date
  keep:
    - if: c.start_date >= p.first_day
      otherwise: It started before {period}.
    - if: c.start_date <= p.last_day
      otherwise: It started after {period}.
    - if: c.is_own_plan
      otherwise: It is held for another local authority.
needs:
  ssd_cp_plans: [cppl_cp_plan_id, cppl_person_id, cppl_cp_plan_start_date]
refines:
  ssd_cp_plans:
    cppl_cp_plan_end_date: Plans that ended before they started cannot be recognised and left out.
breakdowns: [age, sex, ethnicity, disability, category_of_abuse]
example:
  - A plan of Child A starts on 1 April 2025 and ends on 20 May 2025, and another starts on 30 June 2025. Both count.
  - A plan of Child B that is held for another local authority starts on 2 May 2025. It does not count.
  - 2 plans started in April to June 2025.
source: DfE, children in need census guide (child protection plans)
*/
select
  p.period,
  c.plan_id as record_id,
  c.person_id,
  c.start_date as event_date,
  c.category_group as category_of_abuse
from cp_plan c
join period p on c.start_date between p.first_day and p.last_day
where c.is_own_plan
