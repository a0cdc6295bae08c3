/*
id: riia-05
title: Assessments started
theme: Assessments
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: neutral
figures:
  - id: started
    title: Assessments started
    headline: true
    kind: count
    where: all
    unit: [assessment, assessments]
    sentence: '{count} started in {period}.'
  - id: rate
    title: Assessments started per 10,000 children
    kind: rate
    of: started
    unit: ['per 10,000 children', 'per 10,000 children']
    sentence: '{value} assessments started per 10,000 children in {period}.'
  - id: rate_annualised
    title: Assessments started per 10,000 children, as a yearly rate
    kind: rate
    of: started
    times: 4
    unit: ['per 10,000 children a year', 'per 10,000 children a year']
    sentence: '{value} assessments started per 10,000 children a year, at the pace of {period}.'
counts:
  - Assessments that started in the period, whether or not they have been completed.
  - One assessment of several children counts for each child.
leaves_out:
  - Assessments with no start date.
differs:
  - DfE publishes assessments by the day they were completed, not by the day they started.
reads: [assessment]
rules:
  of: assessment
  record: assessment_id
  day: start_date
  keep:
    - if: c.start_date is not null
      otherwise: It has no start date.
    - if: c.start_date >= p.first_day
      otherwise: It started before {period}.
    - if: c.start_date <= p.last_day
      otherwise: It started after {period}.
needs:
  ssd_cin_assessments: [cina_assessment_id, cina_person_id, cina_assessment_start_date]
refines:
  ssd_cin_assessments:
    cina_assessment_auth_date: Assessments authorised before they started cannot be recognised and left out.
breakdowns: [age, sex, ethnicity, disability]
example:
  - An assessment of Child A starts on 31 March 2025 and is authorised on 10 April 2025. It does not count here, as it started in the quarter before.
  - An assessment of Child B starts on 30 June 2025 and is not authorised yet. It counts.
  - 1 assessment started in April to June 2025.
source: DfE, children in need census guide (assessments, actual start date)
*/
select
  p.period,
  a.assessment_id as record_id,
  a.person_id,
  a.start_date as event_date
from assessment a
join period p on a.start_date between p.first_day and p.last_day
