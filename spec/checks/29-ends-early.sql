/*
id: ends-early
title: An extract that ends before the quarter does
severity: serious
about: the extract
reads: [contact, referral, assessment, early_help_episode]
moves: [riia-01, riia-02, riia-05, riia-06, eh-1, eh-2]
means: Nothing in the extract happened in the last two weeks of the quarter. It was most likely made before the quarter ended, whatever day is given for it.
put_right: Look at the day of the extract, and export again after the quarter has ended.
*/
with event as (
  select contact_date as day from contact
  union all
  select referral_date from referral
  union all
  select start_date from assessment
  union all
  select authorised_date from assessment
  union all
  select start_date from early_help_episode
  union all
  select end_date from early_help_episode
)
select
  'The last day on which anything is recorded is ' || day(latest) || ' ' || monthname(latest) || ' ' || year(latest) || '. The quarter ends on '
  || day(last_day) || ' ' || monthname(last_day) || ' ' || year(last_day) || '.' as says
from (select max(e.day) as latest from event e join quarter_shown on e.day <= last_day) cross join quarter_shown
where latest <= last_day - 14
