package io.filon.demo;

import io.filon.demo.Tally.Figure;
import io.filon.demo.shop.Calendar;
import io.filon.demo.shop.Customer;
import io.filon.demo.shop.CustomerType.Terms;
import io.filon.demo.shop.Order;
import io.filon.demo.shop.Order.Line;
import io.filon.demo.shop.Order.Status;
import io.filon.demo.shop.Prices;
import java.util.List;
import java.util.random.RandomGenerator;

/// Writes orders line by line, with the order's own columns repeated, and what follows an order: returns and tickets.
final class OrderFiles {

    private static final List<String> RETURN_REASONS =
            List.of("No es lo que esperaba", "Talla o medida", "Llegó dañado", "Me arrepentí");
    private static final List<String> TICKET_REASONS =
            List.of("Dónde está mi pedido", "Devolución", "Factura", "Consulta de producto");

    private final Calendar calendar;

    OrderFiles(Calendar calendar) {
        this.calendar = calendar;
    }

    void write(Block block, Customer customer, List<Order> orders, RandomGenerator random) {
        boolean bought = false;
        for (Order order : orders) {
            for (Line line : order.lines()) {
                line(block.rows(ShopFile.PEDIDOS), customer, order, line);
            }
            count(block.tally(), order);
            if (order.counts()) {
                bought = true;
                returns(block, customer, order);
                ticket(block, customer, order, random);
            }
        }
        block.tally().add(Figure.BUYERS, bought ? 1 : 0);
    }

    private void line(Rows rows, Customer customer, Order order, Line line) {
        rows.text(order.id()).put(',').text(customer.id()).put(',');
        rows.text(calendar.iso(order.day())).put(' ').time(order.second()).put(',');
        rows.text(order.status().label).put(',').text(order.channel().label).put(',');
        rows.text(line.product().id()).put(',').text(line.product().name()).put(',');
        rows.text(line.product().category()).put(',').number(line.quantity()).put(',');
        rows.money(line.product().price(), '.')
                .put(',')
                .money(line.discount(), '.')
                .put(',');
        rows.money(line.amount(), '.').put(',').money(line.tax(), '.').put(',');
        rows.money(line.cost(), '.')
                .put(',')
                .money(order.shippingCharged(), '.')
                .put(',');
        rows.money(order.shippingCost(), '.').put(',').text(delivery(order)).put(',');
        rows.text(order.payment().label).put(',').money(order.fee(), '.').put(',');
        if (order.discountPercent() > 0) {
            rows.text("VALE").number(order.discountPercent());
        }
        rows.end();
    }

    private static String delivery(Order order) {
        if (!order.online()) {
            return "recogida";
        }
        return order.express() ? "exprés" : "normal";
    }

    private static void count(Tally tally, Order order) {
        if (!order.counts()) {
            boolean refused = order.status() == Status.RECHAZADO;
            tally.add(refused ? Figure.ORDERS_REFUSED : Figure.ORDERS_CANCELLED, 1);
            tally.add(Figure.REFUSED_SHIPPING_COST, order.shippingCost());
            return;
        }
        tally.add(Figure.ORDERS, 1);
        tally.orderOn(order.day(), order.amount());
        tally.add(Figure.SHIPPING_INCOME, order.shippingCharged());
        tally.add(Figure.SHIPPING_COST, order.shippingCost());
        tally.add(Figure.PAYMENT_COST, order.fee());
        for (Line line : order.lines()) {
            tally.add(Figure.ORDER_LINES, 1);
            tally.add(Figure.UNITS, line.quantity());
            tally.add(Figure.GROSS_SALES, line.list());
            tally.add(Figure.DISCOUNTS, line.discount());
            tally.add(Figure.TAX, line.tax());
            tally.add(Figure.PRODUCT_COST, line.cost());
        }
    }

    /// One row an order; what would come back after the last day is not in the file.
    private void returns(Block block, Customer customer, Order order) {
        long lines = order.returnedLines();
        if (lines == 0 || order.returnDay() >= calendar.days) {
            return;
        }
        long amount = 0;
        long units = 0;
        long tax = 0;
        for (Line line : order.lines()) {
            amount += line.returned() ? line.amount() : 0;
            units += line.returned() ? line.quantity() : 0;
            tax += line.returned() ? line.tax() : 0;
        }
        long handling = lines * Prices.RETURN_HANDLING_A_LINE;
        String reason = RETURN_REASONS.get(order.second() % RETURN_REASONS.size());
        Rows rows = block.rows(ShopFile.DEVOLUCIONES);
        rows.put('D')
                .text(order.id())
                .put(';')
                .text(order.id())
                .put(';')
                .text(customer.id())
                .put(';');
        rows.text(calendar.spanish(order.returnDay()))
                .put(';')
                .money(amount, ',')
                .put(';')
                .number(units);
        rows.put(';').text(reason).put(';').money(handling, ',').end();
        block.tally().add(Figure.RETURNS, 1);
        block.tally().add(Figure.RETURNED, amount);
        block.tally().add(Figure.TAX_RETURNED, tax);
        block.tally().add(Figure.RETURN_COST, handling);
    }

    private void ticket(Block block, Customer customer, Order order, RandomGenerator random) {
        Terms terms = customer.model().type.terms();
        int day = order.day() + 1 + random.nextInt(10);
        if (random.nextDouble() >= terms.ticket() || day >= calendar.days) {
            return;
        }
        int minutes = random.nextInt(1, 2 * terms.minutes());
        int second = 9 * 3600 + random.nextInt(8 * 3600);
        boolean unhappy = order.returnedLines() > 0;
        Rows rows = block.rows(ShopFile.TICKETS);
        rows.put('T')
                .text(order.id())
                .put(',')
                .text(customer.id())
                .put(',')
                .text(order.id())
                .put(',');
        rows.text(calendar.iso(day)).put(' ').time(second).put(',');
        rows.text(calendar.iso(day)).put(' ').time(second + 60 * minutes + 600).put(',');
        rows.text(random.nextDouble() < 0.6 ? "correo" : "teléfono").put(',');
        rows.text(TICKET_REASONS.get(random.nextInt(TICKET_REASONS.size()))).put(',');
        rows.number(minutes)
                .put(',')
                .money(minutes * Prices.TICKET_COST_A_MINUTE, '.')
                .put(',');
        rows.number(unhappy ? random.nextInt(1, 4) : random.nextInt(3, 6)).end();
        block.tally().add(Figure.TICKETS, 1);
        block.tally().add(Figure.SERVICE_COST, minutes * Prices.TICKET_COST_A_MINUTE);
    }
}
