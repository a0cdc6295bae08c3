/*
id: open-and-untouched
title: Open referrals of children of whom nothing was recorded in two years
severity: warning
each: [{ table: ssd_cin_episodes }]
needs: { ssd_cin_episodes: [cine_close_date] }
reads: [referral, contact, assessment, s47_enquiry, conference, cin_plan, cp_plan, care_episode]
means: The episode is open, and the extract holds nothing that happened to the child in the two years before it. It was most likely never closed, and the child still counts as in need.
put_right: Close the episode in the system with the date on which the work ended.
*/
with event as (
  select person_id, contact_date as day from contact
  union all
  select person_id, referral_date from referral
  union all
  select person_id, close_date from referral
  union all
  select person_id, start_date from assessment
  union all
  select person_id, authorised_date from assessment
  union all
  select person_id, start_date from s47_enquiry
  union all
  select person_id, conference_date from conference
  union all
  select person_id, start_date from cin_plan
  union all
  select person_id, end_date from cin_plan
  union all
  select person_id, start_date from cp_plan
  union all
  select person_id, coalesce(end_date, x.day) from cp_plan cross join extract_day x
  union all
  select person_id, start_date from care_episode
  union all
  select person_id, coalesce(ceased_date, x.day) from care_episode cross join extract_day x
),
touched as (
  select person_id, max(day) as last_day from event group by person_id
)
select e.rowid as "row", {key} as id, {person} as person_id, {date} as day,
  'nothing since ' || strftime(t.last_day, '%Y-%m-%d') as detail
from {table} e
join referral_row r on r.base_row = e.rowid
join touched t on t.person_id = r.person_id
cross join extract_day x
where r.fault is null and r.close_date is null and not r.no_further_action and t.last_day < months_before(x.day, 24)
