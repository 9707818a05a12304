package io.filon.intake.infer;

import io.filon.intake.infer.amount.MoneyFile;
import io.filon.intake.lexicon.Lexicon;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What becomes of columns without a role: facts about the customer are kept as traits, the rest is left aside.
final class Leftovers {

    private static final Set<Kind> ABOUT_PEOPLE = Set.of(Kind.CUSTOMERS, Kind.LEADS);
    private static final Set<Kind> FACTS = Set.of(Kind.ORDERS, Kind.ORDER_LINES, Kind.SUBSCRIPTIONS);

    /// Columns asked about in one query: the engine does not survive some thousand aggregates at once.
    private static final int AT_ONCE = 500;

    /// A header that reads as a role so well says nothing else.
    private static final double SURE = 0.85;

    private final Store store;
    private final Lexicon lexicon;
    private final List<Doubt> doubts;

    /// @param doubts to add to
    Leftovers(Store store, Lexicon lexicon, List<Doubt> doubts) {
        this.store = store;
        this.lexicon = lexicon;
        this.doubts = doubts;
    }

    void settle(Draft draft) {
        if (draft.guessed(Kind.ORDERS) && !draft.hasAny(Role.ORDER_DISCOUNT, Role.DISCOUNT_RATE)) {
            discountRate(draft);
        }
        List<ColumnProfile> free = draft.unassigned().stream()
                .filter(profile ->
                        !profile.empty() && draft.evidence(profile.index()).equals("values"))
                .toList();
        if (ABOUT_PEOPLE.contains(draft.kind) || draft.kind == Kind.SUBSCRIPTIONS) {
            free.stream()
                    .filter(this::sumsUp)
                    .forEach(profile -> doubts.add(
                            new Doubt(Doubt.CUSTOMER_TOTALS, draft.raw.file(), profile.header(), 3, List.of())));
        }
        if (ABOUT_PEOPLE.contains(draft.kind)) {
            free.stream().filter(this::tells).forEach(profile -> draft.assign(profile.index(), Role.TRAIT, "values"));
        } else if (draft.kind == Kind.OUTSIDE) {
            free.stream()
                    .filter(profile -> profile.shapes().numbers() > 0.9 || profile.few())
                    .forEach(profile -> draft.assign(profile.index(), Role.MEASURE, "header"));
        } else if (draft.kind == Kind.ANSWERS) {
            free.forEach(profile -> draft.assign(profile.index(), Role.ANSWER, "header"));
        } else if (FACTS.contains(draft.kind) && draft.raw.header()) {
            draft.column(Role.CUSTOMER_ID)
                    .or(() -> draft.column(Role.EMAIL))
                    .ifPresent(customer -> traits(draft, customer, free));
        }
    }

    /// The total of an order is what was paid, and a discount that is a share of it says nothing more; but another file
    /// may hold the lines that it is off.
    private void discountRate(Draft draft) {
        draft.unassigned().stream()
                .filter(share -> share.shapes().numbers() > 0.95 && !MoneyFile.allZero(share))
                .filter(share -> {
                    double said = lexicon.roles(share.header()).getOrDefault(Role.DISCOUNT_RATE, 0.0);
                    return said >= SURE || (said > 0 && share.shapes().percents() > 0.5);
                })
                .findFirst()
                .ifPresent(share -> draft.assign(share.index(), Role.DISCOUNT_RATE, "header"));
    }

    /// A total of what somebody bought was not known before she bought, and the orders tell it better.
    private boolean sumsUp(ColumnProfile profile) {
        List<String> concepts = lexicon.concepts(profile.header());
        boolean figure = profile.shapes().numbers() > 0.95 || profile.shapes().dates() > 0.9;
        return concepts.contains("order count")
                || concepts.contains("customer spend")
                || (figure && (concepts.contains("order") || concepts.containsAll(List.of("total", "sales"))));
    }

    /// A street, or a number of its own on every row, tells customers apart but says nothing about them.
    private boolean tells(ColumnProfile profile) {
        List<String> concepts = lexicon.concepts(profile.header());
        boolean address = concepts.contains("address") || concepts.contains("name") || concepts.contains("phone");
        boolean figure = profile.shapes().numbers() > 0.95 || profile.shapes().dates() > 0.9;
        boolean own = profile.distinct() > profile.filled() * 0.8 && profile.filled() > 30;
        boolean number = concepts.contains("id") && own;
        return !sumsUp(profile) && !address && !number && (figure || !own);
    }

    /// A column that is the same on all rows of each customer is about the customer.
    private void traits(Draft draft, ColumnProfile customer, List<ColumnProfile> free) {
        List<ColumnProfile> candidates = free.stream()
                .filter(profile -> profile.distinct() > 1 && profile.few() && profile.distinct() <= 200)
                .filter(this::tells)
                .toList();
        for (int from = 0; from < candidates.size(); from += AT_ONCE) {
            List<ColumnProfile> some = candidates.subList(from, Math.min(candidates.size(), from + AT_ONCE));
            Map<String, Object> counts = changing(draft, customer, some);
            long customers = count(counts, "customers");
            some.stream()
                    .filter(profile -> customers > 4 && count(counts, "n" + profile.index()) * 100 <= customers)
                    .forEach(profile -> draft.assign(profile.index(), Role.TRAIT, "values"));
        }
    }

    private static long count(Map<String, Object> counts, String name) {
        return counts.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /// Customers with several rows, and for each column those for whom it changes.
    private Map<String, Object> changing(Draft draft, ColumnProfile customer, List<ColumnProfile> columns) {
        String changes = columns.stream()
                .map(profile -> "min(c%1$d) <> max(c%1$d) as n%1$d".formatted(profile.index()))
                .collect(Collectors.joining(", "));
        String changing = columns.stream()
                .map(profile -> "count(*) filter (n%1$d) as n%1$d".formatted(profile.index()))
                .collect(Collectors.joining(", "));
        Map<String, Object> counts = new HashMap<>();
        store.stream(
                Sql.of("""
                        with customers as (
                            select c%1$d, %2$s from %3$s where c%1$d is not null group by c%1$d having count(*) > 1
                        )
                        select count(*) as customers, %4$s from customers
                        """.formatted(customer.index(), changes, Amounts.source(draft.raw), changing)), counts::putAll);
        return counts;
    }
}
