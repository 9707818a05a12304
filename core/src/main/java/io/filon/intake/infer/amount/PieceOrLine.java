package io.filon.intake.infer.amount;

import static io.filon.intake.infer.amount.Equations.number;

import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

// Idea: over the logarithms, what a line came to grows as its quantity does (slope 1), what a piece cost does not
// (slope 0). The slope is fitted within each product first; where products hardly repeat, over all lines. It tells
// when it is two standard errors away from one half.
// Misleads over all lines where dear goods are bought one by one and cheap ones by the hundred; so it is not fitted
// over all lines when the header has a word for totals.

/// Whether a column of money is of one piece or of the whole line.
public final class PieceOrLine {

    private enum Of {
        PIECE,
        LINE,
        OPEN
    }

    private static final double HALF = 0.5;

    /// Standard errors that the slope must be off one half.
    private static final double SURE = 2;

    /// Further standard errors where degrees of freedom are few, divided by their square: close to Student's t.
    private static final double FEW = 10;

    /// Returned lines needed for the sign of their money to tell.
    private static final int BACK = 2;

    private final Store store;

    public PieceOrLine(Store store) {
        this.store = store;
    }

    /// Whether it is of one piece; also where nothing tells and its header says nothing of a total.
    public boolean ofPiece(MoneyFile file, ColumnProfile money) {
        Of of = of(file, money);
        return of == Of.PIECE || (of == Of.OPEN && !saysTotal(money));
    }

    public boolean ofLine(MoneyFile file, ColumnProfile money) {
        return of(file, money) == Of.LINE;
    }

    /// Whether discounts stay as they are however much the lines come to, as percentages do.
    boolean keeps(MoneyFile file, ColumnProfile discount, String line) {
        return grows(file, number(file, discount), line, "1") == Of.PIECE;
    }

    /// Whether some money grows as the lines do, which a rate of it does not.
    boolean growsWith(MoneyFile file, ColumnProfile money, String line) {
        return grows(file, number(file, money), line, "1") == Of.LINE;
    }

    private Of of(MoneyFile file, ColumnProfile money) {
        Optional<ColumnProfile> quantity = file.column(Role.QUANTITY);
        if (quantity.isEmpty()) {
            return Of.OPEN;
        }
        Optional<ColumnProfile> product =
                file.column(Role.PRODUCT_ID).or(() -> file.column(Role.PRODUCT)).filter(each -> !each.empty());
        String moneys = number(file, money);
        String quantities = number(file, quantity.get());
        Of within = product.map(each -> grows(file, moneys, quantities, "c" + each.index()))
                .orElse(Of.OPEN);
        if (within != Of.OPEN) {
            return within;
        }
        if (keepsItsSign(file, money, quantity.get())) {
            return Of.PIECE;
        }
        return saysTotal(money) ? Of.OPEN : grows(file, moneys, quantities, "1");
    }

    private static boolean saysTotal(ColumnProfile money) {
        return money.header().toLowerCase(Locale.ROOT).matches(".*(total|line|importe|l[ií]nea|amount).*");
    }

    /// Whether money grows as pieces do among rows with the same `by`: then it is of the line. All are SQL of a row.
    private Of grows(MoneyFile file, String money, String pieces, String by) {
        Map<String, Object> found = new HashMap<>();
        store.stream(Sql.of("""
                        with cells as (
                            select %1$s as product, abs(%2$s) as money, abs(%3$s) as pieces from %4$s
                        ),
                        logs as (
                            select
                                product,
                                ln(money) - avg(ln(money)) over same   as money,
                                ln(pieces) - avg(ln(pieces)) over same as pieces,
                                max(pieces) over same > min(pieces) over same as differs
                            from cells
                            where money > 0 and pieces > 0 and product is not null
                            window same as (partition by product)
                        )
                        select
                            sum(pieces * pieces)               as pieces,
                            sum(pieces * money)                as both,
                            sum(money * money)                 as money,
                            count(*) - count(distinct product) as free
                        from logs
                        where differs
                        """.formatted(by, money, pieces, Equations.source(file.raw()))), found::putAll);
        double spread = value(found, "pieces").orElse(0);
        if (spread <= 0) {
            return Of.OPEN;
        }
        double slope = value(found, "both").orElse(0) / spread;
        double left = Math.max(0, value(found, "money").orElse(0) - slope * slope * spread);
        double free = value(found, "free").orElse(0) - 1;
        // two lines show no error: then only what keeps to one of the two tells
        double error = free < 1 ? Math.abs(slope - Math.rint(slope)) : Math.sqrt(left / free / spread);
        if (Math.abs(slope - HALF) <= (SURE + FEW / Math.pow(Math.max(1, free), 2)) * error) {
            return Of.OPEN;
        }
        return slope > HALF ? Of.LINE : Of.PIECE;
    }

    /// Where returned pieces have a minus, a price that has none is of the piece: what a line came to would have one.
    private boolean keepsItsSign(MoneyFile file, ColumnProfile money, ColumnProfile quantity) {
        return store.holds(
                Sql.of("""
                        with lines as (
                            select %1$s as money, %2$s as pieces from %3$s
                        )
                        select
                            count(*) filter (pieces < 0 and money > 0) >= %4$d
                            and count(*) filter (money < 0) = 0
                        from lines
                        """.formatted(number(file, money), number(file, quantity), Equations.source(file.raw()), BACK)));
    }

    private static OptionalDouble value(Map<String, Object> found, String name) {
        return found.get(name) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }
}
