package io.filon.intake.infer;

import io.filon.intake.infer.words.StatusWords;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Says what the status words seen in a file mean; a recipe's own words stand.
final class Statuses {

    private static final Set<Role> COLUMNS =
            Set.of(Role.STATUS, Role.PAYMENT_STATUS, Role.FULFILLMENT_STATUS, Role.STAGE, Role.TOUCH_KIND);

    private final StatusWords words;

    Statuses(StatusWords words) {
        this.words = words;
    }

    void settle(Draft draft, List<Doubt> doubts) {
        Kind group = draft.kind == Kind.ORDER_LINES ? Kind.ORDERS : draft.kind;
        if (!words.know(group)) {
            return;
        }
        for (ColumnProfile profile : draft.profiles) {
            if (COLUMNS.contains(draft.role(profile.index())) && profile.distinct() <= 200) {
                profile.values().forEach(value -> meaning(draft, group, profile, value.text(), doubts));
            }
        }
    }

    private void meaning(Draft draft, Kind group, ColumnProfile profile, String status, List<Doubt> doubts) {
        String word = status.toLowerCase(Locale.ROOT);
        if (draft.statuses.containsKey(word)) {
            return;
        }
        words.of(group, status)
                .ifPresentOrElse(
                        meaning -> draft.statuses.put(word, meaning),
                        () -> doubts.add(
                                new Doubt("unknown_status", draft.raw.file(), profile.header(), 2, List.of(status))));
        boolean howMuch = draft.hasAny(Role.REFUNDED, Role.RETURNED_QUANTITY);
        if (group == Kind.ORDERS && !howMuch && words.partlyReturned(status)) {
            doubts.add(new Doubt("partly_returned", draft.raw.file(), profile.header(), 1, List.of(status)));
        }
    }
}
