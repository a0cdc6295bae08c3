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
  - They are the contacts of the early help system where the extract has a table of them, and those of social care where it has none.
  - A contact about each child in a family counts for each child.
  - A child with several contacts counts once among the children, dated to the first of them.
leaves_out:
  - Contacts about no named child.
  - Contacts with social care, where the early help system gives contacts of its own.
  - Where the setting says so, contacts with social care of which neither the source nor the outcome is early help.
settings:
  - id: early_help_contacts_only
    title: 'Contacts: count only those whose source or outcome is early help (1 yes, 0 no)'
    unit: ''
    default: 0
    min: 0
    max: 1
reads: [early_help_contact, contact]
rules:
  of: early_help_contact
  record: contact_id
  rows: [{ view: contact, record: contact_id }]
  day: contact_date
  keep:
    - if: c.contact_date >= p.first_day
      otherwise: It is dated before {period}.
    - if: c.contact_date <= p.last_day
      otherwise: It is dated after {period}.
    - if: s.early_help_contacts_only = 0 or c.is_about_early_help
      otherwise: Neither its source nor its outcome is early help, and the setting counts early help alone.
  parts:
    first_of_child:
      - otherwise: A child is counted once in {period}, by the first contact.
needs:
  ssd_contacts: [cont_contact_id, cont_person_id, cont_contact_date]
refines:
  ssd_contacts:
    cont_contact_outcome_json: Which contacts led to early help is not known. Where the setting counts early help alone, their source decides.
breakdowns: [age, sex, ethnicity, disability, contact_source]
example:
  - Child A has contacts on 9 May 2025 and on 12 May 2025, and Child B has one on 30 June 2025.
  - All three contacts count, and Child A is one child.
  - 3 contacts in April to June 2025.
  - 2 children with a contact in April to June 2025.
source: Data to Insight, Early Help benchmarking collection
notes:
  - Every contact is counted unless the setting says otherwise, because few extracts hold which of them were about early help.
  - Some systems write the outcome of a contact as flags, and none of these is for early help. There the source alone decides.
*/
select
  p.period,
  c.contact_id as record_id,
  c.person_id,
  c.contact_date as event_date,
  c.source_group as contact_source,
  c.last_before,
  coalesce(c.last_before < p.first_day, true) as first_of_child
-- The first of a child in a period is one whose last contact before it lies before the period: looked up once a contact, not once a period.
from (
  select all_contact.*, lag(contact_date) over (partition by person_id order by contact_date, contact_id) as last_before
  from early_help_contact all_contact
  cross join setting s
  where s.early_help_contacts_only = 0 or all_contact.is_about_early_help
) c
join period p on c.contact_date between p.first_day and p.last_day
