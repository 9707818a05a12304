package io.filon.intake.infer;

import io.filon.intake.file.RawTable;
import io.filon.intake.infer.amount.Equations;
import io.filon.intake.infer.amount.PieceOrLine;
import io.filon.intake.infer.amount.ShippingInside;
import io.filon.intake.infer.amount.StatedTotals;
import io.filon.intake.infer.amount.Sums;
import io.filon.intake.infer.amount.WholePercents;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Settles by arithmetic what headers leave open: is `price` of the piece or of the line, is `total` of the line or
/// of the order, is `discount` money or a share.
final class Amounts {

    /// Columns of each sort tried as pieces and as totals.
    private static final int MOST_TRIED = 6;

    private final Store store;
    private final Sums sums;
    private final PieceOrLine pieces;
    private final ShippingInside shipping;
    private final WholePercents percents;
    private final List<Doubt> doubts;

    /// @param doubts to add to
    Amounts(Store store, List<Doubt> doubts) {
        this.store = store;
        this.sums = new Sums(store, doubts);
        this.pieces = new PieceOrLine(store);
        this.shipping = new ShippingInside(store);
        this.percents = new WholePercents(store, doubts);
        this.doubts = doubts;
    }

    void settle(Draft draft) {
        boolean parts = draft.statuses.containsValue("goods") || draft.statuses.containsValue("sum");
        if (draft.kind == Kind.ORDER_LINES && parts) {
            return;
        }
        if (draft.kind == Kind.ORDER_LINES) {
            if (draft.inferred()) {
                lines(draft);
            }
            sums.refundsOfLines(draft);
        }
        if (draft.kind == Kind.ORDERS && draft.inferred()) {
            rate(draft);
            profitShare(draft);
            sums.ofOrders(draft);
            shippingPaid(draft);
        }
        if (draft.kind == Kind.PRODUCTS) {
            draft.turn(Role.COST, Role.UNIT_COST, "values");
        }
    }

    private void lines(Draft draft) {
        sums.ofWholeOrders(draft);
        discount(draft);
        profitShare(draft);
        pieces(draft);
        pieceByPiece(draft);
        pricePerUnit(draft);
        percents.settle(draft);
        shipping.settle(draft);
        afterDiscount(draft);
        // shipping beside the goods was found by taking the discount off
        boolean open = sums.ofLines(draft) && !percents.paid(draft) && !draft.settings.containsKey("beside");
        new StatedTotals(store).settle(draft);
        priceCalledCost(draft);
        costOfLine(draft);
        costPerUnit(draft);
        orderTotal(draft);
        if (open) {
            doubts.add(new Doubt(
                    "discount_apart",
                    draft.raw.file(),
                    draft.column(Role.DISCOUNT).orElseThrow().header(),
                    2,
                    List.of()));
        }
    }

    /// A margin between 0 and 1 on every row is a share of what was sold.
    private static void profitShare(Draft draft) {
        draft.column(Role.PROFIT)
                .filter(column -> isShare(column)
                        && column.header().toLowerCase(Locale.ROOT).matches(".*(margin|margen|marge).*"))
                .ifPresent(column -> draft.assign(column.index(), Role.PROFIT_RATE, "values"));
    }

    /// The total of an order is what was paid: of a discount that is a share, nothing is left to take off it.
    private static void rate(Draft draft) {
        draft.column(Role.ORDER_DISCOUNT)
                .filter(column -> isSigned(column) || isShare(column))
                .ifPresent(column -> draft.assign(column.index(), Role.IGNORED, "values"));
    }

    private void discount(Draft draft) {
        draft.column(Role.DISCOUNT)
                .filter(column -> !draft.has(Role.DISCOUNT_RATE) && isRate(column))
                .ifPresent(column -> draft.assign(column.index(), Role.DISCOUNT_RATE, "values"));
        draft.column(Role.DISCOUNT_RATE)
                .filter(column -> column.share(text -> Math.abs(value(text)) > 100) > 0)
                .ifPresent(column -> draft.assign(column.index(), Role.DISCOUNT, "values"));
    }

