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
  end_reason_group:
    list: early_help_end_reason
    columns: { ssd_early_help_episodes: [earl_episode_end_reason], eh_episodes: [end_reason] }
doubts:
  - when: >
      select count(distinct e.person_id) filter (where s.person_id is null) * 2 < count(distinct e.person_id)
      from early_help_episode e left join social_care_person s on s.person_id = e.person_id
      where e.has_persons_of_social_care
    says: Fewer than half of the children with an early help episode are known to early help alone. The extract may leave out children whom social care has never known, and the early help figures may be too low.
    todo: SystemC’s standard extract leaves them out. Ask whoever runs it to take in every child with an early help episode, and export again.
about: >
  One row an episode of early help, as it is held: the SSD's own, and beside them those of another system. An episode that
  both hold, with the same id, child and start, is one. The reason for ending is looked at only where it has ended.
*/
with held as (
  select
    rowid as base_row,
    earl_episode_id as episode_id,
    earl_person_id as person_id,
    earl_episode_start_date as start_date,
    earl_episode_end_date as end_date,
    earl_episode_end_reason as end_reason,
    true as has_persons_of_social_care,
    row_number() over (partition by earl_episode_id order by rowid) as nth
  from ssd_early_help_episodes
  union all
  select
    null,
    -- Two systems may give the same id to different episodes.
    early_help_id(h.episode_id, i.shared and not exists (select 1 from ssd_early_help_episodes)),
    early_help_id(h.person_id, i.shared),
    h.start_date,
    h.end_date,
    h.end_reason,
    i.shared,
    row_number() over (partition by h.episode_id order by h.rowid)
    + (i.shared and exists (
      select 1
      from ssd_early_help_episodes s
      where s.earl_episode_id = h.episode_id
        and s.earl_person_id = h.person_id
        and s.earl_episode_start_date = h.start_date
    ))::integer
  from eh_episodes h
  cross join early_help_ids i
)
select
  e.base_row,
  e.episode_id,
  e.person_id,
  e.start_date,
  known_end(e.end_date, x.day) as end_date,
  case
    when known_end(e.end_date, x.day) is not null
      then coalesce(g.group_id, case when e.end_reason is null then 'unknown' else 'unmapped' end)
  end as end_reason_group,
  e.has_persons_of_social_care,
  fault_of_span(e.episode_id, e.nth, e.person_id, e.start_date, e.end_date, c.born, x.day) as fault,
  remark_on_end(e.end_date, x.day) as remark
from held e
cross join extract_day x
left join child c on c.person_id = e.person_id
left join word_group g on g.list = 'early_help_end_reason' and g.word = plain_word(e.end_reason)
