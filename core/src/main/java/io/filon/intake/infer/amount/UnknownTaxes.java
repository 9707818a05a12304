package io.filon.intake.infer.amount;

import static io.filon.intake.infer.amount.Equations.orZero;
import static io.filon.intake.infer.amount.Equations.size;
import static io.filon.intake.infer.amount.Equations.some;
import static io.filon.intake.infer.amount.Equations.value;

import io.filon.intake.infer.amount.Equations.Claim;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Taxes that no header names, or that have a column for each rate: a column that is always a rate of tax of another,
/// where the two, or all such pairs, make the total.
final class UnknownTaxes {

    private static final int MOST_RATES = 10;

    /// Share of the lines that bear a tax, at least, where it is not stated.
    private static final double MOSTLY = 0.5;

    private static final Role[] OF_ORDERS = {Role.ORDER_TOTAL, Role.ORDER_SUBTOTAL};
    private static final Role[] OF_LINES = {Role.AMOUNT, Role.LIST_AMOUNT};

    private final Equations equations;
    private final List<Doubt> doubts;

    UnknownTaxes(Equations equations, List<Doubt> doubts) {
        this.equations = equations;
        this.doubts = doubts;
    }

    private record Sum(ColumnProfile goods, ColumnProfile tax, ColumnProfile total) {}

    void ofLines(MoneyFile file) {
        if (file.column(Role.TAX).isPresent()) {
            return;
        }
        sum(file, OF_LINES).ifPresentOrElse(sum -> ofLines(file, sum), () -> pairs(file));
    }

    private void ofLines(MoneyFile file, Sum sum) {
        boolean whole = file.is(sum.total, Role.AMOUNT);
        file.settings().put("prices", whole ? Taxes.WITH_TAX : Taxes.WITHOUT_TAX);
        if (!whole) {
            file.move(Role.AMOUNT, sum.goods);
        }
        if (file.is(sum.total, Role.LIST_AMOUNT)) {
            file.settle(sum.total, Role.IGNORED);
        }
        file.settle(sum.tax, Role.TAX);
        doubt("tax_by_sums", file, sum.tax, sum.goods.header());
    }

    void ofOrders(MoneyFile file) {
        if (file.settings().containsKey("prices")
                || byRate(file)
                || file.column(Role.ORDER_TAX).isPresent()) {
            return;
        }
        sum(file, OF_ORDERS).ifPresent(sum -> {
            file.settings().put("prices", Taxes.WITHOUT_TAX);
            file.move(Role.ORDER_TOTAL, sum.total);
            file.move(Role.ORDER_SUBTOTAL, sum.goods);
            file.settle(sum.tax, Role.ORDER_TAX);
            doubt("tax_by_sums", file, sum.tax, sum.goods.header());
        });
    }

    private void doubt(String code, MoneyFile file, ColumnProfile column, String other) {
        doubts.add(new Doubt(code, file.raw().file(), column.header(), 2, List.of(other)));
    }

    /// @param net   what was sold, as SQL and, if it is one, as a column
    /// @param gross the same with its tax
    private record Pair(OtherTerms.Goods net, ColumnProfile gross) {}

    /// Of two amounts of a line of which one is the other and a rate of tax, the other is what was sold.
    private void pairs(MoneyFile file) {
        Optional<ColumnProfile> amount = file.sum(Role.AMOUNT).filter(column -> !file.corrected(column.index()));
        List<Pair> pairs = new ArrayList<>();
        amount.ifPresent(gross -> OtherTerms.goods(file).stream()
                .filter(net -> net.column().stream().allMatch(column -> column.filled() >= gross.filled()))
                .forEach(net -> pairs.add(new Pair(net, gross))));
        amount.ifPresent(net -> file.sum(Role.LIST_AMOUNT)
                .ifPresent(gross -> pairs.add(new Pair(new OtherTerms.Goods(amount, value(net)), gross))));
        List<Claim<Pair>> claims = new ArrayList<>();
        for (Pair pair : pairs) {
            String gross = value(pair.gross);
            String sold = "abs(%s) >= 1".formatted(pair.net.sql());
            claims.add(new Claim<>(pair, Rates.offInside(file, pair.net.sql(), gross), sold));
            String more = "case when abs(%s) > abs(%s) + 0.005 then 0 else 1 end".formatted(gross, pair.net.sql());
            claims.add(new Claim<>(pair, more, sold));
        }
        List<Double> shares = equations.shares(file, claims, Rates.ROUNDED);
        IntStream.range(0, pairs.size())
                .filter(at -> shares.get(2 * at) >= Equations.HOLDS && shares.get(2 * at + 1) >= MOSTLY)
                .mapToObj(pairs::get)
                .findFirst()
                .ifPresent(pair -> sold(file, pair));
    }

    private void sold(MoneyFile file, Pair pair) {
        file.settle(pair.gross, Role.IGNORED);
        pair.net.column().ifPresent(column -> {
            file.settle(column, Role.AMOUNT);
            // a price with its tax would make a discount of the tax
            file.sum(Role.UNIT_PRICE)
                    .filter(price -> equations
                            .first(file, List.of(whole(file, price, pair.gross)))
                            .isPresent())
                    .ifPresent(price -> file.settle(price, Role.IGNORED));
        });
        if (file.column(Role.TAX_RATE).isEmpty()) {
            String net = pair.net
                    .column()
                    .or(() -> file.column(Role.UNIT_PRICE))
                    .map(ColumnProfile::header)
                    .orElse("");
            doubt("tax_by_rates", file, pair.gross, net);
        }
    }

