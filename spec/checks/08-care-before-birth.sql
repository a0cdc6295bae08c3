/*
id: care-before-birth
title: Periods of care that start before birth
severity: serious
each: [{ table: ssd_cla_episodes }]
faults: [with a start before birth]
needs: { ssd_person: [pers_dob] }
reads: [child, care_episode]
means: A period of care started before the child was born. The period is not counted.
put_right: Correct the start of the first episode, or the date of birth, in the system.
try:
  set:
    clae_cla_episode_start_date: >
      greatest(t.clae_cla_episode_start_date, (select c.born from child c where c.person_id = t.clae_person_id))
  says: Each is taken to have started on the day of birth at the earliest.
*/
select rowid as "row", {key} as id, {person} as person_id, {date} as day
from {table}
where {key} in (
  select unnest(episode_ids) from period_of_care_row where fault = 'with a start before birth'
)
