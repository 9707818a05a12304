package io.filon.message.draft;

import io.filon.message.declared.Proposition.Offer;
import io.filon.message.evidence.Evidence;
import io.filon.message.evidence.Evidence.Role;
import io.filon.message.evidence.Figure;
import io.filon.message.evidence.Figure.Better;
import io.filon.message.evidence.Figure.Unit;
import io.filon.message.evidence.Group;
import io.filon.stats.MeanRange;
import io.filon.stats.Student;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

// A ratio of sums over customers, Σ left / Σ orders, since one customer's orders are alike: its error by linearisation
// (Cochran 1977, 6.4), t with customers - 1 degrees of freedom. Assumes that who takes the offer orders as the group
// does otherwise; a discount that makes baskets smaller leaves less.

/// What an order of the group leaves with the offer, by the costs the group really has: product, sending, payment,
/// commission, returns, help desk and messages; not what acquiring them cost.
///
/// @param before    without the offer
/// @param perOrder  with it; `low` and `high` hold the true one in 95 of 100 such groups, and are `perOrder` under
///     [MeanRange#FEWEST] customers
/// @param minimum   what it must leave
public record OfferNet(
        double before, double perOrder, double low, double high, long customers, long orders, double minimum) {

    private record Row(
            double orders, double revenue, double netSales, double grossMargin, double shippingIncome, double net) {}

    /// Nothing where the group never bought: nobody knows what an order of theirs costs.
    public static Optional<OfferNet> of(Store store, Group group, Offer offer) {
        List<Row> rows = store.query(
                Sql.of(
                        "select orders, revenue, net_sales, gross_margin, shipping_income, net from message_orders "
                                + "where segment = ? order by customer_id",
                        group.key()),
                Row.class);
        double orders = rows.stream().mapToDouble(Row::orders).sum();
        if (orders == 0) {
            return Optional.empty();
        }
        double revenue = rows.stream().mapToDouble(Row::revenue).sum();
        double untaxed = revenue > 0 ? rows.stream().mapToDouble(Row::netSales).sum() / revenue : 1;
        double[] left =
                rows.stream().mapToDouble(row -> left(row, offer, untaxed)).toArray();
        double sum = java.util.Arrays.stream(left).sum();
        double each = sum / orders;
        double half = half(rows, left, each, orders);
        double before = rows.stream().mapToDouble(Row::net).sum() / orders;
        return Optional.of(new OfferNet(
                before, each, each - half, each + half, rows.size(), Math.round(orders), offer.minimumNet()));
    }

    private static double left(Row row, Offer offer, double untaxed) {
        double sending = offer.freeShipping() ? row.shippingIncome : 0;
        Double price = offer.price();
        if (price != null) {
            double otherCosts = row.grossMargin - row.net;
            return (price * untaxed - offer.cost()) * row.orders - otherCosts - sending;
        }
        Double discount = offer.discount();
        return row.net - (discount == null ? 0 : discount) * row.netSales - offer.cost() * row.orders - sending;
    }

    private static double half(List<Row> rows, double[] left, double each, double orders) {
        int n = rows.size();
        if (n < MeanRange.FEWEST) {
            return 0;
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double off = left[i] - each * rows.get(i).orders;
            squares += off * off;
        }
        return Student.quantile(0.025, n - 1.0) * Math.sqrt(squares * n / (n - 1.0)) / orders;
    }

    /// Whether even the low end reaches what an order must leave.
    public boolean holds() {
        return Math.round(low * 100) >= Math.round(minimum * 100);
    }

    /// Whether there are too few customers for a range.
    public boolean isWithoutRange() {
        return customers < MeanRange.FEWEST;
    }

    Evidence evidence(String file) {
        Figure figure = new Figure(perOrder, low, high, Unit.MONEY, Better.MORE);
        Phrase says = Phrase.of(
                isWithoutRange() ? "message.evidence.offer.few" : "message.evidence.offer",
                money(perOrder),
                money(low),
                money(high),
                money(before),
                money(minimum),
                new Value.Count(customers));
        return new Evidence("offer", Role.OFFER, "", figure, customers, Evidence.Origin.MEASURED, file, says);
    }

    public static Value money(double amount) {
        return new Value.Money(BigDecimal.valueOf(amount));
    }
}
