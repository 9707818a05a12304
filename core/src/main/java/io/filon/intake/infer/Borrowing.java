package io.filon.intake.infer;

import io.filon.intake.infer.words.Fit;
import io.filon.intake.lexicon.Lexicon;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.profile.Formats;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Chooses what a file takes from the file it points into: only what it lacks.
final class Borrowing {

    private static final Map<Kind, Role> DATE_OF = Map.of(
            Kind.ORDER_LINES, Role.ORDERED_AT,
            Kind.ORDERS, Role.ORDERED_AT,
            Kind.EVENTS, Role.OCCURRED_AT,
            Kind.TOUCHES, Role.SENT_AT,
            Kind.RETURNS, Role.RETURNED_AT);
    private static final Set<Role> OWN_AMOUNT =
            Set.of(Role.AMOUNT, Role.LIST_AMOUNT, Role.UNIT_PRICE, Role.ORDER_TOTAL, Role.ORDER_SUBTOTAL);
    private static final Set<Role> OWN_COST = Set.of(Role.COST, Role.UNIT_COST, Role.PROFIT);

    /// A header that says which day it is.
    private static final double SAID = 0.9;

    private static final Set<String> OTHER_DATES =
            Set.of("opened", "created", "closed", "end", "birth", "delivered", "shipped", "answered", "rating");

    private final Lexicon lexicon;

    Borrowing(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// Places of the target's columns that serve the borrower; a lookup's columns get their roles here.
    ///
    /// @param lent roles that nearer files have lent already
    List<Integer> columns(Draft borrower, Draft target, int key, Set<Role> lent) {
        return all(borrower, target, key).stream()
                .filter(column -> target.role(column) == Role.KEY || !lent.contains(target.role(column)))
                .toList();
    }

    private List<Integer> all(Draft borrower, Draft target, int key) {
        return switch (target.kind) {
            case PRODUCTS -> ofProducts(borrower, target);
            case ORDERS -> ofOrders(borrower, target);
            case LOOKUP -> ofLookup(borrower, target, key);
            default -> List.of();
        };
    }

    /// Whether a file says itself what was paid.
    static boolean saysAmount(Draft draft) {
        return OWN_AMOUNT.stream().anyMatch(draft::has);
    }

    private static List<Integer> ofProducts(Draft borrower, Draft target) {
        List<Role> wanted = new ArrayList<>(List.of(Role.PRODUCT, Role.CATEGORY, Role.SUBCATEGORY));
        if (borrower.sells() && !saysAmount(borrower)) {
            wanted.add(Role.UNIT_PRICE);
        }
        if (borrower.sells() && OWN_COST.stream().noneMatch(borrower::has)) {
            wanted.add(Role.UNIT_COST);
        }
        return present(borrower, target, wanted);
    }

    private static List<Integer> ofOrders(Draft borrower, Draft target) {
        return borrower.kind == Kind.ORDER_LINES || borrower.kind == Kind.RETURNS
                ? present(borrower, target, List.of(Role.ORDERED_AT, Role.CUSTOMER_ID, Role.EMAIL, Role.CURRENCY))
                : List.of();
    }

    private static List<Integer> present(Draft borrower, Draft target, List<Role> wanted) {
        return wanted.stream()
                .filter(role -> !borrower.has(role))
                .flatMap(role -> target.column(role).stream())
                .map(ColumnProfile::index)
                .toList();
    }

    private List<Integer> ofLookup(Draft borrower, Draft target, int key) {
        Map<Role, ColumnProfile> wanted = new LinkedHashMap<>();
        date(borrower, target, wanted);
        if (borrower.kind == Kind.PRODUCTS) {
            named(borrower, target, wanted, List.of(Role.CATEGORY, Role.SUBCATEGORY, Role.BRAND), key);
        } else if (borrower.kind != Kind.DEALS) {
            named(borrower, target, wanted, facts(borrower, target), key);
        }
        List<Role> own = borrower.payments.isEmpty()
                ? List.of(Role.CUSTOMER_ID)
                : List.of(Role.CUSTOMER_ID, Role.PAYMENT_STATUS);
        List<Integer> borrowed = new ArrayList<>(present(borrower, target, own));
        wanted.forEach((role, column) -> {
            target.assign(column.index(), role, "join");
            borrowed.add(column.index());
        });
        return borrowed;
    }

    /// What a list of sessions, of campaigns or of anything else tells about the rows that point into it.
    private List<Role> facts(Draft borrower, Draft target) {
        List<String> headers = target.raw.headers();
        if (lexicon.speaksOf(headers, Set.of("session"))) {
            return borrower.kind == Kind.EVENTS
                    ? List.of(Role.CUSTOMER_ID, Role.CHANNEL, Role.DEVICE)
                    : List.of(Role.CHANNEL);
        }
        if (lexicon.speaksOf(headers, Set.of("campaign"))) {
            return borrower.kind == Kind.TOUCHES ? List.of(Role.CHANNEL) : List.of(Role.CAMPAIGN);
        }
        return List.of(Role.COUNTRY, Role.REGION, Role.CITY);
    }

    /// For each role the column that reads best as it, by header and values.
    private void named(Draft borrower, Draft target, Map<Role, ColumnProfile> wanted, List<Role> roles, int key) {
        for (Role role : roles) {
            if (borrower.has(role)) {
                continue;
            }
            ColumnProfile best = null;
            double score = 0.45;
            for (ColumnProfile profile : target.profiles) {
                double match = Fit.of(role, profile, lexicon);
                if (profile.index() != key && !wanted.containsValue(profile) && match > score) {
                    best = profile;
                    score = match;
                }
            }
            if (best != null) {
                wanted.put(role, best);
            }
        }
    }

    /// The day of a calendar, or of the campaign a message belongs to.
    private void date(Draft borrower, Draft target, Map<Role, ColumnProfile> wanted) {
        Role role = DATE_OF.get(borrower.kind);
        if (role == null || borrower.has(role)) {
            return;
        }
        target.profiles.stream()
                .filter(profile ->
                        Formats.canBeDate(profile) && profile.shapes().dates() > 0.9)
                .filter(profile -> {
                    List<String> concepts = lexicon.concepts(profile.header());
                    boolean other = concepts.stream().anyMatch(OTHER_DATES::contains) || OrderDays.ofRecord(profile);
                    boolean whole = profile.filled() > profile.rows() * 0.95;
                    boolean start = concepts.contains("start") && borrower.kind == Kind.TOUCHES;
                    boolean day = profile.unique()
                            || concepts.equals(List.of("date"))
                            || lexicon.roles(profile.header()).getOrDefault(role, 0.0) >= SAID;
                    return !other && whole && (start || (day && !concepts.contains("start")));
                })
                .findFirst()
                .ifPresent(profile -> wanted.put(role, profile));
    }
}
