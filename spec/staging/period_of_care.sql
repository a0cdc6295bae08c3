/*
view: period_of_care
noun: [period of care, periods of care]
reads: [care_episode, child]
about: >
  One row a period of care: a child's episodes with one care id, from the first start to the last ceased date. Where the
  id is missing, or is the same for all of a child's care (so that it names the child and not the period), episodes are
  joined by date: the next starts on the day after the latest end so far, or before. An episode that was never closed,
  though another of the same period follows it, is taken to end on the day the next one starts.
*/
with named as (
  select
    *,
    case
      when min(care_id) over (partition by person_id) <> max(care_id) over (partition by person_id) then care_id
    end as period_id
  from care_episode
),
followed as (
  select
    *,
    row_number() over in_order as place,
    coalesce(ceased_date, lead(start_date) over in_order) as end_date
  from named
  window in_order as (partition by person_id, period_id order by start_date, ceased_date is null, episode_id)
),
gapped as (
  select
    *,
    period_id is null
    and start_date > max(end_date) over (
      partition by person_id, period_id order by place rows between unbounded preceding and 1 preceding
    ) + 1 as after_gap
  from followed
),
parted as (
  select
    *,
    count(*) filter (where after_gap) over (partition by person_id, period_id order by place) as part
  from gapped
),
joined as (
  select
    person_id,
    min(start_date) as start_date,
    case when last(end_date is null order by place) then null else max(end_date) end as end_date,
    last(end_reason_group order by end_date nulls first, place) as end_reason_group,
    first(episode_id order by place) as first_episode_id,
    last(episode_id order by place) as last_episode_id,
    list(episode_id order by place) as episode_ids
  from parted
  group by person_id, period_id, part
)
select
  j.*,
  case when j.start_date < c.born then 'with a start before birth' end as fault,
  null::varchar as remark
from joined j
left join child c on c.person_id = j.person_id
