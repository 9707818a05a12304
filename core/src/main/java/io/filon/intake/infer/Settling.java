package io.filon.intake.infer;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import java.util.List;
import java.util.Set;

/// The last choices inside one file, once kind and roles are known: who the customer is, whether rows make orders,
/// what a list of won deals or redeemed coupons says by being one.
final class Settling {

    private static final Set<Kind> OF_CUSTOMERS =
            Set.of(Kind.ORDERS, Kind.ORDER_LINES, Kind.SUBSCRIPTIONS, Kind.EVENTS);

    private static final Set<Kind> OF_SOMEBODY = Set.of(Kind.TICKETS, Kind.EVENTS, Kind.TOUCHES);
    private static final Role[] NAMING = {
        Role.CUSTOMER_ID, Role.EMAIL, Role.PHONE, Role.ANONYMOUS_ID, Role.SESSION_ID
    };

    /// Doubts that another file may settle.
    static final Set<String> NO_CUSTOMER = Set.of("no_customer", "names_nobody");

    /// Nobody makes so many of all visits.
    private static final int FEWEST_VISITORS = 50;

    private Settling() {}

    static void settle(Draft draft, List<Doubt> doubts) {
        if (OF_CUSTOMERS.contains(draft.kind)) {
            customer(draft, doubts);
        }
        if (OF_SOMEBODY.contains(draft.kind) && !draft.hasAny(NAMING)) {
            doubts.add(new Doubt("names_nobody", draft.raw.file(), "", 2, List.of()));
        }
        if (draft.has(Role.LAST_NAME) && !draft.has(Role.FIRST_NAME) && draft.recipe.equals("inferred")) {
            draft.turn(Role.NAME, Role.FIRST_NAME, "header");
        }
        switch (draft.kind) {
            case ORDER_LINES -> lines(draft, doubts);
            case DEALS -> deals(draft);
            case TOUCHES -> touches(draft);
            // a few values for all visits are kinds of visitors, not visitors
            case VISITS ->
                draft.column(Role.ANONYMOUS_ID)
                        .filter(column -> column.distinct() * FEWEST_VISITORS < column.filled())
                        .ifPresent(column -> draft.assign(column.index(), Role.IGNORED, "values"));
            // an account number of one's own is no company that several belong to
            case CUSTOMERS ->
                draft.column(Role.ACCOUNT_ID)
                        .filter(ColumnProfile::unique)
                        .ifPresent(column -> draft.assign(column.index(), Role.IGNORED, "header"));
            default -> {}
        }
    }

    /// Without an id or an address, the name is all there is to tell customers apart.
    private static void customer(Draft draft, List<Doubt> doubts) {
        if (draft.hasAny(Role.CUSTOMER_ID, Role.EMAIL, Role.PHONE, Role.ANONYMOUS_ID)) {
            return;
        }
        for (Role role : List.of(Role.ACCOUNT_ID, Role.COMPANY, Role.NAME)) {
            ColumnProfile column = draft.column(role).orElse(null);
            if (column != null) {
                draft.assign(column.index(), Role.CUSTOMER_ID, "values");
                doubts.add(new Doubt("customer_by_name", draft.raw.file(), column.header(), 2, List.of()));
                return;
            }
        }
        if (draft.kind != Kind.EVENTS) {
            doubts.add(new Doubt("no_customer", draft.raw.file(), "", 1, List.of()));
        }
    }

    private static void lines(Draft draft, List<Doubt> doubts) {
        boolean ordered = draft.has(Role.ORDER_ID);
        draft.synthesizeOrders = !ordered && draft.hasAny(Role.PRODUCT_ID, Role.PRODUCT, Role.BRAND);
        if (!ordered) {
            String code = draft.synthesizeOrders ? "orders_by_day" : "orders_by_row";
            doubts.add(new Doubt(code, draft.raw.file(), "", 3, List.of()));
        }
    }

    private static void deals(Draft draft) {
        boolean wonList = !draft.hasAny(Role.STAGE, Role.IS_WON, Role.IS_CLOSED)
                && draft.raw.headers().stream()
                        .anyMatch(header ->
                                header.toLowerCase(java.util.Locale.ROOT).matches(".*\\b(won|ganad[oa]).*|won[_ ].*"));
        if (wonList) {
            draft.settings.put("deals", "won");
        }
    }

    private static void touches(Draft draft) {
        boolean redeemed = draft.raw.headers().stream()
                .anyMatch(header ->
                        header.toLowerCase(java.util.Locale.ROOT).matches(".*(redempt|redeem|canje|canjead).*"));
        if (redeemed && !draft.has(Role.TOUCH_KIND)) {
            draft.settings.put("touch", "redeemed");
        }
    }
}
