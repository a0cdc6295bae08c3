/*
id: riia-04
title: Repeat referrals
theme: Contacts and referrals
version: 1
valid_from: 2019-20 Q1
period: activity
polarity: low
figures:
  - id: repeat
    title: Repeat referrals
    headline: true
    kind: ratio
    scale: 100
    unit: [referral, referrals]
    where: is_repeat
    of: all
    numerator: Referrals of a child who had an earlier referral dated in the 12 months before.
    denominator: Referrals dated in the period, whatever came of them.
    sentence: '{denominator} in {period}; {numerator} of them, {value}, within 12 months of an earlier one.'
counts:
  - A referral is a repeat when the same child had an earlier referral dated in the 12 months before it.
  - The earlier referral counts whatever came of it, and whether or not it has been closed.
leaves_out:
  - A second referral of the same child on the same day is not a repeat of the first.
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
  parts:
    is_repeat:
      - if: exists (select 1 from referral e where e.person_id = c.person_id and e.referral_date < c.referral_date)
        otherwise: The child had no earlier referral.
      - otherwise: The child's earlier referrals are all from more than 12 months before.
        dated: (select max(e.referral_date) from referral e where e.person_id = c.person_id and e.referral_date < c.referral_date)
needs:
  ssd_cin_episodes: [cine_referral_id, cine_person_id, cine_referral_date]
breakdowns: [age, sex, ethnicity, disability, referral_source]
lookback: { view: referral, months: 12 }
example:
  - Child A is referred on 10 May 2024 and again on 10 May 2025. The second is a repeat, as twelve months to the day are within.
  - Child B is referred on 9 May 2024 and again on 10 May 2025. The second is no repeat, by one day.
  - Child C is referred twice on 2 June 2025. Neither is a repeat, as the same day is not before.
  - 4 referrals in April to June 2025; 1 of them, 25.0%, within 12 months of an earlier one.
source: DfE, children in need census guide (re-referrals)
*/
select
  p.period,
  r.referral_id as record_id,
  r.person_id,
  r.referral_date as event_date,
  r.source_group as referral_source,
  exists (
    select 1
    from referral earlier
    where earlier.person_id = r.person_id
      and earlier.referral_date < r.referral_date
      and earlier.referral_date >= months_before(r.referral_date, 12)
  ) as is_repeat
from referral r
join period p on r.referral_date between p.first_day and p.last_day
