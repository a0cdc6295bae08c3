/*
id: riia-11
title: Initial child protection conferences
theme: Child protection
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: neutral
figures:
  - id: conferences
    title: Initial child protection conferences
    headline: true
    kind: count
    where: all
    unit: [conference, conferences]
    sentence: '{count} held in {period}.'
  - id: rate
    title: Initial child protection conferences per 10,000 children
    kind: rate
    of: conferences
    unit: ['per 10,000 children', 'per 10,000 children']
    sentence: '{value} conferences per 10,000 children in {period}.'
  - id: rate_annualised
    title: Initial child protection conferences per 10,000 children, as a yearly rate
    kind: rate
    of: conferences
    times: 4
    unit: ['per 10,000 children a year', 'per 10,000 children a year']
    sentence: '{value} conferences per 10,000 children a year, at the pace of {period}.'
counts:
  - Initial child protection conferences held in the period, whatever they decided.
  - A conference about several children counts for each child. Two conferences about one child count as two.
  - Conferences for a child who moves in from another local authority (transfers in) count.
leaves_out:
  - Review conferences.
differs:
  - That transfers in count is this project's own choice.
reads: [conference]
rules:
  of: conference
  record: conference_id
  day: conference_date
  keep:
    - if: c.conference_date >= p.first_day
      otherwise: It was held before {period}.
    - if: c.conference_date <= p.last_day
      otherwise: It was held after {period}.
needs:
  ssd_initial_cp_conference: [icpc_icpc_id, icpc_person_id, icpc_icpc_date]
breakdowns: [age, sex, ethnicity, disability]
example:
  - One conference on 15 May 2025 is about Child A and Child B. It counts for each child.
  - Child C moves in from another local authority, with a conference on 30 June 2025 that is marked as a transfer in. It counts.
  - 3 conferences held in April to June 2025.
source: DfE, children in need census guide (initial child protection conferences)
*/
select
  p.period,
  c.conference_id as record_id,
  c.person_id,
  c.conference_date as event_date
from conference c
join period p on c.conference_date between p.first_day and p.last_day
