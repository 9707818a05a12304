package io.filon.intake.infer.amount;

import static io.filon.intake.infer.amount.Equations.larger;
import static io.filon.intake.infer.amount.Equations.orZero;
import static io.filon.intake.infer.amount.Equations.shared;
import static io.filon.intake.infer.amount.Equations.size;
import static io.filon.intake.infer.amount.Equations.some;
import static io.filon.intake.infer.amount.Equations.value;

import io.filon.intake.infer.amount.Equations.Claim;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether amounts hold a tax that has a column of its own. Another column that is their sum or difference tells; else
/// the rate that the tax is of them, with it or without. Where neither tells, the file is left without `prices`, and
/// the reader is told.
final class Taxes {

    static final String WITH_TAX = "with_tax";
    static final String WITHOUT_TAX = "without_tax";

    private final Equations equations;
    private final Rates rates;
    private final OtherTerms terms;
    private final UntaxedGoods untaxed;

    Taxes(Equations equations, Rates rates) {
        this.equations = equations;
        this.rates = rates;
        this.terms = new OtherTerms(equations, rates);
        this.untaxed = new UntaxedGoods(equations);
    }

    /// @param goods  the column that holds them
    /// @param total  what the customer paid, if it is the column of a whole order
    /// @param beside what else is in the total: shipping, or what was kept back or charged on top
    private record Sum(
            String prices, ColumnProfile goods, Optional<ColumnProfile> total, Optional<ColumnProfile> beside) {}

    /// @param more   what it adds to the sum, as SQL
    private record Beside(Optional<ColumnProfile> column, String more) {}

    /// @param tax whether the tax is of the line or of the whole order
    private record OfOrder(Role tax, ColumnProfile total) {}

    void ofLines(MoneyFile file) {
        Optional<ColumnProfile> tax = file.sum(Role.TAX);
        Optional<ColumnProfile> amount = file.sum(Role.AMOUNT);
        if (tax.isEmpty() || file.settings().containsKey("prices")) {
            return;
        }
        boolean proven = amount.isPresent()
                && (ofLine(file, amount.get(), tax.get())
                        || terms.ofLines(file, amount.get(), tax.get())
                        || ofWholeOrder(file, amount.get(), tax.get()));
        if (!proven) {
            tell(file, amount.map(Equations::value).or(() -> Discounts.sold(file)), tax.get());
        }
    }

    /// What the rates say where no sum does.
    private void tell(MoneyFile file, Optional<String> goods, ColumnProfile tax) {
        goods.flatMap(sql -> rates.tell(file, sql, value(tax)))
                .ifPresentOrElse(prices -> file.settings().put("prices", prices), () -> rates.read(file, tax));
    }

    private boolean ofLine(MoneyFile file, ColumnProfile amount, ColumnProfile tax) {
        Optional<Sum> proof = equations.first(file, sumsOfLine(file, amount, tax));
        proof.ifPresent(sum -> applyToLine(file, sum, amount, tax));
        return proof.isPresent();
    }

    /// Amount and tax, perhaps with others, are another column; or that one is the amount without its tax.
    private static List<Claim<Sum>> sumsOfLine(MoneyFile file, ColumnProfile amount, ColumnProfile tax) {
        List<ColumnProfile> figures = file.figures(Role.LIST_AMOUNT);
        List<ColumnProfile> besides = file.figures(Role.SHIPPING_CHARGED, Role.SHIPPING_COST);
        String taxed = some(value(tax));
        List<Claim<Sum>> claims = new ArrayList<>();
        file.sum(Role.DISCOUNT)
                .ifPresent(off -> figures.forEach(total -> claims.add(new Claim<>(
                        new Sum(WITHOUT_TAX, amount, Optional.of(total), Optional.of(off)),
                        "%s - abs(%s) + %s - %s".formatted(value(amount), value(off), value(tax), value(total)),
                        taxed + " and " + some(value(off))))));
        for (List<ColumnProfile> extras : upToTwo(besides)) {
            for (ColumnProfile total : figures) {
                if (!extras.contains(total)) {
                    String rest = "%s - %s".formatted(value(amount), value(total));
                    Optional<ColumnProfile> whole = Optional.of(total);
                    Sum outside =
                            new Sum(WITHOUT_TAX, amount, whole, extras.stream().findFirst());
                    claims.add(new Claim<>(outside, rest + plus(extras) + " + " + value(tax), taxed));
                    if (extras.isEmpty()) {
                        claims.add(new Claim<>(
                                new Sum(WITH_TAX, amount, whole, Optional.empty()), rest + " - " + value(tax), taxed));
                    }
                    if (extras.size() == 1) {
                        claims.add(new Claim<>(
                                outside,
                                "%s - (0%s)%s + %s"
                                        .formatted(
                                                rest,
                                                plus(extras),
                                                larger(value(amount), value(extras.getFirst())),
                                                value(tax)),
                                taxed));
                    }
                }
            }
        }
        return claims;
    }

