/*
id: riia-16
title: Repeat child protection plans, ever
theme: Child protection
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: low
figures:
  - id: repeat_ever
    title: New plans of a child who had one before
    headline: true
    kind: ratio
    scale: 100
    unit: [plan, plans]
    where: is_repeat
    of: all
    numerator: Of those, plans of a child with an earlier plan that had ended by the day this one started.
    denominator: Child protection plans that started in the period.
    sentence: '{denominator} started in {period}; {numerator} of them, {value}, for a child who had an earlier one.'
counts:
  - A new plan is a repeat when another plan of the same child ended on or before the day it started, however long ago.
leaves_out:
  - Plans held for another local authority, both as the new plan and as the earlier one.
  - A plan that was still open when the new one started is an overlap, and makes no repeat.
differs:
  - DfE also counts an earlier plan with another local authority. The dataset does not hold those, so this figure may be lower.
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
  parts:
    is_repeat:
      - if: exists (select 1 from cp_plan o where o.person_id = c.person_id and o.plan_id <> c.plan_id and o.is_own_plan)
        otherwise: The child has no other plan of this local authority.
      - otherwise: None of the child's other plans had ended by the day this one started.
needs:
  ssd_cp_plans: [cppl_cp_plan_id, cppl_person_id, cppl_cp_plan_start_date, cppl_cp_plan_end_date]
breakdowns: [age, sex, ethnicity, disability, category_of_abuse]
lookback: { view: cp_plan, months: ever }
example:
  - Child A had a plan from 10 January 2012 to 1 March 2013. A new one that starts on 12 May 2025 is a repeat, however long ago the first was.
  - Child B had a plan from 10 January 2025 that ends on 12 May 2025. A new one that starts on that day is a repeat.
  - Child C has a plan from 10 January 2025 that is still open when a new one starts on 12 May 2025. The two overlap, and the new one is no repeat.
  - 3 plans started in April to June 2025; 2 of them, 66.7%, for a child who had an earlier one.
source: DfE, children in need statistics (second or later plans); counting this authority's own plans alone is this project's choice
*/
select
  p.period,
  c.plan_id as record_id,
  c.person_id,
  c.start_date as event_date,
  c.category_group as category_of_abuse,
  exists (
    select 1
    from cp_plan earlier
    where earlier.person_id = c.person_id
      and earlier.plan_id <> c.plan_id
      and earlier.is_own_plan
      and earlier.end_date <= c.start_date
  ) as is_repeat
from cp_plan c
join period p on c.start_date between p.first_day and p.last_day
where c.is_own_plan
