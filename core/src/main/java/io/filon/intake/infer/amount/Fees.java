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

/// What was paid out after fees is no sale: where another column is it and the fees together, that one is; and where it
/// is the sum of all other money, the largest part is.
final class Fees {

    /// Columns without a role that are tried.
    private static final int MOST = 12;

    private final Equations equations;

    Fees(Equations equations) {
        this.equations = equations;
    }

    /// @param sale the roles that may be the payout, the first that the file has
    void settle(MoneyFile file, Role... sale) {
        List<ColumnProfile> fees = Stream.of(Role.PAYMENT_FEE, Role.COMMISSION)
                .flatMap(role -> file.sum(role).stream())
                .toList();
        Optional<ColumnProfile> payout =
                Stream.of(sale).flatMap(role -> file.sum(role).stream()).findFirst();
        if (fees.isEmpty() || payout.isEmpty() || file.corrected(payout.get().index())) {
            return;
        }
        ColumnProfile paid = payout.get();
        gross(file, paid, fees).or(() -> largest(file, paid, fees)).ifPresent(gross -> {
            Role role = Stream.of(sale)
                    .filter(each -> file.column(each).filter(paid::equals).isPresent())
                    .findFirst()
                    .orElseThrow();
            file.settle(paid, Role.IGNORED);
            file.settle(gross, role);
        });
    }

    private Optional<ColumnProfile> gross(MoneyFile file, ColumnProfile paid, List<ColumnProfile> fees) {
        List<List<ColumnProfile>> sets = new ArrayList<>();
        sets.add(fees);
        if (fees.size() > 1) {
            fees.forEach(fee -> sets.add(List.of(fee)));
        }
        List<Claim<ColumnProfile>> claims = new ArrayList<>();
        for (List<ColumnProfile> set : sets) {
            String taken = set.stream()
                    .map(fee -> "coalesce(%s, 0)".formatted(value(fee)))
                    .collect(Collectors.joining(" + ", "(", ")"));
            for (ColumnProfile gross : file.figures(MOST, Role.LIST_AMOUNT)) {
                // with its minus or without; a refund may cost a fee once more
                claims.add(new Claim<>(
                        gross,
                        "%s - %s - abs(%s)".formatted(value(gross), value(paid), taken),
                        "%s > 0 and abs(%s) > 0.02".formatted(value(gross), taken)));
            }
        }
        return equations.first(file, claims);
    }

    /// In a settlement the last column is all others together, fees and refunds with their minus.
    private Optional<ColumnProfile> largest(MoneyFile file, ColumnProfile paid, List<ColumnProfile> fees) {
        List<ColumnProfile> free = file.figures(MOST).stream()
                .filter(column -> column.shapes().wholes() < 1)
                .toList();
        List<ColumnProfile> parts = Stream.of(
                        free,
                        fees,
                        Stream.of(
                                        Role.SHIPPING_CHARGED,
                                        Role.SHIPPING_COST,
                                        Role.DISCOUNT,
                                        Role.ORDER_DISCOUNT,
                                        Role.TAX,
                                        Role.ORDER_TAX,
                                        Role.REFUNDED)
                                .flatMap(role -> file.sum(role).stream())
                                .toList())
                .flatMap(List::stream)
                .toList();
        String sum = parts.stream()
                .map(part -> "coalesce(%s, 0)".formatted(value(part)))
                .collect(Collectors.joining(" + "));
        boolean all = !free.isEmpty()
                && equations
                        .first(
                                file,
                                List.of(new Claim<>(
                                        true,
                                        "%s - (%s)".formatted(value(paid), sum),
                                        "%s < -0.02".formatted(value(fees.getFirst())))))
                        .isPresent();
        if (!all) {
            return Optional.empty();
        }
        List<Claim<ColumnProfile>> claims = free.stream()
                .map(part -> new Claim<>(
                        part,
                        free.stream()
                                        .map(other -> "abs(coalesce(%s, 0))".formatted(value(other)))
                                        .collect(Collectors.joining(", ", "greatest(", ")"))
                                + " - abs(%s)".formatted(value(part)),
                        "abs(%s) > 0.02".formatted(value(paid))))
                .toList();
        return equations.first(file, claims);
    }
}
