package io.filon.intake.infer.amount;

import static io.filon.intake.infer.amount.Equations.orZero;
import static io.filon.intake.infer.amount.Equations.shared;
import static io.filon.intake.infer.amount.Equations.some;
import static io.filon.intake.infer.amount.Equations.value;

import io.filon.intake.infer.amount.Equations.Claim;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether the refunds in a file of lines are off the amounts already, and whether they are of lines or of whole
/// orders.
final class Refunds {

    private static final Pattern SAID = Pattern.compile("(?i)refund|reembols|devol|returned|rembours");

    private final Equations equations;

    Refunds(Equations equations) {
        this.equations = equations;
    }

    void ofLines(MoneyFile file) {
        inPart(file);
        Optional<ColumnProfile> refund = file.sum(Role.REFUNDED).filter(column -> !file.corrected(column.index()));
        Optional<ColumnProfile> order = file.column(Role.ORDER_ID).filter(id -> !id.unique());
        if (refund.isEmpty() || order.isEmpty()) {
            return;
        }
        if (isOff(file, order.get(), refund.get())) {
            file.settle(refund.get(), Role.IGNORED);
        } else if (isOfLines(file, order.get(), refund.get())) {
            file.settings().put("refunds", "of_lines");
        }
    }

    /// Beside a mark on the lines that came back, a column that speaks of refunds and never exceeds the amount is how
    /// much of each line did.
    private void inPart(MoneyFile file) {
        Optional<ColumnProfile> amount = file.sum(Role.AMOUNT);
        if (file.column(Role.IS_RETURN).isEmpty()
                || amount.isEmpty()
                || file.column(Role.REFUNDED).isPresent()) {
            return;
        }
        List<Claim<ColumnProfile>> claims = file.figures(2 * MoneyFile.MOST_TRIED).stream()
                .filter(column ->
                        SAID.matcher(column.header()).find() && column.shapes().flags() < 0.9)
                .map(column -> new Claim<>(
                        column,
                        "case when %s <= %s + 0.02 then 0 else 1 end".formatted(value(column), value(amount.get())),
                        value(column) + " > 0.02"))
                .toList();
        equations.first(file, claims).ifPresent(column -> file.settle(column, Role.REFUNDED));
    }

    /// Whether it takes the lines and what was given back to make what the order came to.
    private boolean isOff(MoneyFile file, ColumnProfile order, ColumnProfile refund) {
        Optional<String> goods = file.sum(Role.AMOUNT)
                .map(Equations::sum)
                .or(() -> file.sum(Role.UNIT_PRICE)
                        .flatMap(price -> file.sum(Role.QUANTITY).map(pieces -> Equations.sum(price, pieces))));
        if (goods.isEmpty()) {
            return false;
        }
        String given = "abs(%s)".formatted(shared(refund));
        List<Claim<Boolean>> claims = new ArrayList<>();
        // that it is off comes second: where nothing was taken off, the lines are the whole as well
        for (boolean off : new boolean[] {false, true}) {
            wholes(file)
                    .forEach(whole -> claims.add(new Claim<>(
                            off,
                            "%s%s - (%s)".formatted(goods.get(), off ? " + " + given : "", whole),
                            given + " > 0.02")));
        }
        return equations.firstOfOrders(file, order, claims).orElse(false);
    }

    /// What the lines of an order may come to, by what is written of the whole order.
    private static List<String> wholes(MoneyFile file) {
        List<String> wholes = new ArrayList<>();
        for (Role role : List.of(Role.ORDER_SUBTOTAL, Role.ORDER_TOTAL)) {
            file.sum(role).ifPresent(whole -> {
                List<String> sums = new ArrayList<>(List.of(shared(whole)));
                add(file, sums, Role.ORDER_DISCOUNT, " + abs(%s)");
                add(file, sums, Role.SHIPPING_CHARGED, " - %s");
                add(file, sums, Role.ORDER_TAX, " - %s");
                wholes.addAll(sums);
            });
        }
        file.sum(Role.ORDER_SUBTOTAL)
                .flatMap(subtotal -> file.sum(Role.ORDER_DISCOUNT)
                        .map(discount -> "%s - abs(%s)".formatted(shared(subtotal), orZero(shared(discount)))))
                .ifPresent(wholes::add);
        return wholes;
    }

    /// Each of the sums as it is, then each with the column of a role.
    private static void add(MoneyFile file, List<String> sums, Role role, String term) {
        file.sum(role)
                .map(column -> term.formatted(orZero(shared(column))))
                .ifPresent(
                        more -> sums.addAll(sums.stream().map(sum -> sum + more).toList()));
    }

    /// Written of the order, it would be the same on all of its lines; so it must differ in most orders that have any.
    private boolean isOfLines(MoneyFile file, ColumnProfile order, ColumnProfile refund) {
        String several = "lines > 1 and " + some(Equations.sum(refund));
        String differs = "case when %1$s is null then 1 else %2$s - %1$s * lines end"
                .formatted(shared(refund), Equations.sum(refund));
        List<Double> shares = equations.sharesOfOrders(
                file, order, List.of(new Claim<>(true, "0", several), new Claim<>(false, differs, several)));
        return shares.getFirst() >= Equations.HOLDS && shares.getLast() < 0.5;
    }
}
