/*
id: no-further-action-stepped-down
title: No further action, though closed to early help
severity: warning
each: [{ table: ssd_cin_episodes, moves: [riia-08, eh-6, eh-7] }]
needs: { ssd_cin_episodes: [cine_referral_nfa, cine_close_reason] }
reads: [referral]
means: The referral is marked as no further action and was closed as stepped down to early help. Both cannot be; it counts neither as in need nor as stepped down.
put_right: Take away the mark of no further action, or correct the reason for closing.
try:
  set: { cine_referral_nfa: 'false' }
  says: The mark of no further action is taken away.
*/
select e.rowid as "row", {key} as id, {person} as person_id, {date} as day
from {table} e
join referral_row r on r.base_row = e.rowid
where r.fault is null and r.no_further_action and r.close_reason_group = 'early_help'
