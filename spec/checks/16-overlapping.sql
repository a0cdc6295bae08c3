/*
id: overlapping
title: Plans and episodes of one child that overlap
severity: warning
each:
  - { table: ssd_cp_plans, plan: plan_id, only: is_own_plan }
  - { table: ssd_cin_plans, plan: plan_id, only: 'true' }
  - { table: ssd_early_help_episodes, plan: episode_id, only: 'true' }
means: A child was on two plans, or had two episodes, at the same time. Each start and each end is counted.
put_right: End the earlier one where the later took its place, or remove the one that was entered twice.
*/
with followed as (
  select
    base_row,
    start_date,
    max(coalesce(end_date, date '9999-12-31')) over (
      partition by person_id order by start_date, base_row rows between unbounded preceding and 1 preceding
    ) as end_so_far
  from {view}_row
  where fault is null and {only}
)
select rowid as "row", {key} as id, {person} as person_id, {date} as day
from {table}
where rowid in (select base_row from followed where start_date < end_so_far)
