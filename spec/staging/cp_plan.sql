/*
view: cp_plan
of: ssd_cp_plans
noun: [child protection plan, child protection plans]
reads: [child]
window: start_date
refines:
  ssd_cp_plans:
    cppl_cp_plan_ola: Plans held for another local authority cannot be left out.
    cppl_cp_plan_latest_category: The category of abuse is the one that the plan started with.
    cppl_cp_plan_initial_category: The category of abuse is not known where no later one is recorded.
  ssd_person:
    pers_dob: Child protection plans dated long before birth cannot be recognised and left out.
words:
  category_group:
    { list: category_of_abuse, columns: { ssd_cp_plans: [cppl_cp_plan_latest_category, cppl_cp_plan_initial_category] } }
about: One row a child protection plan, with its latest category of abuse, or the first where no later one is held.
*/
with numbered as (
  select *, rowid as base_row, row_number() over (partition by cppl_cp_plan_id order by rowid) as nth from ssd_cp_plans
)
select
  p.base_row,
  p.cppl_cp_plan_id as plan_id,
  p.cppl_person_id as person_id,
  p.cppl_cp_plan_start_date as start_date,
  known_end(p.cppl_cp_plan_end_date, x.day) as end_date,
  not coalesce(p.cppl_cp_plan_ola, false) as is_own_plan,
  coalesce(
    latest.group_id,
    initial.group_id,
    case
      when coalesce(p.cppl_cp_plan_latest_category, p.cppl_cp_plan_initial_category) is null then 'unknown'
      else 'unmapped'
    end
  ) as category_group,
  fault_of_span(
    p.cppl_cp_plan_id, p.nth, p.cppl_person_id, p.cppl_cp_plan_start_date, p.cppl_cp_plan_end_date, c.born, x.day
  ) as fault,
  remark_on_end(p.cppl_cp_plan_end_date, x.day) as remark
from numbered p
cross join extract_day x
left join child c on c.person_id = p.cppl_person_id
left join word_group latest
  on latest.list = 'category_of_abuse' and latest.word = plain_word(p.cppl_cp_plan_latest_category)
left join word_group initial
  on initial.list = 'category_of_abuse' and initial.word = plain_word(p.cppl_cp_plan_initial_category)
