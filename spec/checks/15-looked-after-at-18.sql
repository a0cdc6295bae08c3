/*
id: looked-after-at-18
title: Care that goes on at 18 or over
severity: warning
each: [{ table: ssd_cla_episodes }]
needs: { ssd_person: [pers_dob], ssd_cla_episodes: [clae_cla_episode_ceased_date] }
reads: [care_episode, child]
means: Nobody is looked after from the 18th birthday on. The episode was not ended on it, so that the young person is missing from those who ceased to be looked after in that quarter; or the date of birth is wrong.
put_right: End the episode on the 18th birthday, or correct the date of birth.
try:
  set:
    clae_cla_episode_ceased_date: >
      greatest(t.clae_cla_episode_start_date, (select birthday(c.born, 18) from child c where c.person_id = t.clae_person_id))
  says: Each is taken to have ended on the 18th birthday, or on the day it started where that is later.
*/
select e.rowid as "row", {key} as id, {person} as person_id, {date} as day
from {table} e
join care_episode_row r on r.base_row = e.rowid
join child c on c.person_id = r.person_id
cross join extract_day x
where r.fault is null and coalesce(r.ceased_date, x.day) > birthday(c.born, 18)
