/*
view: respite
reads: [legal_status]
about: >
  Days on which a child's legal status was one of short breaks. Where statuses overlap, the one that started last is in
  force; where two started on the same day, the one that is not short breaks: a child is not left out on contradicting rows.
*/
with edge as (
  select person_id, start_date as day from legal_status
  union
  select person_id, end_date from legal_status where end_date is not null
),
stretch as (
  select person_id, day as start_date, lead(day) over (partition by person_id order by day) as end_date from edge
)
select s.person_id, s.start_date, s.end_date
from stretch s
join legal_status l on l.person_id = s.person_id and open_on(l.start_date, l.end_date, s.start_date)
group by s.person_id, s.start_date, s.end_date
having first(l.status_group = 'respite' order by l.start_date desc, l.status_group = 'respite')
