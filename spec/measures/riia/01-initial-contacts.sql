/*
id: riia-01
title: Initial contacts
theme: Contacts and referrals
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: neutral
figures:
  - id: contacts
    title: Initial contacts
    headline: true
    kind: count
    where: all
    unit: [contact, contacts]
    sentence: '{count} in {period}.'
  - id: children
    title: Children with a contact
    kind: count
    where: is_first_of_child
    unit: [child, children]
    sentence: '{count} had a contact in {period}.'
  - id: rate
    title: Initial contacts per 10,000 children
    kind: rate
    of: contacts
    unit: ['per 10,000 children', 'per 10,000 children']
    sentence: '{value} contacts per 10,000 children in {period}.'
  - id: rate_annualised
    title: Initial contacts per 10,000 children, as a yearly rate
    kind: rate
    of: contacts
    times: 4
    unit: ['per 10,000 children a year', 'per 10,000 children a year']
    sentence: '{value} contacts per 10,000 children a year, at the pace of {period}.'
counts:
  - Contacts with children's social care dated in the period, whatever came of them.
  - A contact about each child in a family counts for each child. Several contacts about one child all count.
  - The figure of children counts a child once, by the first contact in the period.
leaves_out:
  - Contacts that the local authority does not record, or records under no child.
differs:
  - DfE does not publish contacts.
reads: [contact]
rules:
  of: contact
  record: contact_id
  day: contact_date
  keep:
    - if: c.contact_date >= p.first_day
      otherwise: It is dated before {period}.
    - if: c.contact_date <= p.last_day
      otherwise: It is dated after {period}.
  parts:
    is_first_of_child:
      - otherwise: A child is counted once in {period}, by the first contact.
needs:
  ssd_contacts: [cont_contact_id, cont_person_id, cont_contact_date]
breakdowns: [age, sex, ethnicity, disability, contact_source]
example:
  - One call on 30 June 2025 is about Child A and Child B. It is held as two contacts, one about each child, and both count.
  - Child A had another contact on 2 May 2025. It counts as well, but Child A is one child.
  - A contact about Child C on 1 July 2025 belongs to the next quarter.
  - 3 contacts in April to June 2025.
  - 2 children had a contact in April to June 2025.
source: Data to Insight, RIIA quarterly collection; contacts whatever came of them is this project's own
*/
select
  p.period,
  c.contact_id as record_id,
  c.person_id,
  c.contact_date as event_date,
  c.last_before,
  coalesce(c.last_before < p.first_day, true) as is_first_of_child,
  c.source_group as contact_source
-- The first of a child in a period is one whose last contact before it lies before the period: looked up once a contact, not once a period.
from (
  select *, lag(contact_date) over (partition by person_id order by contact_date, contact_id) as last_before from contact
) c
join period p on c.contact_date between p.first_day and p.last_day