    private void applyToLine(MoneyFile file, Sum sum, ColumnProfile amount, ColumnProfile tax) {
        file.settings().put("prices", sum.prices);
        sum.beside
                .filter(beside ->
                        file.is(beside, Role.DISCOUNT) || rates.isCut(file, value(amount), beside, value(tax)))
                .ifPresent(beside -> {
                    file.move(Role.LIST_AMOUNT, amount);
                    file.move(Role.DISCOUNT, beside);
                });
        sum.total
                .filter(net -> sum.prices.equals(WITH_TAX) && isSold(file, amount, net))
                .ifPresent(net -> {
                    file.move(Role.AMOUNT, net);
                    file.settings().put("prices", WITHOUT_TAX);
                });
        // the other of the two amounts is no list price
        sum.total
                .filter(total -> !total.equals(amount) && file.is(total, Role.LIST_AMOUNT))
                .ifPresent(total -> file.settle(total, Role.IGNORED));
    }

    /// Whether what an amount is without its tax can stand for the amount, which margins need. Where prices are with
    /// tax it cannot: the tax would look like a discount.
    private boolean isSold(MoneyFile file, ColumnProfile amount, ColumnProfile net) {
        boolean reduced = file.column(Role.DISCOUNT).isPresent()
                || file.column(Role.DISCOUNT_RATE).isPresent();
        String sold = some(value(net));
        return !reduced
                && net.filled() >= amount.filled()
                && !file.corrected(amount.index())
                && file.column(Role.UNIT_PRICE).flatMap(_ -> Discounts.sold(file)).stream()
                        .map(price -> new Claim<>(true, "%s - %s".formatted(price, value(net)), sold))
                        .allMatch(claim -> equations.first(file, List.of(claim)).isPresent());
    }

    /// Whether the lines and their taxes make the total of the order; or the lines and one tax of the order, written on
    /// each of them.
    private boolean ofWholeOrder(MoneyFile file, ColumnProfile amount, ColumnProfile tax) {
        Optional<ColumnProfile> order = file.column(Role.ORDER_ID).filter(id -> !id.unique());
        if (order.isEmpty()) {
            return false;
        }
        List<String> besides = Stream.concat(
                        Stream.of(""),
                        Stream.of(Role.SHIPPING_CHARGED, Role.SHIPPING_COST)
                                .flatMap(role -> file.sum(role).stream())
                                .map(column -> " + " + orZero(shared(column))))
                .toList();
        List<Claim<OfOrder>> claims = new ArrayList<>();
        for (ColumnProfile total : file.figures(Role.ORDER_TOTAL)) {
            for (String beside : besides) {
                String rest = "%s%s - %s + ".formatted(Equations.sum(amount), beside, shared(total));
                claims.add(
                        new Claim<>(new OfOrder(Role.TAX, total), rest + Equations.sum(tax), some(Equations.sum(tax))));
                claims.add(new Claim<>(
                        new OfOrder(Role.ORDER_TAX, total), rest + shared(tax), "lines > 1 and " + some(shared(tax))));
            }
        }
        Optional<OfOrder> proof = equations.firstOfOrders(file, order.get(), claims);
        proof.ifPresent(found -> {
            file.settings().put("prices", WITHOUT_TAX);
            file.settle(tax, found.tax);
            file.settle(found.total, Role.ORDER_TOTAL);
        });
        return proof.isPresent();
    }

