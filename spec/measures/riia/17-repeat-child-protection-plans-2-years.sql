/*
id: riia-17
title: Repeat child protection plans within 2 years
theme: Child protection
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: low
figures:
  - id: repeat_2_years
    title: New plans of a child who had one that ended in the 2 years before
    headline: true
    kind: ratio
    scale: 100
    unit: [plan, plans]
    where: is_repeat
    of: all
    numerator: Of those, plans of a child with an earlier plan that ended in the 24 months up to the day this one started.
    denominator: Child protection plans that started in the period.
    sentence: '{denominator} started in {period}; {numerator} of them, {value}, within 2 years of an earlier one.'
counts:
  - A new plan is a repeat when another plan of the same child ended in the 24 months before it started, or on the same day. 24 months to the day is within.
leaves_out:
  - Plans held for another local authority, both as the new plan and as the earlier one.
  - A plan that was still open when the new one started is an overlap, and makes no repeat.
differs:
  - Earlier plans with another local authority are not in the dataset, so this figure may be lower than one that asks for them.
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
      - if: >
          exists (select 1 from cp_plan o where o.person_id = c.person_id and o.plan_id <> c.plan_id and o.is_own_plan
          and o.end_date <= c.start_date)
        otherwise: None of the child's other plans had ended by the day this one started.
      - otherwise: The child's earlier plans all ended more than 24 months before this one started.
        dated: >
          (select max(o.end_date) from cp_plan o where o.person_id = c.person_id and o.plan_id <> c.plan_id
          and o.is_own_plan and o.end_date <= c.start_date)
needs:
  ssd_cp_plans: [cppl_cp_plan_id, cppl_person_id, cppl_cp_plan_start_date, cppl_cp_plan_end_date]
breakdowns: [age, sex, ethnicity, disability, category_of_abuse]
lookback: { view: cp_plan, months: 24 }
example:
  - Child A had a plan from 10 January 2022 to 12 May 2023. A new one that starts on 12 May 2025 is a repeat, as 24 months to the day are within.
  - Child B had a plan from 10 January 2022 to 11 May 2023. A new one that starts on 12 May 2025 is no repeat here, by one day, though riia-16 counts it.
  - 2 plans started in April to June 2025; 1 of them, 50.0%, within 2 years of an earlier one.
source: Data to Insight, RIIA quarterly dataset; counting this authority's own plans alone is this project's choice
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
      and earlier.end_date >= months_before(c.start_date, 24)
  ) as is_repeat
from cp_plan c
join period p on c.start_date between p.first_day and p.last_day
where c.is_own_plan
