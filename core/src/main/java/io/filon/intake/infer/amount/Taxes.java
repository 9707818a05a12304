package io.filon.intake.infer.amount;

import static io.filon.intake.infer.amount.Equations.value;

import io.filon.intake.infer.amount.Equations.Claim;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether a tax that stands apart is within the amounts: another column is their sum or their difference; else it is
/// the share of them that a rate of tax is, outside or inside; else the header says so. Where nothing tells, the file
/// is left without `prices` and the reader is told.
final class Taxes {

    private static final String WITH_TAX = "with_tax";
    private static final String WITHOUT_TAX = "without_tax";

    /// Columns without a role that are tried.
    private static final int MOST = 6;

    /// Rates of sales tax in the countries whose exports are read; 25 % inside looks like 20 % outside and then neither
    /// is taken.
    private static final List<String> RATES = List.of(
            "0.04", "0.05", "0.055", "0.06", "0.07", "0.08", "0.0825", "0.10", "0.12", "0.13", "0.15", "0.16", "0.18",
            "0.19", "0.20", "0.21", "0.22", "0.23", "0.25");

    /// The other reading of a tax must fail in at least so many rows, or both are possible.
    private static final double FAILS = 0.8;

    /// Taxes are rounded to the cent.
    private static final double ROUNDED = 0.006;

    private final Equations equations;

    Taxes(Equations equations) {
        this.equations = equations;
    }

    /// @param goods    the column that holds them
    /// @param total    what the customer paid, if it is the column of a whole order
    /// @param shipping what else the customer paid
    private record Sum(
            String prices, ColumnProfile goods, Optional<ColumnProfile> total, Optional<ColumnProfile> shipping) {}

    /// @param tax whether the tax is of the line or of the whole order
    private record OfOrder(Role tax, ColumnProfile total) {}

    void ofLines(MoneyFile file) {
        Optional<ColumnProfile> tax = file.sum(Role.TAX);
        Optional<ColumnProfile> amount = file.sum(Role.AMOUNT);
        if (tax.isEmpty() || file.settings().containsKey("prices")) {
            return;
        }
        if (amount.isPresent() && ofLine(file, amount.get(), tax.get())) {
            return;
        }
        if (amount.isPresent() && ofWholeOrder(file, amount.get(), tax.get())) {
            return;
        }
        Optional<String> goods = amount.map(Equations::value).or(() -> priced(file));
        goods.flatMap(sql -> byRate(file, sql, value(tax.get())))
                .ifPresent(prices -> file.settings().put("prices", prices));
    }

    private static Optional<String> priced(MoneyFile file) {
        boolean reduced = file.column(Role.DISCOUNT).isPresent()
                || file.column(Role.DISCOUNT_RATE).isPresent();
        return reduced
                ? Optional.empty()
                : file.sum(Role.UNIT_PRICE)
                        .map(price -> file.sum(Role.QUANTITY)
                                .map(quantity -> value(price) + " * " + value(quantity))
                                .orElse(value(price)));
    }

    private boolean ofLine(MoneyFile file, ColumnProfile amount, ColumnProfile tax) {
        List<ColumnProfile> figures = file.figures(MOST, Role.LIST_AMOUNT);
        List<ColumnProfile> besides = file.figures(MOST, Role.SHIPPING_CHARGED, Role.SHIPPING_COST);
        String taxed = "abs(%s) > 0.02".formatted(value(tax));
        List<Claim<Sum>> claims = new ArrayList<>();
        for (List<ColumnProfile> extras : upToTwo(besides)) {
            for (ColumnProfile total : figures) {
                if (!extras.contains(total)) {
                    String rest = "%s - %s%s".formatted(value(amount), value(total), plus(extras));
                    Optional<ColumnProfile> whole = Optional.of(total);
                    claims.add(new Claim<>(
                            new Sum(WITHOUT_TAX, amount, whole, Optional.empty()), rest + " + " + value(tax), taxed));
                    if (extras.isEmpty()) {
                        claims.add(new Claim<>(
                                new Sum(WITH_TAX, amount, whole, Optional.empty()), rest + " - " + value(tax), taxed));
                    }
                }
            }
        }
        Optional<Sum> proof = equations.first(file, claims);
        proof.ifPresent(sum -> {
            file.settings().put("prices", sum.prices);
            // the other of the two amounts is no list price
            sum.total.filter(total -> isList(file, total)).ifPresent(total -> file.settle(total, Role.IGNORED));
        });
        return proof.isPresent();
    }