    /// An *amount* of 1, 2 or 3 beside a price says how many, not how much.
    private static void pieces(Draft draft) {
        Optional<ColumnProfile> amount = draft.column(Role.AMOUNT);
        boolean count = amount.isPresent()
                && !draft.corrected(amount.get().index())
                && !draft.has(Role.QUANTITY)
                && draft.has(Role.UNIT_PRICE)
                && Headerless.count(amount.get());
        if (count) {
            draft.assign(amount.get().index(), Role.QUANTITY, "values");
        }
    }

    /// What is read as the amount is the price of one piece where, times one column without a role, it gives another.
    private void pieceByPiece(Draft draft) {
        Optional<ColumnProfile> price = draft.column(Role.AMOUNT);
        if (price.isEmpty() || draft.corrected(price.get().index()) || draft.hasAny(Role.QUANTITY, Role.UNIT_PRICE)) {
            return;
        }
        List<ColumnProfile> counts = draft.unassigned().stream()
                .filter(Headerless::count)
                .limit(MOST_TRIED)
                .toList();
        List<ColumnProfile> totals = draft.unassigned().stream()
                .filter(column -> column.shapes().numbers() > 0.95 && !Headerless.count(column))
                .limit(MOST_TRIED)
                .toList();
        for (ColumnProfile count : counts) {
            for (ColumnProfile total : totals) {
                if (times(draft, price.get(), count, total)) {
                    draft.assign(price.get().index(), Role.UNIT_PRICE, "values");
                    draft.assign(count.index(), Role.QUANTITY, "values");
                    draft.assign(total.index(), Role.AMOUNT, "values");
                    return;
                }
            }
        }
    }

    private boolean times(Draft draft, ColumnProfile price, ColumnProfile count, ColumnProfile total) {
        return holds(draft, price, count, total, "a * b - c", "b > 1 and a <> 0");
    }

    /// Whether an equation holds in nearly all rows that can tell.
    ///
    /// @param off  SQL of the three columns, called `a`, `b` and `c`, that is 0 where it holds
    /// @param when SQL of the rows that can tell
    private boolean holds(Draft draft, ColumnProfile a, ColumnProfile b, ColumnProfile c, String off, String when) {
        return store.number(Sql.of("""
                        with lines as (
                            select %1$s as a, %2$s as b, %3$s as c from %4$s
                        )
                        select
                            case
                                when count(*) > 5 and count(*) filter (abs(%5$s) <= 0.02) * 100 >= count(*) * 95 then 1
                                else 0
                            end
                        from lines
                        where %6$s and %5$s is not null
                        """.formatted(
                                number(draft, a), number(draft, b), number(draft, c), source(draft.raw), off, when)))
                == 1;
    }

    /// Where, in nearly every row with a discount, another column is the amount less the discount, that one was paid.
    private void afterDiscount(Draft draft) {
        Optional<ColumnProfile> amount = draft.column(Role.AMOUNT);
        Optional<ColumnProfile> discount = draft.column(Role.DISCOUNT);
        if (amount.isEmpty()
                || discount.isEmpty()
                || draft.corrected(amount.get().index())) {
            return;
        }
        draft.unassigned().stream()
                .filter(other ->
                        other.shapes().numbers() > 0.95 && other.shapes().wholes() < 0.95)
                .filter(other -> holds(draft, amount.get(), discount.get(), other, "a - abs(b) - c", "abs(b) > 0.02"))
                .findFirst()
                .ifPresent(paid -> {
                    draft.assign(
                            amount.get().index(),
                            draft.has(Role.LIST_AMOUNT) ? Role.IGNORED : Role.LIST_AMOUNT,
                            "values");
                    draft.assign(paid.index(), Role.AMOUNT, "values");
                });
    }