    void ofOrders(MoneyFile file) {
        Optional<ColumnProfile> tax = file.sum(Role.ORDER_TAX);
        if (tax.isEmpty() || file.settings().containsKey("prices")) {
            return;
        }
        Optional<Sum> proof = equations.first(file, sums(file, tax.get()));
        proof.ifPresent(sum -> apply(file, sum, tax.get()));
        if (proof.isEmpty() && !keptBack(file, tax.get())) {
            tell(file, goods(file), tax.get());
        }
        untaxed.ofOrders(file);
    }

    /// What was kept back from an invoice, as income tax is, was sold as well. Where the goods are stated, they hold
    /// it.
    private boolean keptBack(MoneyFile file, ColumnProfile tax) {
        Optional<ColumnProfile> total = file.sum(Role.ORDER_TOTAL)
                .filter(paid -> file.column(Role.ORDER_SUBTOTAL).isEmpty());
        Optional<ColumnProfile> kept = total.flatMap(paid -> file.figures().stream()
                .filter(column -> rates.isKeptBack(file, paid, column, tax))
                .findFirst());
        kept.ifPresent(column -> {
            file.settle(column, Role.ORDER_TOTAL);
            file.settings().put("summed", Role.ORDER_TOTAL.word());
            file.settings().put("prices", WITH_TAX);
        });
        return kept.isPresent();
    }

    /// Goods, tax and shipping less the discount make the total.
    private List<Claim<Sum>> sums(MoneyFile file, ColumnProfile tax) {
        Optional<ColumnProfile> total = file.sum(Role.ORDER_TOTAL);
        Optional<ColumnProfile> subtotal = file.sum(Role.ORDER_SUBTOTAL);
        List<ColumnProfile> free = file.figures();
        // goods apart from shipping before goods with it
        List<ColumnProfile> shipping = shipping(file);
        List<Beside> besides = new ArrayList<>();
        shipping.forEach(column -> besides.add(new Beside(Optional.of(column), plus(List.of(column)))));
        besides.add(new Beside(Optional.empty(), ""));
        free.stream().filter(column -> !shipping.contains(column)).forEach(column -> {
            besides.add(new Beside(Optional.of(column), plus(List.of(column))));
            besides.add(new Beside(Optional.of(column), " - (0%s)".formatted(plus(List.of(column)))));
        });
        String taxed = some(value(tax));
        List<String> offs = Stream.concat(
                        Stream.of(""),
                        file.sum(Role.ORDER_DISCOUNT).stream().map(column -> " - " + size(value(column))))
                .toList();
        // where both roles are taken, a column that is their sum replaces neither
        boolean complete = total.isPresent() && subtotal.isPresent();
        List<Claim<Sum>> claims = new ArrayList<>();
        for (Beside beside : besides) {
            for (String off : offs) {
                total.ifPresent(paid -> Stream.concat(subtotal.stream(), free.stream())
                        .map(goods -> new Sum(WITHOUT_TAX, goods, total, beside.column))
                        .filter(Taxes::apart)
                        .map(sum -> new Claim<>(sum, added(sum.goods, tax, paid, beside, shipping) + off, taxed))
                        .forEach(claims::add));
                subtotal.or(() -> total)
                        .ifPresent(goods -> free.stream()
                                .filter(paid ->
                                        beside.column.filter(paid::equals).isEmpty())
                                .map(paid -> new Claim<>(
                                        new Sum(
                                                WITHOUT_TAX,
                                                goods,
                                                complete ? Optional.empty() : Optional.of(paid),
                                                beside.column),
                                        added(goods, tax, paid, beside, shipping) + off,
                                        taxed))
                                .forEach(claims::add));
            }
        }
        if (complete) {
            besides.stream()
                    .filter(beside -> beside.column.filter(free::contains).isEmpty())
                    .flatMap(beside -> offs.stream()
                            .map(off -> new Claim<>(
                                    new Sum(WITH_TAX, subtotal.orElseThrow(), total, beside.column),
                                    "%s - %s%s"
                                            .formatted(
                                                    value(subtotal.orElseThrow()),
                                                    value(total.orElseThrow()),
                                                    beside.more + off),
                                    taxed)))
                    .forEach(claims::add);
        }
        return claims;
    }

