/*
id: eh-1
title: Contacts
theme: Early help
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: neutral
figures:
  - id: contacts
    title: Contacts
    headline: true
    kind: count
    where: all
    unit: [contact, contacts]
    sentence: '{count} in {period}.'
  - id: children
    title: Children with a contact
    kind: count
    where: first_of_child
    unit: [child, children]
    sentence: '{count} with a contact in {period}.'
counts:
  - Contacts dated in the period, whatever came of them. They are what the Early Help collection calls initial contacts.
  - A contact about each child in a family counts for each child.
  - A child with several contacts counts once among the children, dated to the first of them.
leaves_out:
  - Contacts about no named child.
  - Where the setting says so, contacts whose source is not early help.
settings:
  - id: early_help_contacts_only
    title: 'Contacts: count only those whose source is early help (1 yes, 0 no)'
    unit: ''
    default: 0
    min: 0
    max: 1
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
    - if: s.early_help_contacts_only = 0 or c.is_from_early_help
      otherwise: Its source is not early help, and the setting counts early help alone.
  parts:
    first_of_child:
      - otherwise: A child is counted once in {period}, by the first contact.
needs:
  ssd_contacts: [cont_contact_id, cont_person_id, cont_contact_date]
breakdowns: [age, sex, ethnicity, disability, contact_source]
example:
  - Child A has contacts on 9 May 2025 and on 12 May 2025, and Child B has one on 30 June 2025.
  - All three contacts count, and Child A is one child.
  - 3 contacts in April to June 2025.
  - 2 children with a contact in April to June 2025.
source: Data to Insight, Early Help benchmarking collection
notes:
  - Every contact is counted unless the setting says otherwise, because few extracts hold which of them were about early help.
*/
select
  p.period,
  c.contact_id as record_id,
  c.person_id,
  c.contact_date as event_date,
  c.source_group as contact_source,
  coalesce(c.last_before < p.first_day, true) as first_of_child
-- The first of a child in a period is one whose last contact before it lies before the period: looked up once a contact, not once a period.
from (
  select all_contact.*, lag(contact_date) over (partition by person_id order by contact_date, contact_id) as last_before
  from contact all_contact
  cross join setting s
  where s.early_help_contacts_only = 0 or all_contact.is_from_early_help
) c
join period p on c.contact_date between p.first_day and p.last_day
