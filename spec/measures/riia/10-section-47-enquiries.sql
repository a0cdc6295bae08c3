/*
id: riia-10
title: Section 47 enquiries
theme: Child protection
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: neutral
figures:
  - id: enquiries
    title: Section 47 enquiries
    headline: true
    kind: count
    where: all
    unit: [enquiry, enquiries]
    sentence: '{count} started in {period}.'
  - id: rate
    title: Section 47 enquiries per 10,000 children
    kind: rate
    of: enquiries
    unit: ['per 10,000 children', 'per 10,000 children']
    sentence: '{value} enquiries per 10,000 children in {period}.'
  - id: rate_annualised
    title: Section 47 enquiries per 10,000 children, as a yearly rate
    kind: rate
    of: enquiries
    times: 4
    unit: ['per 10,000 children a year', 'per 10,000 children a year']
    sentence: '{value} enquiries per 10,000 children a year, at the pace of {period}.'
counts:
  - Enquiries under section 47 of the Children Act 1989 that started in the period, whatever came of them.
  - One enquiry about two children counts for each child.
leaves_out:
  - Strategy discussions that did not lead to an enquiry.
reads: [s47_enquiry]
rules:
  of: s47_enquiry
  record: enquiry_id
  day: start_date
  keep:
    - if: c.start_date >= p.first_day
      otherwise: It started before {period}.
    - if: c.start_date <= p.last_day
      otherwise: It started after {period}.
needs:
  ssd_s47_enquiry: [s47e_s47_enquiry_id, s47e_person_id, s47e_s47_start_date]
breakdowns: [age, sex, ethnicity, disability]
example:
  - One enquiry about Child A and Child B starts on 12 May 2025. It counts for each child.
  - A second enquiry about Child A starts on 18 June 2025, and counts too.
  - An enquiry about Child C starts on 31 March 2025 and ends on 10 April 2025. It belongs to the quarter before, in which it started.
  - 3 enquiries started in April to June 2025.
source: DfE, children in need census guide (section 47 enquiries)
*/
select
  p.period,
  e.enquiry_id as record_id,
  e.person_id,
  e.start_date as event_date
from s47_enquiry e
join period p on e.start_date between p.first_day and p.last_day
