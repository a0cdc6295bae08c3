/*
view: early_help_episode
of: ssd_early_help_episodes
noun: [early help episode, early help episodes]
reads: [child]
window: start_date
refines:
  ssd_person:
    pers_dob: Episodes dated long before birth cannot be recognised and left out.
words:
  end_reason_group: { list: early_help_end_reason, columns: { ssd_early_help_episodes: [earl_episode_end_reason] } }
about: One row an episode of early help, as it is held. The reason for ending is looked at only where it has ended.
*/
with numbered as (
  select *, row_number() over (partition by earl_episode_id order by rowid) as nth from ssd_early_help_episodes
)
select
  e.earl_episode_id as episode_id,
  e.earl_person_id as person_id,
  e.earl_episode_start_date as start_date,
  known_end(e.earl_episode_end_date, x.day) as end_date,
  case
    when known_end(e.earl_episode_end_date, x.day) is not null
      then coalesce(g.group_id, case when e.earl_episode_end_reason is null then 'unknown' else 'unmapped' end)
  end as end_reason_group,
  fault_of_span(e.earl_episode_id, e.nth, e.earl_person_id, e.earl_episode_start_date, e.earl_episode_end_date, c.born, x.day) as fault,
  remark_on_end(e.earl_episode_end_date, x.day) as remark
from numbered e
cross join extract_day x
left join child c on c.person_id = e.earl_person_id
left join word_group g on g.list = 'early_help_end_reason' and g.word = plain_word(e.earl_episode_end_reason)
