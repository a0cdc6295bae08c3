/*
id: riia-26
title: EHC assessments completed
theme: Education
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: neutral
figures:
  - id: assessments
    title: EHC assessments completed
    headline: true
    kind: count
    where: all
    unit: [assessment, assessments]
    sentence: '{count} completed in {period}.'
counts:
  - Education, health and care needs assessments with an outcome dated in the period, whether or not a plan came of them.
leaves_out:
  - Assessments with no outcome date. They are still under way.
differs:
  - DfE publishes assessments by calendar year.
reads: [ehc_assessment]
rules:
  of: select assessment_id, null::varchar as person_id, outcome_date from ehc_assessment
  record: assessment_id
  rows: [{ view: ehc_assessment, record: assessment_id, person: null }]
  day: outcome_date
  keep:
    - if: c.outcome_date is not null
      otherwise: It has no outcome date. It is still under way.
    - if: c.outcome_date >= p.first_day
      otherwise: It had its outcome before {period}.
    - if: c.outcome_date <= p.last_day
      otherwise: It had its outcome after {period}.
needs:
  ssd_ehcp_assessment: [ehca_ehcp_assessment_id, ehca_ehcp_assessment_outcome_date]
breakdowns: []
parts:
  - id: assessments
    label: EHC needs assessments completed
    hint: All with an outcome dated in the quarter, first day and last day included.
    whole: true
    max: 99999
example:
  - One assessment has an outcome dated 1 April 2025. It counts, whether or not a plan comes of it.
  - Another has no outcome date. It is still under way.
  - 1 assessment completed in April to June 2025.
source: Data to Insight, RIIA quarterly collection; entered by hand where the extract does not hold the table
*/
select
  p.period,
  a.assessment_id as record_id,
  null::varchar as person_id,
  a.outcome_date as event_date
from ehc_assessment a
join period p on a.outcome_date between p.first_day and p.last_day
