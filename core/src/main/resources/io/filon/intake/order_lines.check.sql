-- Lines that break the table's promises: an order without the line, two lines of one number, sums that do not add up.
select order_id, line_no, 'repeated' as breach
from order_lines
group by order_id, line_no
having count(*) > 1
union all
select orders.order_id, null as line_no, 'no line' as breach
from orders
left join order_lines on orders.order_id = order_lines.order_id
where order_lines.order_id is null
union all
select order_lines.order_id, order_lines.line_no, 'no order' as breach
from order_lines
left join orders on order_lines.order_id = orders.order_id
where orders.order_id is null
union all
select order_id, line_no, 'arithmetic' as breach
from order_lines
where list_amount <> amount + discount or discount < 0 or (is_return and amount > 0)
