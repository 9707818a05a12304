package io.filon.intake.infer.amount;

import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Files with the same headers, as the months of a year or the sheets of a book, hold the same money: the longest,
/// whose
/// sums show most, says it for all.
public final class SameHeaders {

    private static final Set<Role> MONEY = Set.of(
            Role.IGNORED,
            Role.QUANTITY,
            Role.AMOUNT,
            Role.LIST_AMOUNT,
            Role.UNIT_PRICE,
            Role.UNIT_LIST_PRICE,
            Role.DISCOUNT,
            Role.DISCOUNT_RATE,
            Role.COST,
            Role.UNIT_COST,
            Role.PROFIT,
            Role.TAX,
            Role.ORDER_TOTAL,
            Role.ORDER_SUBTOTAL,
            Role.ORDER_DISCOUNT,
            Role.ORDER_TAX,
            Role.SHIPPING_CHARGED,
            Role.SHIPPING_COST);

    private SameHeaders() {}

    /// @param files all of one kind, understood without a recipe
    public static void agree(List<? extends MoneyFile> files) {
        for (MoneyFile file : files) {
            Optional<? extends MoneyFile> longest = files.stream()
                    .filter(other -> other.raw().headers().equals(file.raw().headers()))
                    .max(Comparator.comparingLong(other -> other.raw().rows()));
            longest.filter(other -> !other.equals(file)).ifPresent(other -> follow(file, other));
        }
    }

    private static void follow(MoneyFile file, MoneyFile longest) {
        for (ColumnProfile column : longest.profiles()) {
            Role said = longest.roles().get(column.index());
            Role read = file.roles().get(column.index());
            if (said != read && !column.empty() && MONEY.contains(said) && MONEY.contains(read)) {
                file.settle(file.profiles().get(column.index()), said);
            }
        }
        for (String of : List.of("prices", "amount", "beside")) {
            String said = longest.settings().get(of);
            if (said != null) {
                file.settings().putIfAbsent(of, said);
            }
        }
    }
}
