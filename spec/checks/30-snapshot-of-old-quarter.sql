/*
id: snapshot-of-old-quarter
title: A position that is known for one day alone
severity: note
about: the extract
each:
  - { table: ssd_care_leavers, what: care leavers, only: 'true', moves: [riia-22, riia-23] }
  - { table: ssd_ehcp_active_plans, what: 'active education, health and care plans', only: not exists (select 1 from ssd_ehcp_named_plan), moves: [riia-27] }
means: The table holds the position on the day of the extract and no other. It can stand for the end of a quarter for 62 days, and is not given for any other quarter.
put_right: Nothing is wrong with the records. For an earlier quarter use an extract that was made soon after it.
*/
select
  'The extract holds {what} as at ' || day(x.day) || ' ' || monthname(x.day) || ' ' || year(x.day)
  || ', which cannot stand for the quarter shown.' as says
from quarter_shown cross join extract_day x
where exists (select 1 from {table}) and {only} and x.day not between last_day and last_day + 62
