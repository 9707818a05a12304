package io.filon.intake.infer.amount;

import static io.filon.intake.infer.amount.Equations.larger;
import static io.filon.intake.infer.amount.Equations.orZero;
import static io.filon.intake.infer.amount.Equations.size;
import static io.filon.intake.infer.amount.Equations.some;
import static io.filon.intake.infer.amount.Equations.value;

import io.filon.intake.infer.amount.Equations.Claim;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether amounts are before or after a discount, or a refund, that has a column of its own.
final class Discounts {

    private final Equations equations;
    private final List<Doubt> doubts;

    Discounts(Equations equations, List<Doubt> doubts) {
        this.equations = equations;
        this.doubts = doubts;
    }

    /// @param before  what the goods came to before
    /// @param after   what is left of it
    /// @param refunds whether what came back is off it, too
    private record Cut(ColumnProfile before, ColumnProfile after, boolean refunds) {}

    /// Where a column says what the goods of an order came to before discounts and refunds, that is its subtotal, and
    /// they come off it; where only what is left has a role, they are off already.
    void ofOrders(MoneyFile file) {
        shares(file);
        List<ColumnProfile> cuts = Stream.of(Role.ORDER_DISCOUNT, Role.REFUNDED)
                .flatMap(role -> file.sum(role).stream())
                .toList();
        if (cuts.isEmpty() || file.settings().containsKey("amount")) {
            return;
        }
        List<ColumnProfile> sums = file.figures(Role.ORDER_SUBTOTAL, Role.ORDER_TOTAL);
        List<Claim<Cut>> claims = new ArrayList<>();
        for (List<ColumnProfile> set : cuts.size() > 1 ? List.of(cuts, List.of(cuts.getFirst())) : List.of(cuts)) {
            String off = set.stream().map(cut -> size(value(cut))).collect(Collectors.joining(" + "));
            for (ColumnProfile before : sums) {
                sums.stream()
                        .filter(after -> !after.equals(before))
                        .map(after -> new Claim<>(
                                new Cut(before, after, set.stream().anyMatch(each -> file.is(each, Role.REFUNDED))),
                                // no more can come off than there was
                                "%s - (%s) - %s%s"
                                        .formatted(value(before), off, value(after), larger(value(before), off)),
                                off + " > 0.02"))
                        .forEach(claims::add);
            }
        }
        equations.first(file, claims).ifPresent(cut -> cutOff(file, cut));
        inside(file);
    }

    /// Where a price less a share of it is another column, that one was paid; orders of which nothing was paid, as
    /// where nobody came, say nothing against it.
    private void shares(MoneyFile file) {
        Optional<ColumnProfile> price = file.sum(Role.ORDER_TOTAL).filter(total -> !file.corrected(total.index()));
        if (price.isEmpty()) {
            return;
        }
        List<Claim<ColumnProfile>> claims = new ArrayList<>();
        List<ColumnProfile> figures = file.figures();
        // three nights are no three per cent: the file must call it a share
        for (ColumnProfile share : figures.stream().filter(Discounts::isShare).toList()) {
            for (ColumnProfile paid : figures) {
                if (!paid.equals(share)) {
                    claims.add(new Claim<>(
                            paid,
                            "%1$s * (1 - %2$s / 100) - %3$s".formatted(value(price.get()), value(share), value(paid)),
                            "%1$s between 1 and 100 and %2$s <> 0".formatted(value(share), value(paid))));
                }
            }
        }
        equations.first(file, claims).ifPresent(paid -> {
            file.settle(price.get(), Role.IGNORED);
            file.settle(paid, Role.ORDER_TOTAL);
        });
    }

    private static boolean isShare(ColumnProfile column) {
        return column.shapes().percents() > 0.5
                || column.header().toLowerCase(Locale.ROOT).matches(".*(%|pct|percent|porcentaje).*");
    }

    private static void cutOff(MoneyFile file, Cut cut) {
        if (file.corrected(cut.before.index()) || file.corrected(cut.after.index())) {
            return;
        }
        if (file.is(cut.after, Role.ORDER_SUBTOTAL)) {
            file.settle(cut.after, Role.IGNORED);
            file.settle(cut.before, Role.ORDER_SUBTOTAL);
        } else if (!file.is(cut.before, Role.ORDER_SUBTOTAL)) {
            // the total is what was paid: a refund is off it, a discount is put back when orders are worked out
            file.move(Role.ORDER_TOTAL, cut.after);
            if (cut.refunds) {
                file.column(Role.REFUNDED).ifPresent(refund -> file.settle(refund, Role.IGNORED));
            }
        }
    }

