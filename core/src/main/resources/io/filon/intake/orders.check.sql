-- Orders that break the table's promises: an id twice, a customer nobody knows, one after the run's day that counts.
select order_id, 'repeated' as breach
from orders
group by order_id
having count(*) > 1
union all
select orders.order_id, 'unknown customer' as breach
from orders
left join customers on orders.customer_id = customers.customer_id
where orders.customer_id is not null and customers.customer_id is null
union all
select orders.order_id, 'after the day' as breach
from orders, run
where orders.counts and orders.ordered_on > run.as_of
union all
select order_id, 'no day' as breach
from orders
where ordered_on is null or counts is null
