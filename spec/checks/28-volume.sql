/*
id: volume
title: A table that holds far less than it used to
severity: serious
about: the extract
each:
  - { table: ssd_contacts }
  - { table: ssd_cin_episodes }
  - { table: ssd_cin_assessments }
  - { table: ssd_s47_enquiry }
  - { table: ssd_initial_cp_conference }
  - { table: ssd_cp_plans }
  - { table: ssd_early_help_episodes }
reads: [contact, referral, assessment, s47_enquiry, conference, cp_plan, early_help_episode]
means: The quarter holds fewer than half as many rows as the middle one of the eight quarters before it. Work seldom halves from one quarter to the next; an extract that stopped early, or a table of which a part is missing, looks like this.
put_right: Ask whoever runs the extract whether the table is whole for the quarter, and export it again.
*/
with quarter as (
  select cast(date_trunc('quarter', q.first_day) - to_months(3 * n) as date) as first_day, n
  from quarter_shown q cross join generate_series(0, 8) as s (n)
),
volume as (
  select q.n, count(t.day) as events
  from quarter q
  left join (
    select cast(date_trunc('quarter', {date}) as date) as first_day, {date} as day
    from {table}
    where rowid in (select base_row from {view}_row where fault is null)
  ) t on t.first_day = q.first_day
  group by q.n
),
compared as (
  select
    (max(events) filter (where n = 0))::integer as shown,
    median(events) filter (where n > 0) as usual
  from volume
)
select
  '{table} holds ' || shown || case when shown = 1 then ' row' else ' rows' end || ' of the quarter. The eight quarters before it hold '
  || cast(round(usual) as integer) || ' in the middle.' as says
from compared
where usual >= 10 and shown * 2 < usual
