/*
id: assessment-without-referral
title: Assessments whose referral is not in the extract
severity: warning
each: [{ table: ssd_cin_assessments }]
needs: { ssd_cin_assessments: [cina_referral_id], ssd_cin_episodes: [cine_referral_id] }
means: The assessment names a referral that the extract does not hold. It is counted, but not timed from the referral.
put_right: Look whether the referral was removed, or lies before what the extract takes in.
*/
select rowid as "row", {key} as id, {person} as person_id, {date} as day, 'referral ' || cina_referral_id as detail
from {table}
where cina_referral_id is not null
  and cina_referral_id not in (select cine_referral_id from ssd_cin_episodes where cine_referral_id is not null)