    /// That so many pieces at their price are an amount.
    private static Claim<Boolean> whole(MoneyFile file, ColumnProfile price, ColumnProfile amount) {
        String pieces = file.sum(Role.QUANTITY).map(Equations::value).orElse("1");
        return new Claim<>(true, "%s * %s - %s".formatted(value(price), pieces, value(amount)), some(value(amount)));
    }

    private Optional<Sum> sum(MoneyFile file, Role... known) {
        List<ColumnProfile> free = file.figures();
        List<ColumnProfile> figures = file.figures(known);
        List<Claim<Sum>> claims = new ArrayList<>();
        for (ColumnProfile tax : free) {
            for (ColumnProfile goods : figures) {
                for (ColumnProfile total : figures) {
                    if (!goods.equals(tax) && !total.equals(tax) && !total.equals(goods)) {
                        claims.add(new Claim<>(
                                new Sum(goods, tax, total),
                                "%s + %s - %s".formatted(value(goods), value(tax), value(total)),
                                some(value(tax))));
                    }
                }
            }
        }
        // rates are long to ask for: only of what adds up
        List<Claim<Sum>> taxed = equations.holding(file, claims, Equations.CENTS).stream()
                .map(sum -> new Claim<>(
                        sum.meaning(),
                        "greatest(abs(%s), %s)"
                                .formatted(sum.off(), Rates.off(value(sum.meaning().tax), value(sum.meaning().goods))),
                        sum.when()))
                .toList();
        return equations.first(file, taxed);
    }

    /// A taxed part of the order and its tax.
    private record Part(ColumnProfile goods, ColumnProfile tax) {
        String sum() {
            return orZero(value(goods)) + " + " + orZero(value(tax));
        }
    }

    /// Two or three parts of every order, each at its own rate.
    private boolean byRate(MoneyFile file) {
        List<ColumnProfile> figures =
                file.figures(MOST_RATES, Role.ORDER_TOTAL, Role.ORDER_SUBTOTAL, Role.ORDER_TAX, Role.TAX_RATE);
        List<Part> parts = parts(file, figures);
        if (parts.size() < 2) {
            return false;
        }
        String sum = parts.stream().map(Part::sum).collect(Collectors.joining(" + "));
        Set<ColumnProfile> taken = new HashSet<>();
        parts.forEach(part -> taken.addAll(List.of(part.goods, part.tax)));
        List<Claim<ColumnProfile>> claims = figures.stream()
                .filter(column -> !taken.contains(column))
                .map(total -> new Claim<>(
                        total, "%s - %s%s".formatted(sum, value(total), signed(parts, total)), some(value(total))))
                .toList();
        Optional<ColumnProfile> proof = equations.first(file, claims);
        proof.ifPresent(total -> {
            Stream.of(Role.ORDER_SUBTOTAL, Role.ORDER_TAX, Role.TAX_RATE)
                    .flatMap(role -> file.column(role).stream())
                    .forEach(old -> file.settle(old, Role.IGNORED));
            file.move(Role.ORDER_TOTAL, total);
            parts.forEach(part -> {
                file.settle(part.goods, Role.ORDER_SUBTOTAL);
                file.settle(part.tax, Role.ORDER_TAX);
            });
            file.settings().put("prices", Taxes.WITHOUT_TAX);
            file.settings().put("summed", "order_subtotal order_tax");
        });
        return proof.isPresent();
    }

    /// Makes the sum fail where a part has another sign than the total: that is a fee, not goods.
    private static String signed(List<Part> parts, ColumnProfile total) {
        return parts.stream()
                .map(part -> " + case when %s * %s < 0 then 1e9 else 0 end".formatted(value(part.goods), value(total)))
                .collect(Collectors.joining());
    }

    /// Each column at most once, as goods or as tax.
    private List<Part> parts(MoneyFile file, List<ColumnProfile> figures) {
        List<Claim<Part>> claims = new ArrayList<>();
        for (ColumnProfile goods : figures) {
            for (ColumnProfile tax : figures) {
                if (!goods.equals(tax)) {
                    claims.add(new Claim<>(
                            new Part(goods, tax),
                            Rates.offRange(value(tax), value(goods)),
                            "(%s or %s > 0.5)".formatted(some(orZero(value(tax))), size(value(goods)))));
                }
            }
        }
        List<Claim<Part>> taxed = equations.holding(file, claims, Rates.ROUNDED).stream()
                .map(range -> new Claim<>(
                        range.meaning(),
                        Rates.off(value(range.meaning().tax), value(range.meaning().goods)),
                        range.when()))
                .toList();
        List<Part> parts = new ArrayList<>();
        Set<ColumnProfile> taken = new HashSet<>();
        for (Claim<Part> claim : equations.holding(file, taxed, Rates.ROUNDED)) {
            Part part = claim.meaning();
            if (!taken.contains(part.goods) && !taken.contains(part.tax)) {
                taken.addAll(List.of(part.goods, part.tax));
                parts.add(part);
            }
        }
        return parts;
    }
}
