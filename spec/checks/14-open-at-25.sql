/*
id: open-at-25
title: Referrals still open at 25 or over
severity: warning
each: [{ table: ssd_cin_episodes }]
needs: { ssd_person: [pers_dob], ssd_cin_episodes: [cine_close_date] }
reads: [referral, child]
means: No duty of children's social care goes on after 25. The episode was most likely never closed, and the person still counts as in need.
put_right: Close the episode in the system, or correct the date of birth.
*/
select e.rowid as "row", {key} as id, {person} as person_id, {date} as day
from {table} e
join referral_row r on r.base_row = e.rowid
join child c on c.person_id = r.person_id
cross join extract_day x
where r.fault is null and r.close_date is null and not r.no_further_action and whole_years(c.born, x.day) >= 25
