package io.filon.intake.infer.amount;

import static io.filon.intake.infer.amount.Equations.orZero;
import static io.filon.intake.infer.amount.Equations.some;
import static io.filon.intake.infer.amount.Equations.value;

import io.filon.intake.infer.amount.Equations.Claim;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Goods without tax that have columns of their own beside the taxed goods of an order: they were sold as well.
final class UntaxedGoods {

    private static final Pattern UNTAXED =
            Pattern.compile("(?i)exent|exoner|exempt|inafect|no grav|no suj|zero|\\b0 ?%|untaxed|non[- ]?tax");

    private final Equations equations;

    UntaxedGoods(Equations equations) {
        this.equations = equations;
    }

    /// Where the goods, their tax and a set of further columns make the total, those of the set that are goods are
    /// summed; where nothing makes it, those named exempt, if the tax is a rate of the others alone.
    void ofOrders(MoneyFile file) {
        Optional<ColumnProfile> tax = file.sum(Role.ORDER_TAX);
        Optional<ColumnProfile> taxed = file.sum(Role.ORDER_SUBTOTAL);
        boolean inside = Taxes.WITH_TAX.equals(file.settings().get("prices"));
        if (tax.isEmpty() || taxed.isEmpty() || inside || file.settings().containsKey("summed")) {
            return;
        }
        Optional<ColumnProfile> total = file.sum(Role.ORDER_TOTAL).filter(column -> !saysUntaxed(column));
        List<ColumnProfile> parts = total.flatMap(paid -> inTotal(file, taxed.get(), tax.get(), paid))
                .orElseGet(() -> file.figures(Role.ORDER_TOTAL).stream()
                        .filter(column -> saysUntaxed(column) && isApart(file, taxed.get(), tax.get(), column))
                        .toList());
        parts.stream().filter(part -> is(file, taxed.get(), part)).forEach(part -> {
            file.settle(part, Role.ORDER_SUBTOTAL);
            file.settings().put("summed", Role.ORDER_SUBTOTAL.word());
            file.settings().put("prices", Taxes.WITHOUT_TAX);
        });
    }

    /// The set with which the sum holds most often; of equals the smallest, which may be none.
    private Optional<List<ColumnProfile>> inTotal(
            MoneyFile file, ColumnProfile taxed, ColumnProfile tax, ColumnProfile total) {
        List<List<ColumnProfile>> sets = sets(file.figures());
        List<Claim<List<ColumnProfile>>> claims = sets.stream()
                .map(set -> new Claim<>(
                        set,
                        Stream.concat(Stream.of(taxed, tax), set.stream())
                                .map(part -> orZero(value(part)))
                                .collect(Collectors.joining(" + ", "", " - " + value(total))),
                        some(value(total))))
                .toList();
        List<Double> shares = equations.shares(file, claims, Equations.CENTS);
        int best = IntStream.range(0, sets.size())
                .boxed()
                .max(Comparator.<Integer>comparingDouble(shares::get).thenComparing(Comparator.reverseOrder()))
                .orElse(0);
        return shares.get(best) >= Equations.HOLDS ? Optional.of(sets.get(best)) : Optional.empty();
    }

    /// All sets of some columns; each after those that are in it.
    private static List<List<ColumnProfile>> sets(List<ColumnProfile> columns) {
        List<List<ColumnProfile>> sets = new ArrayList<>(List.of(List.of()));
        for (ColumnProfile column : columns) {
            for (List<ColumnProfile> set : List.copyOf(sets)) {
                List<ColumnProfile> more = new ArrayList<>(set);
                more.add(column);
                sets.add(more);
            }
        }
        return sets;
    }

    /// Whether the tax of orders that have such goods is a rate of the others alone.
    private boolean isApart(MoneyFile file, ColumnProfile taxed, ColumnProfile tax, ColumnProfile column) {
        String when = "%s and %s > 0.02".formatted(some(value(tax)), value(column));
        Claim<Boolean> rate = new Claim<>(true, Rates.off(value(tax), value(taxed)), when);
        return !equations.holding(file, List.of(rate), Rates.ROUNDED).isEmpty();
    }

    /// Whether a column is untaxed goods: its header is that of the taxed ones but for the rate, or says exempt, or
    /// it is all there is in some orders.
    boolean is(MoneyFile file, ColumnProfile taxed, ColumnProfile column) {
        Claim<Boolean> alone =
                new Claim<>(true, "0", "%s = 0 and %s > 0.02".formatted(orZero(value(taxed)), value(column)));
        return words(column).equals(words(taxed))
                || saysUntaxed(column)
                || equations.first(file, List.of(alone)).isPresent();
    }

    private static boolean saysUntaxed(ColumnProfile column) {
        return UNTAXED.matcher(column.header()).find();
    }

    private static String words(ColumnProfile column) {
        return column.header().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
