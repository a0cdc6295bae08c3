/*
id: no-person-row
title: Children with no row in ssd_person
severity: serious
every: person
needs: { ssd_person: [pers_person_id] }
means: The row names a child of whom the table of persons holds nothing. It is counted, but the child's age, sex and ethnicity are not known.
put_right: Look whether the child was merged or removed. If not, ask whoever runs the extract to take in every person that another table names.
*/
select rowid as "row", {key} as id, {person} as person_id, {date} as day
from {table}
where {person} is not null and {person} not in (select pers_person_id from ssd_person where pers_person_id is not null)
