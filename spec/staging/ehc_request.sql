/*
view: ehc_request
of: ssd_ehcp_requests
noun: [request for an EHC assessment, requests for an EHC assessment]
reads: []
window: request_date
about: One row a request. The table names no child, so no date is held against a birth.
*/
with numbered as (
  select *, rowid as base_row, row_number() over (partition by ehcr_ehcp_request_id order by rowid) as nth from ssd_ehcp_requests
)
select
  r.base_row,
  r.ehcr_ehcp_request_id as request_id,
  r.ehcr_ehcp_req_date as request_date,
  fault_of_event(r.ehcr_ehcp_request_id, r.nth, r.ehcr_ehcp_request_id, r.ehcr_ehcp_req_date, null::date, x.day) as fault,
  null::varchar as remark
from numbered r
cross join extract_day x