    /// What is called the cost of shipping was charged to the customer where the total holds it.
    private void shippingPaid(Draft draft) {
        Optional<ColumnProfile> shipping = draft.column(Role.SHIPPING_COST);
        Optional<ColumnProfile> subtotal = draft.column(Role.ORDER_SUBTOTAL);
        Optional<ColumnProfile> total = draft.column(Role.ORDER_TOTAL);
        if (shipping.isEmpty() || subtotal.isEmpty() || total.isEmpty() || draft.has(Role.SHIPPING_CHARGED)) {
            return;
        }
        String tax = draft.column(Role.ORDER_TAX)
                .map(column -> "coalesce(%s, 0)".formatted(number(draft, column)))
                .orElse("0");
        long inside = store.number(Sql.of("""
                with orders as (
                    select %1$s as shipping, %2$s - %3$s - %4$s as rest from %5$s
                )
                select case when count(*) filter (abs(rest - shipping) <= 0.02) * 2 > count(*) then 1 else 0 end
                from orders
                where shipping > 0 and rest is not null
                """.formatted(
                        number(draft, shipping.get()),
                        number(draft, total.get()),
                        number(draft, subtotal.get()),
                        tax,
                        source(draft.raw))));
        if (inside == 1) {
            draft.assign(shipping.get().index(), Role.SHIPPING_CHARGED, "values");
        }
    }

    private static boolean isRate(ColumnProfile column) {
        // a few round figures; unless the header says that they are money
        boolean steps = column.distinct() <= 15
                && !column.header().toLowerCase(Locale.ROOT).matches(".*(amount|importe|amt|total).*")
                && column.share(text -> value(text) >= 0 && value(text) <= 100 && value(text) % 5 == 0) == 1
                && column.share(text -> value(text) > 0) > 0;
        return isSigned(column) || isShare(column) || steps;
    }

    private static boolean isSigned(ColumnProfile column) {
        return column.share(text -> text.endsWith("%")) > 0.5 || column.header().contains("%");
    }

    private static boolean isShare(ColumnProfile column) {
        return column.share(text -> Math.abs(value(text)) <= 1) == 1
                && column.share(text -> value(text) > 0 && value(text) < 1) > 0;
    }

    private static double value(String text) {
        try {
            return Double.parseDouble(text.replace("%", "").replace(',', '.').strip());
        } catch (NumberFormatException notPlain) {
            return 1000;
        }
    }

    /// A bare price: of the piece, unless it grows with the quantity of the same product.
    private void pricePerUnit(Draft draft) {
        if (!draft.has(Role.QUANTITY)) {
            if (!draft.has(Role.AMOUNT)) {
                draft.turn(Role.UNIT_PRICE, Role.AMOUNT, "values"); // no quantity: the price is the line's
            }
            return;
        }
        draft.column(Role.UNIT_PRICE)
                .filter(price -> !draft.has(Role.AMOUNT) && pieces.ofLine(draft, price))
                .ifPresent(price -> draft.assign(price.index(), Role.AMOUNT, "values"));
        draft.column(Role.AMOUNT)
                .filter(amount -> !draft.has(Role.UNIT_PRICE) && saysPrice(amount.header()))
                .filter(amount -> pieces.ofPiece(draft, amount))
                .ifPresent(amount -> draft.assign(amount.index(), Role.UNIT_PRICE, "values"));
    }

    private static boolean saysPrice(String header) {
        return header.toLowerCase(Locale.ROOT).matches(".*(price|precio|pvp|preco|preço|prix|preis).*");
    }

    /// What a piece cost the buyer: times the pieces, it is what they were sold for, so it is no cost of the seller's.
    private void priceCalledCost(Draft draft) {
        Optional<ColumnProfile> quantity = draft.column(Role.QUANTITY);
        Optional<ColumnProfile> cost = draft.column(Role.UNIT_COST).or(() -> draft.column(Role.COST));
        if (quantity.isEmpty() || cost.isEmpty() || draft.has(Role.UNIT_PRICE)) {
            return;
        }
        boolean sold = Stream.of(Role.AMOUNT, Role.LIST_AMOUNT)
                .flatMap(role -> draft.column(role).stream())
                .anyMatch(amount -> times(draft, cost.get(), quantity.get(), amount));
        if (sold) {
            draft.assign(cost.get().index(), Role.UNIT_PRICE, "values");
        }
    }

