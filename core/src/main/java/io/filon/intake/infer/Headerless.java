package io.filon.intake.infer;

import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.profile.ColumnProfile.Shapes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Reads a file that has no header by its values alone: a day, an amount with decimals, a small count, ids that
/// repeat.
final class Headerless {

    private Headerless() {}

    static void fill(Draft draft) {
        List<ColumnProfile> open = new ArrayList<>(
                draft.profiles.stream().filter(profile -> !profile.empty()).toList());
        take(draft, open, Role.EMAIL, profile -> profile.shapes().emails() > 0.8);
        take(draft, open, Role.ORDERED_AT, profile -> profile.shapes().dates() > 0.95);
        take(draft, open, Role.AMOUNT, Headerless::money);
        List<ColumnProfile> ids = open.stream().filter(Headerless::id).toList();
        ids.stream().filter(ColumnProfile::unique).findFirst().ifPresent(profile -> {
            draft.assign(profile.index(), Role.ORDER_ID, "values");
            open.remove(profile);
        });
        ids.stream()
                .filter(open::contains)
                .max(Comparator.comparingLong(ColumnProfile::distinct).thenComparingInt(profile -> -profile.index()))
                .ifPresent(profile -> {
                    draft.assign(profile.index(), Role.CUSTOMER_ID, "values");
                    // another id as varied as this one is the same customer by another name
                    open.removeIf(other -> other.equals(profile)
                            || (id(other)
                                    && Math.abs(other.distinct() - profile.distinct()) <= profile.distinct() / 100));
                });
        take(draft, open, Role.QUANTITY, Headerless::count);
        take(draft, open, Role.PRODUCT, profile -> profile.shapes().numbers() < 0.1 && profile.distinct() > 20);
        take(draft, open, Role.CATEGORY, profile -> profile.shapes().numbers() < 0.1 && profile.few());
        boolean usable = draft.has(Role.ORDERED_AT) && draft.has(Role.AMOUNT);
        boolean lines = draft.hasAny(Role.QUANTITY, Role.PRODUCT);
        if (usable && draft.hasAny(Role.CUSTOMER_ID, Role.EMAIL, Role.ORDER_ID)) {
            draft.kind = lines ? Kind.ORDER_LINES : Kind.ORDERS;
            if (!lines) {
                draft.turn(Role.AMOUNT, Role.ORDER_TOTAL, "values");
            }
        }
    }

    private static void take(Draft draft, List<ColumnProfile> open, Role role, Predicate<ColumnProfile> test) {
        open.stream().filter(test).findFirst().ifPresent(profile -> {
            draft.assign(profile.index(), role, "values");
            open.remove(profile);
        });
    }

    private static boolean money(ColumnProfile profile) {
        Shapes shapes = profile.shapes();
        return shapes.numbers() > 0.95 && (shapes.wholes() < 0.9 || shapes.money() > 0.5);
    }

    private static boolean id(ColumnProfile profile) {
        boolean fraction = profile.shapes().numbers() > 0.9 && profile.shapes().wholes() < 0.9;
        boolean moment = profile.shapes().dates() > 0.9 && profile.shapes().wholes() < 0.9;
        return !fraction
                && !moment
                && profile.distinct() > 5
                && profile.maxLength() <= 40
                && !count(profile)
                && profile.share(text -> text.chars().anyMatch(Character::isDigit)) > 0.8;
    }

    /// Small whole numbers, most of them under ten.
    static boolean count(ColumnProfile profile) {
        return profile.shapes().wholes() > 0.95
                && profile.maxLength() <= 4
                && profile.share(text -> text.matches("-?[0-9](\\.0+)?")) > 0.6;
    }
}
