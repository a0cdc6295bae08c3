/*
view: early_help_episode
of: ssd_early_help_episodes
noun: [early help episode, early help episodes]
reads: [child, social_care_person]
window: start_date
refines:
  ssd_person:
    pers_dob: Episodes dated long before birth cannot be recognised and left out.
words:
  end_reason_group: { list: early_help_end_reason, columns: { ssd_early_help_episodes: [earl_episode_end_reason] } }
doubts:
  - when: >
      select count(distinct e.person_id) filter (where s.person_id is null) * 2 < count(distinct e.person_id)
      from early_help_episode e left join social_care_person s on s.person_id = e.person_id
    says: Fewer than half of the children with an early help episode are known to early help alone. The extract may leave out children whom social care has never known, and the early help figures may be too low.
    todo: SystemC’s standard extract leaves them out. Ask whoever runs it to take in every child with an early help episode, and export again.
about: One row an episode of early help, as it is held. The reason for ending is looked at only where it has ended.
*/
with numbered as (
  select *, rowid as base_row, row_number() over (partition by earl_episode_id order by rowid) as nth from ssd_early_help_episodes
)
select
  e.base_row,
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
