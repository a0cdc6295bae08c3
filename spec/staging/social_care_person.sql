/*
view: social_care_person
reads: []
about: >
  Persons with a row in one of the tables of social care: referrals, assessments, section 47 enquiries, child protection
  plans, care. Whoever has none is known to early help alone, if to anybody.
*/
select cine_person_id as person_id from ssd_cin_episodes
union
select cina_person_id from ssd_cin_assessments
union
select s47e_person_id from ssd_s47_enquiry
union
select cppl_person_id from ssd_cp_plans
union
select clae_person_id from ssd_cla_episodes
