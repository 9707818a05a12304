package io.filon.intake.infer.amount;

import static io.filon.intake.infer.amount.Equations.size;
import static io.filon.intake.infer.amount.Equations.some;
import static io.filon.intake.infer.amount.Equations.value;

import io.filon.intake.infer.amount.Equations.Claim;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a tax is a fixed share of: of goods without it or with it, before a discount or after.
final class Rates {

    /// Rates of sales tax in the countries whose exports are read, ascending. 25 % inside is 20 % outside: where both
    /// fit, neither is taken.
    private static final List<String> RATES = List.of(
            "0.04", "0.05", "0.055", "0.06", "0.07", "0.08", "0.0825", "0.10", "0.105", "0.12", "0.13", "0.15", "0.16",
            "0.18", "0.19", "0.20", "0.21", "0.22", "0.23", "0.25");

    /// The other reading of a tax must fail in at least so many rows, or both are possible.
    private static final double FAILS = 0.8;

    /// Taxes are rounded to the cent.
    static final double ROUNDED = 0.006;

    // the tax of a return may lack its minus
    private static final String OUTSIDE = "abs(%s) - abs(%s) * %s";

    private static final String INSIDE = "abs(%1$s) - abs(%2$s) * %3$s / (1 + %3$s)";

    /// Different rates in one file, at most.
    private static final int MOST_STATED = 10;

    /// A rate as a share of one is no more than this.
    private static final double HIGHEST = 0.3;

    private static final Role[] SOLD = {
        Role.AMOUNT, Role.LIST_AMOUNT, Role.UNIT_PRICE, Role.ORDER_SUBTOTAL, Role.ORDER_TOTAL
    };

    private final Equations equations;
    private final PieceOrLine growth;

    Rates(Equations equations, PieceOrLine growth) {
        this.equations = equations;
        this.growth = growth;
    }

    /// Reads a column that is named after a tax as its rates where no sum takes it for money: a few values, all of them
    /// rates, that do not grow with what was sold.
    void read(MoneyFile file, ColumnProfile tax) {
        Optional<String> sold = Stream.of(SOLD)
                .flatMap(role -> file.sum(role).stream())
                .map(column -> Equations.number(file, column))
                .findFirst();
        if (tax.distinct() > MOST_STATED || tax.filled() < Equations.FEWEST || sold.isEmpty()) {
            return;
        }
        boolean legal =
                tax.share(text -> isRate(number(text))) == 1 || tax.share(text -> isRate(100 * number(text))) == 1;
        boolean small = tax.share(text -> number(text) >= 0 && number(text) <= HIGHEST) == 1;
        if ((legal && !growth.growsWith(file, tax, sold.get())) || (small && growth.keeps(file, tax, sold.get()))) {
            file.settle(tax, file.column(Role.TAX_RATE).isEmpty() ? Role.TAX_RATE : Role.IGNORED);
        }
    }

    /// Whether it is one of the [#RATES] by the hundred, or none at all.
    private static boolean isRate(double percent) {
        return percent == 0
                || RATES.stream().anyMatch(rate -> Math.abs(Double.parseDouble(rate) * 100 - percent) < 0.001);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.replace("%", "").replace(',', '.').strip());
        } catch (NumberFormatException notPlain) {
            return -1;
        }
    }

    /// SQL of how far a tax is from the nearest share of what is without it.
    static String off(String tax, String goods) {
        return nearest(RATES, OUTSIDE, tax, goods);
    }

    /// SQL that is 0 where a tax lies between the least and the greatest share of what is without it, cents aside;
    /// quicker to ask than [#off].
    static String offRange(String tax, String goods) {
        return "cast(abs(%1$s) not between %3$s * abs(%2$s) - 0.01 and %4$s * abs(%2$s) + 0.01 as integer)"
                .formatted(tax, goods, RATES.getFirst(), RATES.getLast());
    }

    /// Whether a column is a discount: tax is charged on what is left of the goods without it.
    boolean isCut(MoneyFile file, String goods, ColumnProfile column, String tax) {
        String cut = size(value(column));
        return onlyFirst(
                file,
                off(tax, "%s - %s".formatted(goods, cut)),
                off(tax, goods),
                "%s and %s > 0.02".formatted(some(tax), cut));
    }

    /// Whether a column was kept back from what was paid: the tax is within both together.
    boolean isKeptBack(MoneyFile file, ColumnProfile paid, ColumnProfile column, ColumnProfile tax) {
        return onlyFirst(
                file,
                nearest(RATES, INSIDE, value(tax), "%s + %s".formatted(value(paid), value(column))),
                nearest(RATES, INSIDE, value(tax), value(paid)),
                "%s and %s > 0.02".formatted(some(value(tax)), value(column)));
    }

    /// Whether the tax is a rate by the first of two readings and by the other is none.
    private boolean onlyFirst(MoneyFile file, String off, String otherOff, String when) {
        List<Double> shares = equations.shares(
                file, List.of(new Claim<>(true, off, when), new Claim<>(false, otherOff, when)), ROUNDED);
        return shares.getFirst() >= Equations.HOLDS && shares.getLast() < FAILS;
    }

    /// By what share of the goods the tax is: a rate `r` of what is without it, `r / (1 + r)` of what is with it.
    Optional<String> tell(MoneyFile file, String goods, String tax) {
        String taxed = some(tax);
        Optional<String> stated = stated(file);
        List<String> rates = stated.map(List::of).orElse(RATES);
        List<Claim<String>> claims = List.of(
                new Claim<>(Taxes.WITHOUT_TAX, nearest(rates, OUTSIDE, tax, goods), taxed),
                new Claim<>(Taxes.WITH_TAX, nearest(rates, INSIDE, tax, goods), taxed));
        List<Double> shares = equations.shares(file, claims, stated.isPresent() ? Equations.CENTS : ROUNDED);
        return Stream.of(0, 1)
                .filter(at -> shares.get(at) >= Equations.HOLDS && shares.get(1 - at) < FAILS)
                .map(at -> claims.get(at).meaning())
                .findFirst();
    }

    private static Optional<String> stated(MoneyFile file) {
        return file.sum(Role.TAX_RATE)
                .map(rate -> "(case when %1$s >= 1 then %1$s / 100 else %1$s end)".formatted(value(rate)));
    }

    /// SQL of how far what is with tax is from what is without it and the tax, at the rate that the file states, else
    /// at any or at none; 25 % more is what a discount of 20 % leaves, too.
    static String offInside(MoneyFile file, String without, String with) {
        List<String> rates = stated(file)
                .map(List::of)
                .orElseGet(() -> Stream.concat(Stream.of("0"), RATES.stream().filter(rate -> !rate.equals("0.25")))
                        .toList());
        return nearest(rates, "abs(%s) - abs(%s) * (1 + %s)", with, without);
    }

    private static String nearest(List<String> rates, String equation, String tax, String goods) {
        return rates.stream()
                .map(rate -> "abs(%s)".formatted(equation.formatted(tax, goods, rate)))
                .collect(Collectors.joining(", ", "least(", ")"));
    }
}
