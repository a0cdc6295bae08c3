/*
id: no-further-action-then-plan
title: No further action, though a plan hangs on it
severity: warning
each: [{ table: ssd_cin_episodes, moves: [riia-08, eh-6] }]
needs: { ssd_cin_episodes: [cine_referral_nfa, cine_close_date] }
reads: [referral, cin_plan, cp_plan]
means: A referral that is still open is marked as no further action. A plan for the child started on its day or after, when no other episode was open. The child has a plan and does not count as in need.
put_right: Take away the mark of no further action, or close the referral.
try:
  set: { cine_referral_nfa: 'false' }
  says: The mark of no further action is taken away.
*/
with planned as (
  select person_id, start_date from cin_plan
  union all
  select person_id, start_date from cp_plan where is_own_plan
),
hanging as (
  select person_id, max(start_date) as last_start
  from planned p
  where not exists (
    select 1 from referral o
    where o.person_id = p.person_id and not o.no_further_action and open_on(o.referral_date, o.close_date, p.start_date)
  )
  group by person_id
)
select e.rowid as "row", {key} as id, {person} as person_id, {date} as day
from {table} e
join referral_row r on r.base_row = e.rowid
join hanging p on p.person_id = r.person_id and p.last_start >= r.referral_date
where r.fault is null and r.no_further_action and r.close_date is null
