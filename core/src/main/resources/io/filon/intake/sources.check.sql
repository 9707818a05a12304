-- Files whose rows do not add up: read is kept, merged and rejected together, and none is negative.
select source_id, file, rows_read, rows_kept, rows_merged, rows_rejected
from sources
where rows_read <> rows_kept + rows_merged + rows_rejected or least(rows_kept, rows_merged, rows_rejected) < 0
