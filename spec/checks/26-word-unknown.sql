/*
id: word-unknown
title: Words that belong to no national group, where it decides who counts
severity: warning
each:
  - { table: ssd_care_leavers, column: clea_care_leaver_eligibility, list: care_leaver_eligibility, most: Former relevant, when: 'true', moves: [riia-22, riia-23] }
  - { table: ssd_immigration_status, column: immi_immigration_status, list: immigration_status, most: UASC, when: 'true', moves: [riia-21, riia-23] }
  - { table: ssd_legal_status, column: lega_legal_status, list: legal_status, most: V4, when: 'true', moves: [riia-09, riia-18, riia-19, riia-20, riia-21] }
  - { table: ssd_cin_episodes, column: cine_close_reason, list: close_reason, most: RC9, when: close_date is not null, moves: [eh-7] }
  - { table: ssd_early_help_episodes, column: earl_episode_end_reason, list: early_help_end_reason, most: Outcome met, when: end_date is not null, moves: [eh-9] }
means: The word is on no national list, nor on yours, so the row counts as not known, and a child may be in or out of a figure by mistake.
put_right: Say on the Words page what your word stands for. If it is a slip, correct it in the system.
try:
  set: { '{column}': "'{most}'" }
  says: Each is taken to be the word that counts, which is the most that it can move.
*/
select rowid as "row", {key} as id, {person} as person_id, {date} as day, {column} as detail
from {table}
where {column} is not null
  and plain_word({column}) not in (select word from word_group where list = '{list}')
  and rowid in (select base_row from {view}_row where fault is null and {when})
