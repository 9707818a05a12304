package io.filon.intake.infer.amount;

import static io.filon.intake.infer.amount.Equations.value;

import io.filon.intake.infer.amount.Equations.Claim;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What was given back in files of lines: off the lines already, of each line or of the whole order, in full or in
/// part.
final class Refunds {

    /// Columns without a role that are tried.
    private static final int MOST = 6;

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

    /// Beside a mark on what came back, an amount that says so and never exceeds the line's is how much of each did.
    private void inPart(MoneyFile file) {
        Optional<ColumnProfile> amount = file.sum(Role.AMOUNT);
        if (file.column(Role.IS_RETURN).isEmpty()
                || amount.isEmpty()
                || file.column(Role.REFUNDED).isPresent()) {
            return;
        }
        List<Claim<ColumnProfile>> claims = file.figures(2 * MOST).stream()
                .filter(column ->
                        SAID.matcher(column.header()).find() && column.shapes().flags() < 0.9)
                .map(column -> new Claim<>(
                        column,
                        "case when %s <= %s + 0.02 then 0 else 1 end".formatted(value(column), value(amount.get())),
                        value(column) + " > 0.02"))
                .toList();
        equations.first(file, claims).ifPresent(column -> file.settle(column, Role.REFUNDED));
    }

    /// The lines and what was given back are what the order came to: it is off the lines.
    private boolean isOff(MoneyFile file, ColumnProfile order, ColumnProfile refund) {
        Optional<String> goods = file.sum(Role.AMOUNT)
                .map(amount -> "s" + amount.index())
                .or(() -> file.sum(Role.UNIT_PRICE)
                        .flatMap(price ->
                                file.sum(Role.QUANTITY).map(many -> "p%dx%d".formatted(price.index(), many.index()))));
        if (goods.isEmpty()) {
            return false;
        }
        List<String> more = new ArrayList<>(List.of(""));
        add(file, more, " - abs(coalesce(o%d, 0))", Role.ORDER_DISCOUNT);
        add(file, more, " + coalesce(o%d, 0)", Role.SHIPPING_CHARGED);
        add(file, more, " + coalesce(o%d, 0)", Role.ORDER_TAX);
        String given = "abs(o%d)".formatted(refund.index());
        List<Claim<Boolean>> claims = new ArrayList<>();
        // what is off already comes second: without it the lines may be the whole, too
        for (boolean off : new boolean[] {false, true}) {
            Stream.of(Role.ORDER_SUBTOTAL, Role.ORDER_TOTAL)
                    .flatMap(role -> file.sum(role).stream())
                    .forEach(whole -> more.forEach(rest -> claims.add(new Claim<>(
                            off,
                            "%s%s%s - o%d".formatted(goods.get(), rest, off ? " + " + given : "", whole.index()),
                            given + " > 0.02"))));
            Stream.of(Role.ORDER_SUBTOTAL)
                    .flatMap(role -> file.sum(role).stream())
                    .forEach(whole -> file.sum(Role.ORDER_DISCOUNT)
                            .ifPresent(discount -> claims.add(new Claim<>(
                                    off,
                                    "%s + abs(coalesce(o%d, 0))%s - o%d"
                                            .formatted(
                                                    goods.get(),
                                                    discount.index(),
                                                    off ? " + " + given : "",
                                                    whole.index()),
                                    given + " > 0.02"))));
        }
        return equations.firstOfOrders(file, order, claims).orElse(false);
    }

    private static void add(MoneyFile file, List<String> sums, String term, Role role) {
        file.sum(role)
                .ifPresent(column -> sums.addAll(sums.stream()
                        .map(sum -> sum + term.formatted(column.index()))
                        .toList()));
    }

    /// Written of the order, it is the same on all of its lines.
    private boolean isOfLines(MoneyFile file, ColumnProfile order, ColumnProfile refund) {
        String several = "lines > 1 and abs(s%d) > 0.02".formatted(refund.index());
        List<Double> shares = equations.sharesOfOrders(
                file,
                order,
                List.of(
                        new Claim<>(true, "0", several),
                        new Claim<>(
                                false,
                                "case when o%1$d is null then 1 else s%1$d - o%1$d * lines end"
                                        .formatted(refund.index()),
                                several)));
        return shares.getFirst() >= Equations.HOLDS && shares.getLast() < 0.5;
    }
}
