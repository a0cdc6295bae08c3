/*
id: riia-15
title: Child protection plans ceasing
theme: Child protection
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: neutral
figures:
  - id: ceasing
    title: Child protection plans ceasing
    headline: true
    kind: count
    where: all
    unit: [plan, plans]
    sentence: '{count} ended in {period}.'
  - id: rate
    title: Child protection plans ceasing per 10,000 children
    kind: rate
    of: ceasing
    unit: ['per 10,000 children', 'per 10,000 children']
    sentence: '{value} plans ended per 10,000 children in {period}.'
  - id: rate_annualised
    title: Child protection plans ceasing per 10,000 children, as a yearly rate
    kind: rate
    of: ceasing
    times: 4
    unit: ['per 10,000 children a year', 'per 10,000 children a year']
    sentence: '{value} plans ended per 10,000 children a year, at the pace of {period}.'
counts:
  - Child protection plans that ended in the period, whenever they started.
  - Two plans of one child that ended in the period count as two.
leaves_out:
  - Plans held for another local authority. A plan with no flag counts as this authority's own.
  - A plan with no start date, or one that ended before it started.
reads: [cp_plan]
rules:
  of: cp_plan
  record: plan_id
  day: end_date
  keep:
    - if: c.end_date is not null
      otherwise: It had not ended on the day of the extract.
    - if: c.end_date >= p.first_day
      otherwise: It ended before {period}.
    - if: c.end_date <= p.last_day
      otherwise: It ended after {period}.
    - if: c.is_own_plan
      otherwise: It is held for another local authority.
needs:
  ssd_cp_plans: [cppl_cp_plan_id, cppl_person_id, cppl_cp_plan_start_date, cppl_cp_plan_end_date]
breakdowns: [age, sex, ethnicity, disability, category_of_abuse]
example:
  - The plan of Child A started on 10 January 2025 and ends on 1 April 2025. It counts, whenever it started.
  - The plan of Child B starts on 2 May 2025 and is open. It does not count.
  - The plan of Child C, from 10 January 2025, is recorded as ending on 20 July 2025. The extract was made on 14 July 2025, so that plan is taken to be open.
  - 1 plan ended in April to June 2025.
source: DfE, children in need census guide (child protection plans)
*/
select
  p.period,
  c.plan_id as record_id,
  c.person_id,
  c.end_date as event_date,
  c.category_group as category_of_abuse
from cp_plan c
join period p on c.end_date between p.first_day and p.last_day
where c.is_own_plan
