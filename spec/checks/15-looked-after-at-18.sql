/*
id: looked-after-at-18
title: Care that goes on at 18 or over
severity: warning
each: [{ table: ssd_cla_episodes, moves: [riia-18, riia-19, riia-21] }]
needs: { ssd_person: [pers_dob], ssd_cla_episodes: [clae_cla_episode_ceased_date] }
reads: [care_episode, child]
means: Nobody is looked after from the 18th birthday on. Either the episode was not ended, or the date of birth is wrong and a child in care is not counted.
put_right: End the episode on the 18th birthday, or correct the date of birth.
try:
  of: child
  set: { pers_dob: 'null::date' }
  says: The dates of birth are taken as not known, so that the children count as looked after.
*/
select e.rowid as "row", {key} as id, {person} as person_id, {date} as day
from {table} e
join care_episode_row r on r.base_row = e.rowid
join child c on c.person_id = r.person_id
cross join extract_day x
where r.fault is null and coalesce(r.ceased_date, x.day) > birthday(c.born, 18)
