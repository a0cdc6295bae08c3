/*
id: overlapping-care
title: Periods of care of one child that overlap
severity: warning
each: [{ table: ssd_cla_episodes }]
needs: { ssd_cla_episodes: [clae_cla_episode_ceased_date, clae_cla_id] }
reads: [period_of_care]
means: A period of care started while another of the same child was open. The child counts once, but when the care started and ceased is not clear.
put_right: End the earlier period where the later took its place, or give both episodes the same period's identifier.
*/
with followed as (
  select
    episode_ids,
    start_date,
    max(coalesce(end_date, date '9999-12-31')) over (
      partition by person_id order by start_date, first_episode_id rows between unbounded preceding and 1 preceding
    ) as end_so_far
  from period_of_care
)
select rowid as "row", {key} as id, {person} as person_id, {date} as day
from {table}
where {key} in (select unnest(episode_ids) from followed where start_date < end_so_far)
