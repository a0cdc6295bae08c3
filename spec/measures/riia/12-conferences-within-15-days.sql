/*
id: riia-12
title: Conferences within 15 days
theme: Child protection
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: high
figures:
  - id: within_15
    title: Initial child protection conferences within 15 working days
    headline: true
    kind: ratio
    scale: 100
    unit: [conference, conferences]
    where: within_15
    of: has_enquiry
    numerator: Of those, the ones held on or before the 15th working day after the enquiry started.
    denominator: Conferences held in the period, other than transfers in, whose section 47 enquiry is held and started on or before the conference.
    sentence: '{denominator} held in {period}; {numerator} of them, {value}, within 15 working days of the start of the enquiry.'
counts:
  - Initial child protection conferences held in the period, each with the section 47 enquiry that it names.
  - Working days leave out Saturdays, Sundays and the bank holidays of England and Wales. The day the enquiry starts is day 0.
leaves_out:
  - Conferences on a transfer in, as the enquiry was another local authority's.
  - Conferences that name no enquiry, or one that is not held or that started after the conference. How many these and the transfers in are is the difference from riia-11.
differs:
  - The statutory limit runs from the strategy discussion. The dataset holds the start of the enquiry, and it is counted from there.
  - Which conferences the denominator leaves out is this project's own choice.
reads: [conference, s47_enquiry]
rules:
  of: conference
  record: conference_id
  day: conference_date
  keep:
    - if: c.conference_date >= p.first_day
      otherwise: It was held before {period}.
    - if: c.conference_date <= p.last_day
      otherwise: It was held after {period}.
  parts:
    has_enquiry:
      - if: not c.is_transfer_in
        otherwise: It was held for a child who moved in from another local authority.
      - if: c.enquiry_id is not null
        otherwise: It names no section 47 enquiry.
      - if: c.enquiry_id in (select e.enquiry_id from s47_enquiry e)
        otherwise: The section 47 enquiry that it names is not in the extract, or cannot be counted.
      - otherwise: The section 47 enquiry that it names started after the conference.
        dated: (select e.start_date from s47_enquiry e where e.enquiry_id = c.enquiry_id)
    within_15:
      - otherwise: It was held more than 15 working days after the section 47 enquiry started.
        dated: (select e.start_date from s47_enquiry e where e.enquiry_id = c.enquiry_id)
needs:
  ssd_initial_cp_conference: [icpc_icpc_id, icpc_person_id, icpc_icpc_date, icpc_s47_enquiry_id]
  ssd_s47_enquiry: [s47e_s47_enquiry_id, s47e_person_id, s47e_s47_start_date]
refines:
  ssd_initial_cp_conference:
    icpc_icpc_transfer_in: Conferences on a transfer in cannot be left out.
breakdowns: [age, sex, ethnicity, disability]
example:
  - The enquiry about Child A starts on 7 April 2025, which is day 0. Working days leave out Good Friday and Easter Monday, so the 15th is 30 April 2025. A conference on that day is within 15 days.
  - The enquiry about Child B starts on 7 April 2025 too, and the conference is on 1 May 2025, the 16th working day. It is late.
  - The conference of Child C on 15 May 2025 names no enquiry. It is in riia-11, and in neither number here.
  - 2 conferences held in April to June 2025; 1 of them, 50.0%, within 15 working days of the start of the enquiry.
source: HM Government, Working Together to Safeguard Children; DfE, children in need statistics (conferences within 15 working days)
*/
select
  p.period,
  c.conference_id as record_id,
  c.person_id,
  c.conference_date as event_date,
  coalesce(not c.is_transfer_in and e.start_date <= c.conference_date, false) as has_enquiry,
  coalesce(held.working_days - started.working_days <= 15, false) as within_15
from conference c
join period p on c.conference_date between p.first_day and p.last_day
join calendar held on held.day = c.conference_date
left join s47_enquiry e on e.enquiry_id = c.enquiry_id
left join calendar started on started.day = e.start_date
