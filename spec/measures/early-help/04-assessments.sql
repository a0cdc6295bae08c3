/*
id: eh-4
title: Early help assessments completed
theme: Early help
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: neutral
figures:
  - id: assessments
    title: Early help assessments completed
    headline: true
    kind: count
    where: all
    unit: [assessment, assessments]
    sentence: '{count} completed in {period}.'
counts:
  - Assessments of early help completed in the period, whenever they started and whatever came of them.
  - An assessment of a family counts for each child that it is held against.
leaves_out:
  - Assessments that are still under way.
reads: [early_help_assessment]
rules:
  of: early_help_assessment
  record: assessment_id
  day: completed_date
  keep:
    - if: c.completed_date is not null
      otherwise: It had not been completed on the day of the extract.
    - if: c.completed_date >= p.first_day
      otherwise: It was completed before {period}.
    - if: c.completed_date <= p.last_day
      otherwise: It was completed after {period}.
needs:
  eh_assessments: [assessment_id, person_id, completed_date]
refines:
  eh_assessments:
    start_date: Assessments completed before they started cannot be recognised and left out.
breakdowns: [age, sex, ethnicity, disability]
parts:
  - id: assessments
    label: Early help assessments completed
    hint: All that were completed in the quarter, first day and last day included.
    whole: true
    max: 99999
example:
  - An assessment of Child A starts on 20 March 2025 and is completed on 1 April 2025. It counts, whenever it started.
  - An assessment of Child B starts on 2 June 2025 and is not completed yet. One of Child C starts on that day too, and is completed on 1 July 2025, in the next quarter. Neither counts.
  - 1 assessment completed in April to June 2025.
source: Data to Insight, Early Help benchmarking collection; the SSD has no such table, so it comes from a table of your own, eh_assessments, or is entered by hand
*/
select
  p.period,
  a.assessment_id as record_id,
  a.person_id,
  a.completed_date as event_date
from early_help_assessment a
join period p on a.completed_date between p.first_day and p.last_day
