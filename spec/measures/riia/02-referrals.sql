/*
id: riia-02
title: Referrals
theme: Contacts and referrals
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: neutral
figures:
  - id: referrals
    title: Referrals
    headline: true
    kind: count
    where: all
    unit: [referral, referrals]
    sentence: '{count} in {period}.'
  - id: rate
    title: Referrals per 10,000 children
    kind: rate
    of: referrals
    unit: ['per 10,000 children', 'per 10,000 children']
    sentence: '{value} referrals per 10,000 children in {period}.'
  - id: rate_annualised
    title: Referrals per 10,000 children, as a yearly rate
    kind: rate
    of: referrals
    times: 4
    unit: ['per 10,000 children a year', 'per 10,000 children a year']
    sentence: '{value} referrals per 10,000 children a year, at the pace of {period}.'
counts:
  - Referrals to children's social care dated in the period, whatever came of them, those with no further action included.
  - Where a family is referred, there is one referral for each child, and each counts.
leaves_out:
  - Contacts that did not become a referral.
reads: [referral]
rules:
  of: referral
  record: referral_id
  day: referral_date
  keep:
    - if: c.referral_date >= p.first_day
      otherwise: It is dated before {period}.
    - if: c.referral_date <= p.last_day
      otherwise: It is dated after {period}.
needs:
  ssd_cin_episodes: [cine_referral_id, cine_person_id, cine_referral_date]
breakdowns: [age, sex, ethnicity, disability, referral_source]
example:
  - Child A is referred on 1 April 2025, and the referral ends with no further action. It counts.
  - Child A is referred again on 2 June 2025. Both referrals count, as referrals are counted and not children.
  - Child B was referred on 31 March 2025, in the quarter before, and is still open. That referral does not count.
  - 2 referrals in April to June 2025.
source: DfE, children in need census guide (referrals, no further action included)
*/
select
  p.period,
  r.referral_id as record_id,
  r.person_id,
  r.referral_date as event_date,
  r.source_group as referral_source
from referral r
join period p on r.referral_date between p.first_day and p.last_day
