package io.filon.intake.infer.amount;

import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.profile.RoleTypes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Files with the same headers, as the months of a year or the sheets of a workbook, mean the same by their columns of
/// money. The longest proves most, so the others follow it.
public final class SameHeaders {

    private static final Set<Role> OF_MONEY = Set.of(Role.IGNORED, Role.QUANTITY, Role.DISCOUNT_RATE);

    /// What the sums settle beside the roles.
    private static final Set<String> SETTINGS = Set.of("prices", "amount", "beside", "summed", "refunds");

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
            if (said != read && !column.empty() && ofMoney(said) && ofMoney(read)) {
                file.settle(file.profiles().get(column.index()), said);
            }
        }
        longest.settings().forEach((setting, said) -> {
            if (SETTINGS.contains(setting)) {
                file.settings().putIfAbsent(setting, said);
            }
        });
    }

    private static boolean ofMoney(Role role) {
        return RoleTypes.MONEY.contains(role) || OF_MONEY.contains(role);
    }
}
