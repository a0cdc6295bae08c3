/*
id: early-help-alone-missing
title: Children known to early help alone may be left out
severity: serious
about: the extract
reads: [early_help_episode, social_care_person]
doubt: early_help_episode
needs: { ssd_early_help_episodes: [earl_person_id] }
means: Some systems’ standard extract leaves out children whom social care has never known, and the early help figures are too low.
put_right: Ask whoever runs the extract to take in every child with an early help episode, and export again.
moves: [eh-2, eh-3, eh-5, eh-8, eh-9]
*/
select '{says}' as says where {when}