    /// Where the total is the subtotal with tax and shipping, the discount is off the subtotal already.
    private void inside(MoneyFile file) {
        Optional<ColumnProfile> discount = file.sum(Role.ORDER_DISCOUNT);
        Optional<ColumnProfile> subtotal = file.sum(Role.ORDER_SUBTOTAL);
        Optional<ColumnProfile> total = file.sum(Role.ORDER_TOTAL);
        if (discount.isEmpty() || subtotal.isEmpty() || total.isEmpty()) {
            return;
        }
        String off = "abs(%s)".formatted(value(discount.get()));
        List<Claim<Boolean>> claims = new ArrayList<>();
        for (boolean inside : new boolean[] {false, true}) {
            for (String more : more(file)) {
                claims.add(new Claim<>(
                        inside,
                        "%s%s - %s%s"
                                .formatted(value(subtotal.get()), more, value(total.get()), inside ? "" : " - " + off),
                        off + " > 0.02"));
            }
        }
        if (equations.first(file, claims).orElse(false)) {
            file.settings().put("amount", "with_order_discount");
        }
    }

    private static List<String> more(MoneyFile file) {
        List<String> more = new ArrayList<>(List.of(""));
        for (Role role : List.of(Role.ORDER_TAX, Role.SHIPPING_CHARGED, Role.SHIPPING_COST)) {
            file.sum(role)
                    .ifPresent(column -> more.addAll(more.stream()
                            .map(sum -> sum + " + " + orZero(value(column)))
                            .toList()));
        }
        return more;
    }

    /// Where no amount is known: the column that is so many pieces at their price, or the list amount, less the
    /// discount.
    void net(MoneyFile file) {
        Optional<ColumnProfile> discount = file.sum(Role.DISCOUNT);
        Optional<String> priced = priced(file, Role.UNIT_PRICE)
                .or(() -> file.sum(Role.LIST_AMOUNT).map(Equations::value));
        if (discount.isEmpty() || priced.isEmpty() || file.column(Role.AMOUNT).isPresent()) {
            return;
        }
        String off = "abs(%s)".formatted(value(discount.get()));
        String when = off + " > 0.02";
        List<ColumnProfile> figures = file.figures(2 * MoneyFile.MOST_TRIED, Role.LIST_AMOUNT);
        List<Claim<ColumnProfile>> claims = figures.stream()
                .map(each -> new Claim<>(each, "%s - %s - %s".formatted(priced.get(), off, value(each)), when))
                .toList();
        equations.first(file, claims).ifPresent(amount -> {
            List<Claim<ColumnProfile>> lists = figures.stream()
                    .map(each -> new Claim<>(each, "%s - %s".formatted(priced.get(), value(each)), when))
                    .toList();
            file.column(Role.LIST_AMOUNT).ifPresent(old -> file.settle(old, Role.IGNORED));
            equations.first(file, lists).ifPresent(list -> file.settle(list, Role.LIST_AMOUNT));
            file.settle(amount, Role.AMOUNT);
        });
    }

    /// Where an amount less a share of it is what another column says, that was paid. An amount that is so many pieces
    /// at their price is before the share, but it may be the price of what was left: the reader is told.
    void ofRates(MoneyFile file) {
        Optional<ColumnProfile> rate = file.sum(Role.DISCOUNT_RATE).or(() -> file.sum(Role.DISCOUNT));
        Optional<ColumnProfile> amount = file.sum(Role.AMOUNT).filter(each -> !file.corrected(each.index()));
        if (rate.isEmpty() || amount.isEmpty()) {
            return;
        }
        Optional<ColumnProfile> paid = equations.first(file, paid(file, rate.get(), amount.get()));
        if (paid.isPresent()) {
            if (!paid.get().equals(amount.get())) {
                file.settle(rate.get(), Role.DISCOUNT_RATE);
                before(file, amount.get());
                file.settle(paid.get(), Role.AMOUNT);
            }
        } else if (file.is(rate.get(), Role.DISCOUNT_RATE)) {
            boolean priced = priced(file, rate.get(), amount.get());
            if (priced) {
                before(file, amount.get());
            }
            if (priced || lists(file).isEmpty()) {
                String code = priced ? "discount_rate_apart" : "discount_apart";
                doubts.add(new Doubt(
                        code,
                        file.raw().file(),
                        rate.get().header(),
                        2,
                        List.of(amount.get().header())));
            }
        }
    }

    private static List<Claim<ColumnProfile>> paid(MoneyFile file, ColumnProfile rate, ColumnProfile amount) {
        String when = "%s <> 0".formatted(value(rate));
        List<Claim<ColumnProfile>> claims = new ArrayList<>();
        for (String list : lists(file)) {
            claims.add(new Claim<>(amount, "abs(%s) * %s - abs(%s)".formatted(list, left(rate), value(amount)), when));
        }
        for (ColumnProfile other : file.figures()) {
            claims.add(new Claim<>(other, "%s * %s - %s".formatted(value(amount), left(rate), value(other)), when));
        }
        return claims;
    }

