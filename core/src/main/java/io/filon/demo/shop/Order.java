package io.filon.demo.shop;

import io.filon.demo.shop.Almanac.Product;
import io.filon.demo.shop.Prices.Payment;
import java.util.List;
import java.util.Locale;

/// One order with its lines. Money in cents; goods with IVA, costs and shipping without.
///
/// @param second    of the day, Madrid's clock
/// @param discountPercent 0 when there is none
/// @param returnDay day on which its returned lines come back; read only when a line is returned
public record Order(
        String id,
        int day,
        int second,
        Status status,
        Channel channel,
        int discountPercent,
        boolean express,
        long shippingCharged,
        long shippingCost,
        Payment payment,
        int returnDay,
        List<Line> lines) {

    public enum Status {
        ENTREGADO,
        CANCELADO,
        RECHAZADO;

        public final String label = name().toLowerCase(Locale.ROOT);
    }

    public enum Channel {
        APP,
        WEB,
        TIENDA;

        public final String label = name().toLowerCase(Locale.ROOT);
    }

    public record Line(Product product, int quantity, long discount, boolean returned) {

        public long list() {
            return product.price() * quantity;
        }

        public long amount() {
            return list() - discount;
        }

        /// The IVA inside the amount.
        public long tax() {
            return (amount() * Prices.IVA * 2 + 121) / 242;
        }

        public long cost() {
            return product.cost() * quantity;
        }
    }

    /// Whether it is a purchase: neither cancelled nor refused at the door.
    public boolean counts() {
        return status == Status.ENTREGADO;
    }

    public boolean online() {
        return channel != Channel.TIENDA;
    }

    public long amount() {
        long sum = 0;
        for (Line line : lines) {
            sum += line.amount();
        }
        return sum;
    }

    public long fee() {
        return status == Status.ENTREGADO ? payment.fee(amount()) : 0;
    }

    public long returnedLines() {
        return lines.stream().filter(Line::returned).count();
    }
}