    /// Of two costs the one that is the other by the pieces is the line's, whatever their headers say.
    private void costOfLine(Draft draft) {
        Optional<ColumnProfile> quantity = draft.column(Role.QUANTITY);
        Optional<ColumnProfile> line = draft.column(Role.COST);
        Optional<ColumnProfile> piece = draft.column(Role.UNIT_COST);
        boolean said = Stream.of(line, piece).flatMap(Optional::stream).anyMatch(each -> draft.corrected(each.index()));
        if (quantity.isEmpty() || line.isEmpty() || piece.isEmpty() || said) {
            return;
        }
        if (times(draft, line.get(), quantity.get(), piece.get())) { // their headers are the wrong way round
            draft.assign(line.get().index(), Role.UNIT_COST, "values");
            draft.assign(piece.get().index(), Role.COST, "values");
        }
    }

    private void costPerUnit(Draft draft) {
        Optional<ColumnProfile> quantity = draft.column(Role.QUANTITY);
        Optional<ColumnProfile> cost = draft.column(Role.COST);
        if (quantity.isEmpty() || cost.isEmpty() || draft.has(Role.UNIT_COST)) {
            return;
        }
        boolean perUnit = (draft.has(Role.PROFIT) && draft.has(Role.AMOUNT))
                ? !profitIsAmountLessCost(draft, cost.get())
                : draft.hasAny(Role.PRODUCT_ID, Role.PRODUCT)
                        && draft.raw.rows() > 20
                        && quantity.get().distinct() > 1
                        && pieces.ofPiece(draft, cost.get());
        if (perUnit) {
            draft.assign(cost.get().index(), Role.UNIT_COST, "values");
        }
    }

    private boolean profitIsAmountLessCost(Draft draft, ColumnProfile cost) {
        String amount = number(draft, draft.column(Role.AMOUNT).orElseThrow());
        String profit = number(draft, draft.column(Role.PROFIT).orElseThrow());
        long odd = store.number(Sql.of("""
                select count(*) filter (abs(%1$s - %2$s - %3$s) > 0.02 + 0.01 * abs(%1$s)) * 100 // greatest(count(*), 1)
                from %4$s
                """.formatted(amount, number(draft, cost), profit, source(draft.raw))));
        return odd <= 10;
    }

    /// An amount that is the same on all lines of each order belongs to the order.
    private void orderTotal(Draft draft) {
        Optional<ColumnProfile> order = draft.column(Role.ORDER_ID);
        Optional<ColumnProfile> amount = draft.column(Role.AMOUNT);
        boolean open = !draft.has(Role.ORDER_TOTAL) || (draft.has(Role.UNIT_PRICE) && draft.has(Role.QUANTITY));
        if (!open
                || order.isEmpty()
                || amount.isEmpty()
                || draft.corrected(amount.get().index())) {
            return;
        }
        long repeated = store.number(
                Sql.of("""
                with orders as (
                    select count(*) as lines, count(distinct c%2$d) as amounts
                    from %3$s
                    where c%1$d is not null
                    group by c%1$d
                    having count(*) > 1
                )
                select case when count(*) > 2 and count(*) filter (amounts > 1) * 50 <= count(*) then 1 else 0 end
                from orders
                """.formatted(order.get().index(), amount.get().index(), source(draft.raw))));
        if (repeated == 1) {
            draft.assign(amount.get().index(), Role.ORDER_TOTAL, "values");
        }
    }

    /// SQL that reads a column as a number, good enough for comparing.
    static String number(Draft draft, ColumnProfile column) {
        return Equations.number(draft, column);
    }

    static String source(RawTable raw) {
        return Equations.source(raw);
    }

    /// All rows, but for a streamed file, which is only looked at.
    static String whole(RawTable raw) {
        return raw.streamed() ? source(raw) : Sql.name(raw.table());
    }
}
