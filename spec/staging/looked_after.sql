/*
view: looked_after
reads: [period_of_care, respite, child]
refines:
  ssd_person:
    pers_dob: Young people of 18 and over cannot be told from children looked after.
about: >
  Days on which a child counts as looked after: a period of care is open, the child is under 18, and the legal status in
  force is not one of short breaks. One row a child and a stretch of such days, with the earliest period of care open on
  them; a stretch ends on the day from which the child no longer counts, so that open_on says who counts on a day.
*/
with care as (
  select c.person_id, c.first_episode_id, c.start_date, least(c.end_date, birthday(k.born, 18)) as end_date
  from period_of_care c
  left join child k on k.person_id = c.person_id
),
edge as (
  select person_id, start_date as day from care
  union
  select person_id, end_date from care where end_date is not null
  union
  select person_id, start_date from respite
  union
  select person_id, end_date from respite where end_date is not null
),
stretch as (
  select person_id, day as start_date, lead(day) over (partition by person_id order by day) as end_date from edge
)
select
  s.person_id,
  s.start_date,
  s.end_date,
  min(c.start_date) as care_start_date,
  first(c.first_episode_id order by c.start_date, c.first_episode_id) as first_episode_id
from stretch s
join care c on c.person_id = s.person_id and open_on(c.start_date, c.end_date, s.start_date)
where not exists (
  select 1 from respite r where r.person_id = s.person_id and open_on(r.start_date, r.end_date, s.start_date)
)
group by s.person_id, s.start_date, s.end_date
