/*
id: riia-27
title: EHC plans
theme: Education
version: 1
valid_from: 2019-20 Q1
period: snapshot
polarity: neutral
figures:
  - id: plans
    title: EHC plans in force
    headline: true
    kind: count
    where: all
    unit: [plan, plans]
    sentence: '{count} in force on {day}.'
counts:
  - Education, health and care plans that had started by the last day of the quarter and had not ceased. One that ceases on that day is not in force.
  - Where the extract does not hold plans with their dates, the plans that were active on the day of the extract stand for the last quarter that had ended by then, no more than 62 days before.
leaves_out:
  - Plans with no start date.
differs:
  - DfE publishes plans as at January.
reads: [ehc_plan, ehc_active_plan]
rules:
  of: >
    select plan_id, null::varchar as person_id, start_date, end_date, false as is_active from ehc_plan
    where not exists (select 1 from standing_in where measure = 'riia-27')
    union all
    select plan_id, null, null, null, true from ehc_active_plan
    where exists (select 1 from standing_in where measure = 'riia-27')
  record: plan_id
  rows:
    - { view: ehc_plan, record: plan_id, person: null }
    - { view: ehc_active_plan, record: plan_id, person: null }
  day: start_date
  keep:
    - if: c.is_active or c.start_date <= p.last_day
      otherwise: It started after {day}.
    - if: c.is_active or c.end_date is null or c.end_date > p.last_day
      otherwise: It had ceased by {day}.
      dated: c.end_date
needs:
  ssd_ehcp_named_plan: [ehcn_named_plan_id, ehcn_named_plan_start_date, ehcn_named_plan_ceased_date]
instead:
  needs:
    ssd_ehcp_active_plans: [ehcp_active_ehcp_id]
  as_at_extract: true
breakdowns: []
parts:
  - id: plans
    label: EHC plans in force
    hint: As at the last day of the quarter, first-time and long-standing plans alike.
    whole: true
    max: 99999
example:
  - One plan starts on 30 June 2025, and counts.
  - A plan from 1 September 2023 ceased on 30 June 2025. It is not in force at the end of that day.
  - Another from 1 September 2023 is to cease on 31 August 2025. The extract was made on 14 July 2025, so that plan is in force.
  - 2 plans in force on 30 June 2025.
source: Data to Insight, RIIA quarterly collection; entered by hand where the extract holds neither table
*/
select
  p.period,
  e.plan_id as record_id,
  null::varchar as person_id,
  e.start_date as event_date
from ehc_plan e
join period p on open_on(e.start_date, e.end_date, p.last_day)
where not exists (select 1 from standing_in where measure = 'riia-27')
union all
select
  p.period,
  a.plan_id as record_id,
  null::varchar as person_id,
  p.last_day as event_date
from ehc_active_plan a
cross join period p
where exists (select 1 from standing_in where measure = 'riia-27')
