/*
id: riia-25
title: EHC assessment requests
theme: Education
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: neutral
figures:
  - id: requests
    title: EHC assessment requests
    headline: true
    kind: count
    where: all
    unit: [request, requests]
    sentence: '{count} in {period}.'
counts:
  - Requests for an education, health and care needs assessment dated in the period, whatever came of them.
leaves_out:
  - Requests dated after the day of the extract.
differs:
  - DfE publishes requests by calendar year.
reads: [ehc_request]
rules:
  of: select request_id, null::varchar as person_id, request_date from ehc_request
  record: request_id
  rows: [{ view: ehc_request, record: request_id, person: null }]
  day: request_date
  keep:
    - if: c.request_date >= p.first_day
      otherwise: It is dated before {period}.
    - if: c.request_date <= p.last_day
      otherwise: It is dated after {period}.
needs:
  ssd_ehcp_requests: [ehcr_ehcp_request_id, ehcr_ehcp_req_date]
breakdowns: []
parts:
  - id: requests
    label: Requests for an EHC needs assessment
    hint: All that were received in the quarter, first day and last day included.
    whole: true
    max: 99999
example:
  - One request is dated 30 June 2025. It counts, whatever is decided.
  - Another is dated 1 July 2025. It belongs to the next quarter.
  - 1 request in April to June 2025.
source: Data to Insight, RIIA quarterly collection; entered by hand where the extract does not hold the table
*/
select
  p.period,
  r.request_id as record_id,
  null::varchar as person_id,
  r.request_date as event_date
from ehc_request r
join period p on r.request_date between p.first_day and p.last_day
