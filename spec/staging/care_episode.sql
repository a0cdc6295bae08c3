/*
view: care_episode
of: ssd_cla_episodes
noun: [episode of care, episodes of care]
reads: [child]
refines:
  ssd_cla_episodes:
    clae_cla_id: Episodes are joined into periods of care by their dates alone.
words:
  end_reason_group: { list: care_end_reason, columns: { ssd_cla_episodes: [clae_cla_episode_ceased_reason] } }
about: >
  One row an episode of care: the same placement and legal status. A start shortly before birth is looked at in
  period_of_care, where it puts the whole period out.
*/
with numbered as (
  select *, rowid as base_row, row_number() over (partition by clae_cla_episode_id order by rowid) as nth from ssd_cla_episodes
)
select
  e.base_row,
  e.clae_cla_episode_id as episode_id,
  e.clae_person_id as person_id,
  e.clae_cla_id as care_id,
  e.clae_cla_episode_start_date as start_date,
  known_end(e.clae_cla_episode_ceased_date, x.day) as ceased_date,
  coalesce(
    g.group_id, case when e.clae_cla_episode_ceased_reason is null then 'unknown' else 'unmapped' end
  ) as end_reason_group,
  fault_of_span(
    e.clae_cla_episode_id, e.nth, e.clae_person_id,
    e.clae_cla_episode_start_date, e.clae_cla_episode_ceased_date, c.born, x.day
  ) as fault,
  remark_on_end(e.clae_cla_episode_ceased_date, x.day) as remark
from numbered e
cross join extract_day x
left join child c on c.person_id = e.clae_person_id
left join word_group g on g.list = 'care_end_reason' and g.word = plain_word(e.clae_cla_episode_ceased_reason)
