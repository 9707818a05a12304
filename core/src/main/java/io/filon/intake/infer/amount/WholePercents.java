package io.filon.intake.infer.amount;

import static io.filon.intake.infer.amount.Equations.number;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a discount in whole numbers is per cent. What was paid proves it; else it is assumed, and the reader told,
/// where as money it would be more than some lines come to, or where it does not grow with them.
public final class WholePercents {

    /// Different percentages that a shop has at most.
    private static final int MOST = 40;

    private final Store store;
    private final PieceOrLine growth;
    private final List<Doubt> doubts;

    /// @param doubts to add to
    public WholePercents(Store store, List<Doubt> doubts) {
        this.store = store;
        this.growth = new PieceOrLine(store);
        this.doubts = doubts;
    }

    /// Lines whose amount is worked out from the price.
    public void settle(MoneyFile file) {
        // beside a total of the order it may be of the whole order, which the sums tell
        boolean said = Stream.of(Role.AMOUNT, Role.ORDER_TOTAL, Role.ORDER_SUBTOTAL)
                .anyMatch(role -> file.sum(role).isPresent());
        Optional<ColumnProfile> discount = discount(file).filter(_ -> !said);
        Optional<String> line = line(file);
        if (discount.isPresent() && line.isPresent()) {
            boolean percent = told(file, discount.get(), line.get(), "discount > line + 0.02", 2, 0.01)
                    || (several(discount.get()) && growth.keeps(file, discount.get(), line.get()));
            if (percent) {
                file.settle(discount.get(), Role.DISCOUNT_RATE);
                doubts.add(new Doubt(
                        "discount_percent", file.raw().file(), discount.get().header(), 2, List.of()));
            }
        }
    }

    /// Whether amounts are so much per cent less than price by quantity; for lines where no sum says it.
    public boolean paid(MoneyFile file) {
        Optional<ColumnProfile> discount = discount(file);
        Optional<ColumnProfile> amount = file.sum(Role.AMOUNT);
        Optional<String> line = line(file);
        if (discount.isEmpty() || amount.isEmpty() || line.isEmpty()) {
            return false;
        }
        String off = "abs(line * (100 - discount) / 100 - abs(%s)) <= 0.02".formatted(number(file, amount.get()));
        boolean paid = told(file, discount.get(), line.get(), off, 3, Equations.HOLDS);
        if (paid) {
            file.settle(discount.get(), Role.DISCOUNT_RATE);
        }
        return paid;
    }

    private static Optional<ColumnProfile> discount(MoneyFile file) {
        return file.sum(Role.DISCOUNT)
                .filter(column -> !file.corrected(column.index()) && whole(column))
                .filter(_ -> file.column(Role.DISCOUNT_RATE).isEmpty());
    }

    private static Optional<String> line(MoneyFile file) {
        return file.sum(Role.UNIT_PRICE)
                .or(() -> file.sum(Role.UNIT_LIST_PRICE))
                .flatMap(price -> file.sum(Role.QUANTITY)
                        .map(quantity -> "%s * %s".formatted(number(file, price), number(file, quantity))));
    }

    private static boolean whole(ColumnProfile discount) {
        return discount.distinct() <= MOST
                && !discount.header().toLowerCase(Locale.ROOT).matches(".*(amount|importe|amt|total).*")
                && discount.share(text -> text.matches("\\d{1,2}([.,]0+)?|100([.,]0+)?")) == 1;
    }

    /// A single voucher may be of money or of per cent.
    private static boolean several(ColumnProfile discount) {
        return discount.values().stream()
                        .filter(value -> !value.text().matches("[0.,]+"))
                        .count()
                > 2;
    }

    /// Whether something holds in so many of the rows with a discount, and in so large a share of them.
    private boolean told(MoneyFile file, ColumnProfile discount, String line, String holds, int rows, double share) {
        return store.holds(
                Sql.of("""
                        with lines as (
                            select *, abs(%1$s) as discount, abs(%2$s) as line from %3$s
                        )
                        select count(*) filter (%4$s) >= greatest(%5$d, count(*) * %6$s)
                        from lines
                        where discount > 0 and line > 0
                        """.formatted(number(file, discount), line, Equations.source(file.raw()), holds, rows, share)));
    }
}
