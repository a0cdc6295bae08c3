/*
id: riia-06
title: Assessments completed
theme: Assessments
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: neutral
figures:
  - id: completed
    title: Assessments completed
    headline: true
    kind: count
    where: all
    unit: [assessment, assessments]
    sentence: '{count} completed in {period}.'
  - id: rate
    title: Assessments completed per 10,000 children
    kind: rate
    of: completed
    unit: ['per 10,000 children', 'per 10,000 children']
    sentence: '{value} assessments completed per 10,000 children in {period}.'
  - id: rate_annualised
    title: Assessments completed per 10,000 children, as a yearly rate
    kind: rate
    of: completed
    times: 4
    unit: ['per 10,000 children a year', 'per 10,000 children a year']
    sentence: '{value} assessments completed per 10,000 children a year, at the pace of {period}.'
counts:
  - Assessments authorised in the period. The day of authorisation is the day an assessment is complete.
  - An assessment with no start date counts.
  - One assessment of several children counts for each child.
leaves_out:
  - Assessments that have not been authorised.
reads: [assessment]
rules:
  of: assessment
  record: assessment_id
  day: authorised_date
  keep:
    - if: c.authorised_date is not null
      otherwise: It had not been authorised on the day of the extract.
    - if: c.authorised_date >= p.first_day
      otherwise: It was authorised before {period}.
    - if: c.authorised_date <= p.last_day
      otherwise: It was authorised after {period}.
needs:
  ssd_cin_assessments: [cina_assessment_id, cina_person_id, cina_assessment_auth_date]
refines:
  ssd_cin_assessments:
    cina_assessment_start_date: Assessments authorised before they started cannot be recognised and left out.
breakdowns: [age, sex, ethnicity, disability]
example:
  - An assessment of Child A starts on 31 March 2025 and is authorised on 10 April 2025. It counts, whenever it started.
  - An assessment of Child B has no start date and is authorised on 1 May 2025. It counts.
  - An assessment of Child C starts on 30 June 2025 and is authorised on 1 July 2025. It belongs to the next quarter.
  - 2 assessments completed in April to June 2025.
source: DfE, children in need census guide (assessments, authorisation date)
*/
select
  p.period,
  a.assessment_id as record_id,
  a.person_id,
  a.authorised_date as event_date
from assessment a
join period p on a.authorised_date between p.first_day and p.last_day
