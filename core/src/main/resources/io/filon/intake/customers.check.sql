-- Customers that break the table's promises: an id twice or none.
select customer_id, count(*) as rows
from customers
group by customer_id
having count(*) > 1 or customer_id is null