    private static boolean apart(Sum sum) {
        return sum.beside.filter(sum.goods::equals).isEmpty();
    }

    /// Goods, tax and what is beside less what was paid; what is no shipping is less than the goods.
    private static String added(
            ColumnProfile goods, ColumnProfile tax, ColumnProfile paid, Beside beside, List<ColumnProfile> shipping) {
        return "%s + %s - %s%s%s"
                .formatted(
                        value(goods),
                        value(tax),
                        value(paid),
                        beside.more,
                        beside.column
                                .filter(column -> !shipping.contains(column))
                                .map(column -> larger(value(goods), value(column)))
                                .orElse(""));
    }

    private void apply(MoneyFile file, Sum sum, ColumnProfile tax) {
        boolean fixed = Stream.of(Role.ORDER_TOTAL, Role.ORDER_SUBTOTAL)
                .flatMap(role -> file.column(role).stream())
                .anyMatch(column -> file.corrected(column.index())
                        && !column.equals(sum.goods)
                        && !column.equals(sum.total.orElse(column)));
        if (fixed) {
            return;
        }
        List<ColumnProfile> paid = shipping(file);
        file.settings().put("prices", sum.prices);
        sum.total.ifPresent(total -> file.move(Role.ORDER_TOTAL, total));
        file.move(Role.ORDER_SUBTOTAL, sum.goods);
        sum.beside.filter(paid::contains).ifPresent(column -> {
            file.column(Role.SHIPPING_COST).ifPresent(old -> file.settle(old, Role.IGNORED));
            file.move(Role.SHIPPING_CHARGED, column);
        });
        sum.beside
                .filter(column -> !paid.contains(column) && untaxed.is(file, sum.goods, column))
                .ifPresent(column -> {
                    file.settle(column, Role.ORDER_SUBTOTAL);
                    file.settings().put("summed", Role.ORDER_SUBTOTAL.word());
                });
        sum.beside
                .filter(column -> !paid.contains(column)
                        && file.column(Role.ORDER_DISCOUNT).isEmpty()
                        && rates.isCut(file, value(sum.goods), column, value(tax)))
                .ifPresent(column -> file.settle(column, Role.ORDER_DISCOUNT));
    }

    /// The columns of shipping, and those that are one of them without its tax.
    private List<ColumnProfile> shipping(MoneyFile file) {
        List<ColumnProfile> named = Stream.of(Role.SHIPPING_CHARGED, Role.SHIPPING_COST)
                .flatMap(role -> file.sum(role).stream())
                .toList();
        List<ColumnProfile> all = new ArrayList<>(named);
        for (ColumnProfile shipping : named) {
            for (ColumnProfile free : file.figures()) {
                Claim<Boolean> less = new Claim<>(
                        true,
                        "case when %1$s between %2$s and %2$s * 1.3 then 0 else 1 end"
                                .formatted(value(shipping), value(free)),
                        "%s > 0.02".formatted(value(shipping)));
                if (equations.first(file, List.of(less)).isPresent()) {
                    all.add(free);
                }
            }
        }
        return all;
    }

    private static Optional<String> goods(MoneyFile file) {
        return file.sum(Role.ORDER_SUBTOTAL)
                .map(Equations::value)
                .or(() -> file.sum(Role.ORDER_TOTAL)
                        .map(total -> value(total)
                                + file.sum(Role.SHIPPING_CHARGED)
                                        .map(shipping -> " - " + orZero(value(shipping)))
                                        .orElse("")));
    }

    private static String plus(List<ColumnProfile> columns) {
        return columns.stream().map(column -> " + " + orZero(value(column))).collect(Collectors.joining());
    }

    /// None, each, and each two; the fewest first.
    private static List<List<ColumnProfile>> upToTwo(List<ColumnProfile> columns) {
        List<List<ColumnProfile>> sets = new ArrayList<>();
        sets.add(List.of());
        columns.forEach(column -> sets.add(List.of(column)));
        for (int first = 0; first < columns.size(); first++) {
            for (int second = first + 1; second < columns.size(); second++) {
                sets.add(List.of(columns.get(first), columns.get(second)));
            }
        }
        return sets;
    }
}
