/*
id: assessment-never-authorised
title: Assessments not authorised for more than a year
severity: warning
each: [{ table: ssd_cin_assessments, moves: [riia-06, riia-07] }]
needs: { ssd_cin_assessments: [cina_assessment_start_date, cina_assessment_auth_date] }
reads: [assessment]
means: The assessment started more than a year ago and has not been authorised. When such assessments are closed together, that quarter looks worse than the work was.
put_right: Authorise the assessment with the day it was completed, or cancel it.
try:
  set: { cina_assessment_auth_date: (select last_day from quarter_shown) }
  says: Each is taken to be authorised on the last day of the quarter, as if all were closed together then.
*/
select rowid as "row", {key} as id, {person} as person_id, {date} as day
from {table}
where rowid in (
  select base_row from assessment_row cross join extract_day x
  where fault is null and authorised_date is null and start_date < months_before(x.day, 12)
)