    private static boolean isList(MoneyFile file, ColumnProfile column) {
        return file.column(Role.LIST_AMOUNT).filter(column::equals).isPresent();
    }

    /// The lines and their taxes make the total of the order; or the tax, too, is written on each line for all of it.
    private boolean ofWholeOrder(MoneyFile file, ColumnProfile amount, ColumnProfile tax) {
        Optional<ColumnProfile> order = file.column(Role.ORDER_ID).filter(id -> !id.unique());
        if (order.isEmpty()) {
            return false;
        }
        List<String> besides = Stream.concat(
                        Stream.of(""),
                        Stream.of(Role.SHIPPING_CHARGED, Role.SHIPPING_COST)
                                .flatMap(role -> file.sum(role).stream())
                                .map(column -> " + coalesce(o%d, 0)".formatted(column.index())))
                .toList();
        List<Claim<OfOrder>> claims = new ArrayList<>();
        for (ColumnProfile total : file.figures(MOST, Role.ORDER_TOTAL)) {
            for (String beside : besides) {
                String rest = "s%d%s - o%d".formatted(amount.index(), beside, total.index());
                claims.add(new Claim<>(
                        new OfOrder(Role.TAX, total),
                        "%s + s%d".formatted(rest, tax.index()),
                        "abs(s%d) > 0.02".formatted(tax.index())));
                claims.add(new Claim<>(
                        new OfOrder(Role.ORDER_TAX, total),
                        "%s + o%d".formatted(rest, tax.index()),
                        "lines > 1 and abs(o%d) > 0.02".formatted(tax.index())));
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
        proof.ifPresent(sum -> apply(file, sum));
        if (proof.isEmpty()) {
            goods(file)
                    .flatMap(sql -> byRate(file, sql, value(tax.get())))
                    .ifPresent(prices -> file.settings().put("prices", prices));
        }
    }

    /// Goods, tax and shipping less the discount make the total.
    private List<Claim<Sum>> sums(MoneyFile file, ColumnProfile tax) {
        Optional<ColumnProfile> total = file.sum(Role.ORDER_TOTAL);
        Optional<ColumnProfile> subtotal = file.sum(Role.ORDER_SUBTOTAL);
        List<ColumnProfile> free = file.figures(MOST);
        // goods apart from shipping before goods with it
        List<ColumnProfile> shipping = shipping(file);
        List<Optional<ColumnProfile>> besides = Stream.of(
                        shipping.stream().map(Optional::of),
                        Stream.of(Optional.<ColumnProfile>empty()),
                        free.stream()
                                .filter(column -> !shipping.contains(column))
                                .map(Optional::of))
                .flatMap(each -> each)
                .toList();
        String taxed = "abs(%s) > 0.02".formatted(value(tax));
        List<String> offs = Stream.concat(
                        Stream.of(""),
                        file.sum(Role.ORDER_DISCOUNT).stream()
                                .map(column -> " - abs(coalesce(%s, 0))".formatted(value(column))))
                .toList();
        // what is the sum of the two roles that are taken already replaces none
        boolean complete = total.isPresent() && subtotal.isPresent();
        List<Claim<Sum>> claims = new ArrayList<>();
        for (Optional<ColumnProfile> beside : besides) {
            for (String off : offs) {
                String more = plus(beside.stream().toList()) + off;
                total.ifPresent(paid -> Stream.concat(subtotal.stream(), free.stream())
                        .filter(goods -> beside.filter(goods::equals).isEmpty())
                        .map(goods -> new Claim<>(
                                new Sum(WITHOUT_TAX, goods, total, beside),
                                "%s + %s - %s%s".formatted(value(goods), value(tax), value(paid), more),
                                taxed))
                        .forEach(claims::add));
                subtotal.or(() -> total)
                        .ifPresent(goods -> free.stream()
                                .filter(paid -> beside.filter(paid::equals).isEmpty())
                                .map(paid -> new Claim<>(
                                        new Sum(
                                                WITHOUT_TAX,
                                                goods,
                                                complete ? Optional.empty() : Optional.of(paid),
                                                beside),
                                        "%s + %s - %s%s".formatted(value(goods), value(tax), value(paid), more),
                                        taxed))
                                .forEach(claims::add));
            }
        }
        if (complete) {
            besides.stream()
                    .filter(beside -> beside.filter(free::contains).isEmpty())
                    .flatMap(beside -> offs.stream()
                            .map(off -> new Claim<>(
                                    new Sum(WITH_TAX, subtotal.orElseThrow(), total, beside),
                                    "%s - %s%s"
                                            .formatted(
                                                    value(subtotal.orElseThrow()),
                                                    value(total.orElseThrow()),
                                                    plus(beside.stream().toList()) + off),
                                    taxed)))
                    .forEach(claims::add);
        }
        return claims;
    }

    private void apply(MoneyFile file, Sum sum) {
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
        sum.total.ifPresent(total -> move(file, Role.ORDER_TOTAL, total));
        move(file, Role.ORDER_SUBTOTAL, sum.goods);
        sum.shipping.filter(paid::contains).ifPresent(column -> {
            file.column(Role.SHIPPING_COST).ifPresent(old -> file.settle(old, Role.IGNORED));
            move(file, Role.SHIPPING_CHARGED, column);
        });
    }

    /// The columns of shipping, and those that are one of them without its tax.
    private List<ColumnProfile> shipping(MoneyFile file) {
        List<ColumnProfile> named = Stream.of(Role.SHIPPING_CHARGED, Role.SHIPPING_COST)
                .flatMap(role -> file.sum(role).stream())
                .toList();
        List<ColumnProfile> all = new ArrayList<>(named);
        for (ColumnProfile shipping : named) {
            for (ColumnProfile free : file.figures(MOST)) {
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

    private static void move(MoneyFile file, Role role, ColumnProfile column) {
        file.column(role).filter(old -> !old.equals(column)).ifPresent(old -> file.settle(old, Role.IGNORED));
        file.settle(column, role);
    }

    private static Optional<String> goods(MoneyFile file) {
        return file.sum(Role.ORDER_SUBTOTAL)
                .map(Equations::value)
                .or(() -> file.sum(Role.ORDER_TOTAL)
                        .map(total -> value(total)
                                + file.sum(Role.SHIPPING_CHARGED)
                                        .map(shipping -> " - coalesce(%s, 0)".formatted(value(shipping)))
                                        .orElse("")));
    }

    /// By what share of the goods the tax is: a rate `r` of what is without it, `r / (1 + r)` of what is with it.
    private Optional<String> byRate(MoneyFile file, String goods, String tax) {
        String taxed = "abs(%s) > 0.02".formatted(tax);
        String outside = "%s - (%s) * %s";
        String inside = "%s - (%s) * %3$s / (1 + %3$s)";
        Optional<String> stated = file.sum(Role.TAX_RATE)
                .map(rate -> "(case when %1$s >= 1 then %1$s / 100 else %1$s end)".formatted(value(rate)));
        List<String> rates = stated.map(List::of).orElse(RATES);
        List<Claim<String>> claims = List.of(
                new Claim<>(WITHOUT_TAX, nearest(rates, outside, tax, goods), taxed),
                new Claim<>(WITH_TAX, nearest(rates, inside, tax, goods), taxed));
        List<Double> shares = equations.shares(file, claims, stated.isPresent() ? 0.02 : ROUNDED);
        return Stream.of(0, 1)
                .filter(at -> shares.get(at) >= Equations.HOLDS && shares.get(1 - at) < FAILS)
                .map(at -> claims.get(at).meaning())
                .findFirst();
    }

    private static String nearest(List<String> rates, String equation, String tax, String goods) {
        return rates.stream()
                .map(rate -> "abs(%s)".formatted(equation.formatted(tax, goods, rate)))
                .collect(Collectors.joining(", ", "least(", ")"));
    }

    private static String plus(List<ColumnProfile> columns) {
        return columns.stream()
                .map(column -> " + coalesce(%s, 0)".formatted(value(column)))
                .collect(Collectors.joining());
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
