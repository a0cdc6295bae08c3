/*
id: riia-07
title: Assessments within 45 days
theme: Assessments
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: high
figures:
  - id: from_start
    title: Within 45 working days of the assessment's start
    headline: true
    kind: ratio
    scale: 100
    unit: [assessment, assessments]
    where: within_45_of_start
    of: has_start
    numerator: Of those, the ones authorised on or before the 45th working day after the assessment started.
    denominator: Assessments authorised in the period that have a start date.
    sentence: '{denominator} completed in {period}; {numerator} of them, {value}, within 45 working days of their start.'
  - id: from_referral
    title: Within 45 working days of the referral
    kind: ratio
    scale: 100
    unit: [assessment, assessments]
    where: within_45_of_referral
    of: has_referral
    numerator: Of those, the ones authorised on or before the 45th working day after the referral.
    denominator: Assessments authorised in the period whose referral is held and is dated on or before the authorisation.
    sentence: '{denominator} whose referral is held, completed in {period}; {numerator} of them, {value}, within 45 working days of it.'
    needs:
      ssd_cin_assessments: [cina_referral_id]
      ssd_cin_episodes: [cine_referral_id, cine_person_id, cine_referral_date]
counts:
  - Assessments authorised in the period.
  - Working days leave out Saturdays, Sundays and the bank holidays of England and Wales. The day of the start, or of the referral, is day 0.
leaves_out:
  - An assessment with no start date is in neither part of the figure from the start.
  - An assessment with no referral, or one referred after it was authorised, is in neither part of the figure from the referral.
differs:
  - DfE's published figure counts from the assessment's start. Working Together counts from the referral. Both are given.
reads: [assessment, referral]
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
  parts:
    has_start:
      - if: c.start_date is not null
        otherwise: It has no start date.
    within_45_of_start:
      - if: c.start_date is not null
        otherwise: It has no start date.
      - otherwise: It was authorised more than 45 working days after it started.
        dated: c.start_date
    has_referral:
      - if: c.referral_id is not null
        otherwise: It names no referral.
      - if: c.referral_id in (select e.referral_id from referral e)
        otherwise: The referral that it names is not in the extract, or cannot be counted.
      - otherwise: The referral that it names is dated after it was authorised.
        dated: (select e.referral_date from referral e where e.referral_id = c.referral_id)
    within_45_of_referral:
      - otherwise: It was authorised more than 45 working days after the referral.
        dated: (select e.referral_date from referral e where e.referral_id = c.referral_id)
needs:
  ssd_cin_assessments: [cina_assessment_id, cina_person_id, cina_assessment_start_date, cina_assessment_auth_date]
breakdowns: [age, sex, ethnicity, disability]
example:
  - Child A is referred on 10 April 2025 and the assessment starts on 14 April 2025, which is day 0. Working days leave out Good Friday, Easter Monday and the two bank holidays in May, so the 45th is 20 June 2025. Authorised on that day, it is within 45 days of its start, and late by the referral.
  - Child B is referred and the assessment starts on 14 April 2025, and it is authorised on 19 June 2025. It is within 45 days by both.
  - Child C is referred and the assessment starts on 14 April 2025, and it is authorised on 23 June 2025, the 46th working day. It is late by both.
  - 3 assessments completed in April to June 2025; 2 of them, 66.7%, within 45 working days of their start.
  - 3 assessments whose referral is held, completed in April to June 2025; 1 of them, 33.3%, within 45 working days of it.
source: DfE, children in need statistics, table C2; HM Government, Working Together to Safeguard Children
*/
select
  p.period,
  a.assessment_id as record_id,
  a.person_id,
  a.authorised_date as event_date,
  started.day is not null as has_start,
  coalesce(finished.working_days - started.working_days <= 45, false) as within_45_of_start,
  referred.day is not null as has_referral,
  coalesce(finished.working_days - referred.working_days <= 45, false) as within_45_of_referral
from assessment a
join period p on a.authorised_date between p.first_day and p.last_day
join calendar finished on finished.day = a.authorised_date
left join calendar started on started.day = a.start_date
left join referral r on r.referral_id = a.referral_id and r.referral_date <= a.authorised_date
left join calendar referred on referred.day = r.referral_date
