package io.filon.intake.infer.amount;

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

    /// Rates of sales tax in the countries whose exports are read; 25 % inside looks like 20 % outside and then neither
    /// is taken.
    private static final List<String> RATES = List.of(
            "0.04", "0.05", "0.055", "0.06", "0.07", "0.08", "0.0825", "0.10", "0.12", "0.13", "0.15", "0.16", "0.18",
            "0.19", "0.20", "0.21", "0.22", "0.23", "0.25");

    /// The other reading of a tax must fail in at least so many rows, or both are possible.
    private static final double FAILS = 0.8;

    /// Taxes are rounded to the cent.
    static final double ROUNDED = 0.006;

    private static final String OUTSIDE = "%s - (%s) * %s";

    private final Equations equations;

    Rates(Equations equations) {
        this.equations = equations;
    }

    /// SQL of how far a tax is from the nearest share of what is without it.
    static String off(String tax, String goods) {
        return nearest(RATES, OUTSIDE, tax, goods);
    }

    /// SQL that is 0 where a tax lies between the least and the greatest share of what is without it, cents aside;
    /// quicker to ask than [#off].
    static String offRange(String tax, String goods) {
        return "cast(abs(%1$s) not between 0.04 * abs(%2$s) - 0.01 and 0.25 * abs(%2$s) + 0.01 as integer)"
                .formatted(tax, goods);
    }

    /// Whether a column is a discount: tax is charged on what is left of the goods without it.
    boolean isCut(MoneyFile file, String goods, ColumnProfile column, String tax) {
        String cut = "abs(coalesce(%s, 0))".formatted(value(column));
        String when = "abs(%s) > 0.02 and %s > 0.02".formatted(tax, cut);
        List<Double> shares = equations.shares(
                file,
                List.of(
                        new Claim<>(true, off(tax, "%s - %s".formatted(goods, cut)), when),
                        new Claim<>(false, off(tax, goods), when)),
                ROUNDED);
        return shares.getFirst() >= Equations.HOLDS && shares.getLast() < FAILS;
    }

    /// By what share of the goods the tax is: a rate `r` of what is without it, `r / (1 + r)` of what is with it.
    Optional<String> tell(MoneyFile file, String goods, String tax) {
        String taxed = "abs(%s) > 0.02".formatted(tax);
        String inside = "%s - (%s) * %3$s / (1 + %3$s)";
        Optional<String> stated = file.sum(Role.TAX_RATE)
                .map(rate -> "(case when %1$s >= 1 then %1$s / 100 else %1$s end)".formatted(value(rate)));
        List<String> rates = stated.map(List::of).orElse(RATES);
        List<Claim<String>> claims = List.of(
                new Claim<>(Taxes.WITHOUT_TAX, nearest(rates, OUTSIDE, tax, goods), taxed),
                new Claim<>(Taxes.WITH_TAX, nearest(rates, inside, tax, goods), taxed));
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
}
