package io.filon.intake.infer.amount;

import static io.filon.intake.infer.amount.Equations.number;
import static io.filon.intake.infer.amount.Equations.value;

import io.filon.intake.infer.amount.Equations.Claim;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.Optional;

/// A total that repeats price by quantity: of use only where a row lacks one of the two.
public final class StatedTotals {

    private final Store store;
    private final Equations equations;

    public StatedTotals(Store store) {
        this.store = store;
        this.equations = new Equations(store);
    }

    /// Gives such a total the role of what the line came to before its discount.
    public void settle(MoneyFile file) {
        Optional<ColumnProfile> price = file.column(Role.UNIT_PRICE);
        Optional<ColumnProfile> quantity = file.column(Role.QUANTITY);
        boolean stated = file.column(Role.AMOUNT).isPresent()
                || file.column(Role.LIST_AMOUNT).isPresent();
        if (price.isEmpty() || quantity.isEmpty() || stated) {
            return;
        }
        List<Claim<ColumnProfile>> claims = file.figures().stream()
                .map(total -> new Claim<>(
                        total,
                        "%s * %s - %s".formatted(value(price.get()), value(quantity.get()), value(total)),
                        "%s <> 0 and %s <> 0".formatted(value(price.get()), value(quantity.get()))))
                .toList();
        equations
                .first(file, claims)
                .filter(total -> needed(file, price.get(), quantity.get(), total))
                .ifPresent(total -> file.settle(total, Role.LIST_AMOUNT));
    }

    private boolean needed(MoneyFile file, ColumnProfile price, ColumnProfile quantity, ColumnProfile total) {
        return store.number(Sql.of("select count(*) from %s where (%s is null or %s is null) and %s is not null"
                        .formatted(
                                Equations.source(file.raw()),
                                number(file, price),
                                number(file, quantity),
                                number(file, total))))
                > 0;
    }
}
