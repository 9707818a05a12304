-- One row per session: what evidence of jobs may be asked of it.
-- reads  sessions
-- grain  session_id
select
    *,
    products - bought_before                                    as new_products,
    seconds / 60.0                                              as minutes,
    cast(extract(month from started_local) as integer)          as month
from sessions
