/*
view: referral
of: ssd_cin_episodes
noun: [referral, referrals]
reads: [child]
window: referral_date
refines:
  ssd_cin_episodes:
    cine_close_date: Referrals closed before they were made cannot be recognised and left out.
    cine_referral_source_code: Referral sources are read from their description alone.
    cine_referral_source_desc: Referral sources are read from their code alone.
  ssd_person:
    pers_dob: Referrals dated long before birth cannot be recognised and left out.
words:
  source_group: { list: referral_source, columns: { ssd_cin_episodes: [cine_referral_source_code, cine_referral_source_desc] } }
  close_reason_group: { list: close_reason, columns: { ssd_cin_episodes: [cine_close_reason] } }
  primary_need: { list: primary_need, columns: { ssd_cin_episodes: [cine_cin_primary_need_code] } }
about: One row a referral, with the episode of need that it opened. Referrals that led to nothing further are here too.
*/
with numbered as (
  select *, rowid as base_row, row_number() over (partition by cine_referral_id order by rowid) as nth from ssd_cin_episodes
)
select
  e.base_row,
  e.cine_referral_id as referral_id,
  e.cine_person_id as person_id,
  e.cine_referral_date as referral_date,
  known_end(e.cine_close_date, x.day) as close_date,
  case
    when known_end(e.cine_close_date, x.day) is not null
      then coalesce(by_reason.group_id, case when e.cine_close_reason is null then 'unknown' else 'unmapped' end)
  end as close_reason_group,
  -- Some systems say it among the outcomes of the referral and nowhere else.
  coalesce(e.cine_referral_nfa, e.cine_referral_outcome_json_nfa_flag, false) as no_further_action,
  group_of_source(
    e.cine_referral_source_code, by_code.group_id, e.cine_referral_source_desc, by_description.group_id
  ) as source_group,
  coalesce(need.group_id, case when e.cine_cin_primary_need_code is null then 'unknown' else 'unmapped' end) as primary_need,
  fault_of_span(e.cine_referral_id, e.nth, e.cine_person_id, e.cine_referral_date, e.cine_close_date, c.born, x.day) as fault,
  remark_on_end(e.cine_close_date, x.day) as remark
from numbered e
cross join extract_day x
left join child c on c.person_id = e.cine_person_id
left join word_group by_code
  on by_code.list = 'referral_source' and by_code.word = plain_word(e.cine_referral_source_code)
left join word_group by_description
  on by_description.list = 'referral_source' and by_description.word = plain_word(e.cine_referral_source_desc)
left join word_group by_reason on by_reason.list = 'close_reason' and by_reason.word = plain_word(e.cine_close_reason)
left join word_group need
  on need.list = 'primary_need' and need.word = plain_word(e.cine_cin_primary_need_code)
