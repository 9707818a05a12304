package io.filon.report.section;

import io.filon.report.section.Hidden.Group;
import io.filon.report.section.HiddenTables.Row;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A hidden segment in words: who it is, what it leaves, and what can be done with it.
final class HiddenWords {

    /// A mailing to fewer teaches nothing.
    private static final long FEWEST_MAILS = 30;

    /// What advertising platforms ask of a list from which people alike are sought.
    private static final long SEED_LIST = 100;

    /// Beyond it a bound is none.
    private static final BigDecimal ENDLESS = new BigDecimal("1000000000000");

    private record Condition(
            String side,
            int place,
            String attribute,
            boolean named,
            boolean spoken,
            String kind,
            String value,
            @Nullable Double low,
            @Nullable Double high) {}

    private final String lens;
    private final BigDecimal mean;
    private final List<Condition> conditions;

    /// @param mean of all the lens's customers
    HiddenWords(Store store, String lens, BigDecimal mean) {
        this.lens = lens;
        this.mean = mean;
        this.conditions = store.query(
                Sql.of("select * from hidden_conditions where lens = ? order by side, place, number", lens),
                Condition.class);
    }

    Group group(Row row, long customers) {
        Phrase who = who(row);
        boolean lead = row.grade().equals("lead");
        boolean ranged =
                row.low().abs().compareTo(ENDLESS) < 0 && row.high().abs().compareTo(ENDLESS) < 0;
        BigDecimal size = BigDecimal.valueOf(row.customers());
        BigDecimal extra = row.extra(mean);
        boolean gains = row.side().equals("high");
        boolean costs = ranged && row.high().signum() < 0;
        boolean positive = mean.signum() > 0 && row.mean().signum() > 0;
        String failing = failing(row);
        return new Group(
                who,
                Phrase.of(
                        gains ? "hidden.more" : costs ? "hidden.costs" : less(row),
                        new Value.Said(who),
                        new Value.Count(row.customers()),
                        new Value.Share((double) row.customers() / Math.max(1, customers)),
                        new Value.Money(row.mean()),
                        new Value.Money(mean)),
                row.customers(),
                row.mean(),
                ranged ? row.low() : null,
                ranged ? row.high() : null,
                positive ? row.mean().divide(mean, 4, RoundingMode.HALF_UP).doubleValue() : null,
                extra,
                ranged && !lead
                        ? (gains ? row.low() : row.high()).subtract(mean).multiply(size)
                        : null,
                costs,
                row.held(),
                row.periods(),
                row.bestShare(),
                row.withEmail(),
                row.withPhone(),
                failing.isEmpty(),
                Phrase.of(
                        failing.isEmpty() ? doing(row, costs) : "hidden.act.not." + failing,
                        new Value.Count(row.withEmail()),
                        new Value.Count(row.held()),
                        new Value.Count(row.periods()),
                        new Value.Count(row.withPhone())),
                row.toSettle(),
                row.rule(),
                row.countSql());
    }

    /// Why nothing can be done with it today; empty when something can.
    private String failing(Row row) {
        if (row.handle().equals("none")) {
            return "reach";
        }
        if (row.periods() >= 2 && 2 * row.held() <= row.periods()) {
            return "time";
        }
        boolean low = row.side().equals("low");
        if (low || !row.handle().equals("crm")) {
            return "";
        }
        if (attracts()) {
            return row.withEmail() < SEED_LIST ? "seed" : "";
        }
        return Math.max(row.withEmail(), row.withPhone()) < FEWEST_MAILS ? "addresses" : "";
    }

    /// A group that leaves less than the others need not leave anything.
    private static String less(Row row) {
        return row.mean().signum() > 0 ? "hidden.less" : "hidden.nothing_left";
    }

    /// @param costs whether serving them costs more than they leave
    private String doing(Row row, boolean costs) {
        if (row.side().equals("low")) {
            return "hidden.act.low." + (attracts() ? row.handle() : costs ? "grow" : "less");
        }
        if (!attracts()) {
            return row.withEmail() >= FEWEST_MAILS
                    ? "hidden.act.mail"
                    : row.withPhone() >= FEWEST_MAILS ? "hidden.act.phone" : "hidden.act." + row.handle();
        }
        return row.handle().equals("crm") ? "hidden.act.seed" : "hidden.act." + row.handle();
    }

    private boolean attracts() {
        return !lens.equals("grow");
    }

    private Phrase who(Row row) {
        List<Value> parts = conditions.stream()
                .filter(condition -> condition.side.equals(row.side()) && condition.place == row.place())
                .<Value>map(condition -> new Value.Said(part(condition)))
                .toList();
        return new Phrase("hidden.who." + parts.size(), parts);
    }

    private static Phrase part(Condition condition) {
        if (condition.kind.equals("is")) {
            return ApartTables.label(condition.attribute, condition.named, condition.value, condition.spoken);
        }
        Value name = ApartTables.label(condition.attribute, condition.named, "", false)
                .values()
                .getFirst();
        return Phrase.of("hidden." + condition.kind, name, number(condition.low), number(condition.high));
    }

    private static Value number(@Nullable Double bound) {
        double value = bound == null ? 0 : bound;
        return new Value.Decimal(value, value == Math.rint(value) ? 0 : 2);
    }
}
