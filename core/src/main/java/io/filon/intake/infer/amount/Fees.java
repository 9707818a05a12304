package io.filon.intake.infer.amount;

import static io.filon.intake.infer.amount.Equations.orZero;
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

/// A payout, after fees, is no sale. Where another column is the payout and the fees together, that one is the sale;
/// where the payout is the sum of all other columns of money, the largest of these is.
final class Fees {

    /// Columns without a role that are tried.
    private static final int MOST = 12;

    /// Beside goods and fees.
    private static final Role[] OTHER_PARTS = {
        Role.SHIPPING_CHARGED,
        Role.SHIPPING_COST,
        Role.DISCOUNT,
        Role.ORDER_DISCOUNT,
        Role.TAX,
        Role.ORDER_TAX,
        Role.REFUNDED
    };

    private final Equations equations;

    Fees(Equations equations) {
        this.equations = equations;
    }

    /// @param sale the roles that may be the payout, the first that the file has
    void settle(MoneyFile file, Role... sale) {
        List<ColumnProfile> fees = Stream.of(Role.PAYMENT_FEE, Role.COMMISSION)
                .flatMap(role -> file.sum(role).stream())
                .toList();
        Optional<Role> payout =
                Stream.of(sale).filter(role -> file.sum(role).isPresent()).findFirst();
        if (fees.isEmpty() || payout.isEmpty()) {
            return;
        }
        file.sum(payout.get())
                .filter(paid -> !file.corrected(paid.index()))
                .flatMap(paid -> gross(file, paid, fees).or(() -> largest(file, paid, fees)))
                .ifPresent(gross -> file.move(payout.get(), gross));
    }

    private Optional<ColumnProfile> gross(MoneyFile file, ColumnProfile paid, List<ColumnProfile> fees) {
        List<List<ColumnProfile>> sets = new ArrayList<>();
        sets.add(fees);
        if (fees.size() > 1) {
            fees.forEach(fee -> sets.add(List.of(fee)));
        }
        List<Claim<ColumnProfile>> claims = new ArrayList<>();
        for (List<ColumnProfile> set : sets) {
            String taken = set.stream().map(fee -> orZero(value(fee))).collect(Collectors.joining(" + ", "(", ")"));
            for (ColumnProfile gross : file.figures(MOST, Role.LIST_AMOUNT)) {
                // with its minus or without; a refund may cost a fee once more
                claims.add(new Claim<>(
                        gross,
                        "%s - %s - abs(%s)".formatted(value(gross), value(paid), taken),
                        "%s > 0 and %s".formatted(value(gross), some(taken))));
            }
        }
        return equations.first(file, claims);
    }

    /// In a settlement the last column is all others together, fees and refunds with their minus.
    private Optional<ColumnProfile> largest(MoneyFile file, ColumnProfile paid, List<ColumnProfile> fees) {
        List<ColumnProfile> free = file.figures(MOST).stream()
                .filter(column -> column.shapes().wholes() < 1)
                .toList();
        Stream<ColumnProfile> others = Stream.of(OTHER_PARTS).flatMap(role -> file.sum(role).stream());
        String sum = Stream.of(free.stream(), fees.stream(), others)
                .flatMap(parts -> parts)
                .map(part -> orZero(value(part)))
                .collect(Collectors.joining(" + "));
        Claim<Boolean> all = new Claim<>(
                true, "%s - (%s)".formatted(value(paid), sum), "%s < -0.02".formatted(value(fees.getFirst())));
        if (free.isEmpty() || equations.first(file, List.of(all)).isEmpty()) {
            return Optional.empty();
        }
        String most = free.stream().map(part -> size(value(part))).collect(Collectors.joining(", ", "greatest(", ")"));
        List<Claim<ColumnProfile>> claims = free.stream()
                .map(part -> new Claim<>(part, "%s - abs(%s)".formatted(most, value(part)), some(value(paid))))
                .toList();
        return equations.first(file, claims);
    }
}