    private boolean priced(MoneyFile file, ColumnProfile rate, ColumnProfile amount) {
        List<Claim<Boolean>> claims = priced(file, Role.UNIT_PRICE).stream()
                .map(list ->
                        new Claim<>(true, "%s - %s".formatted(list, value(amount)), "%s <> 0".formatted(value(rate))))
                .toList();
        return equations.first(file, claims).isPresent();
    }

    private static void before(MoneyFile file, ColumnProfile amount) {
        file.settle(amount, file.column(Role.LIST_AMOUNT).isPresent() ? Role.IGNORED : Role.LIST_AMOUNT);
    }

    /// SQL of the share that a rate, as per cent or of 1, leaves.
    static String left(ColumnProfile rate) {
        boolean percent = rate.share(text -> text.matches("\\D*0*([.,]\\d+)?|\\D*0*1([.,]0+)?")) < 1;
        return "(1 - %s%s)".formatted(orZero(value(rate)), percent ? " / 100" : "");
    }

    /// SQL of what lines without an amount come to: the pieces at their price, or else the list amount, less the
    /// discount.
    static Optional<String> sold(MoneyFile file) {
        Optional<ColumnProfile> rate = file.sum(Role.DISCOUNT_RATE);
        Optional<ColumnProfile> off = file.sum(Role.DISCOUNT);
        return priced(file, Role.UNIT_PRICE)
                .or(() -> file.sum(Role.LIST_AMOUNT).map(Equations::value))
                .map(list -> rate.map(share -> "(%s * %s)".formatted(list, left(share)))
                        .or(() -> off.map(cut -> "(%1$s - sign(%1$s) * %2$s)".formatted(list, size(value(cut)))))
                        .orElse(list));
    }

    private enum OfLine {
        AFTER,
        BEFORE
    }

    /// Of a line the price of so many pieces, or the list amount, tells.
    ///
    /// @return whether it stays open if the amounts are before or after the discounts
    boolean ofLines(MoneyFile file) {
        Optional<ColumnProfile> amount = file.sum(Role.AMOUNT);
        Optional<ColumnProfile> discount = file.sum(Role.DISCOUNT);
        if (amount.isEmpty() || discount.isEmpty()) {
            return false;
        }
        Optional<OfLine> found = equations.first(file, claims(file, amount.get(), discount.get()));
        if (found.isEmpty()) {
            return !other(file, amount.get(), discount.get());
        }
        if (found.get() == OfLine.BEFORE && !file.corrected(amount.get().index())) {
            before(file, amount.get());
        }
        return false;
    }

    private static List<Claim<OfLine>> claims(MoneyFile file, ColumnProfile amount, ColumnProfile discount) {
        String off = "abs(%s)".formatted(value(discount));
        String when = some(value(discount));
        List<Claim<OfLine>> claims = new ArrayList<>();
        for (String list : lists(file)) {
            claims.add(new Claim<>(OfLine.AFTER, "%s - %s - %s".formatted(list, off, value(amount)), when));
        }
        priced(file, Role.UNIT_PRICE)
                .ifPresent(list ->
                        claims.add(new Claim<>(OfLine.BEFORE, "%s - %s".formatted(list, value(amount)), when)));
        return claims;
    }

    private static List<String> lists(MoneyFile file) {
        return Stream.of(
                        file.sum(Role.LIST_AMOUNT).map(Equations::value),
                        priced(file, Role.UNIT_LIST_PRICE),
                        priced(file, Role.UNIT_PRICE))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> priced(MoneyFile file, Role price) {
        String pieces = file.sum(Role.QUANTITY).map(Equations::value).orElse("1");
        return file.sum(price).map(each -> "abs(%s) * %s".formatted(value(each), pieces));
    }

    /// Of two columns of discounts the one that makes the price the amount is the money.
    private boolean other(MoneyFile file, ColumnProfile amount, ColumnProfile discount) {
        List<Claim<ColumnProfile>> claims = new ArrayList<>();
        for (ColumnProfile free : file.figures()) {
            claims(file, amount, free).stream()
                    .filter(claim -> claim.meaning() == OfLine.AFTER)
                    .map(claim -> new Claim<>(free, claim.off(), claim.when()))
                    .forEach(claims::add);
        }
        Optional<ColumnProfile> money = equations.first(file, claims);
        money.ifPresent(column -> {
            file.settle(discount, Role.IGNORED);
            file.settle(column, Role.DISCOUNT);
        });
        return money.isPresent();
    }
}
