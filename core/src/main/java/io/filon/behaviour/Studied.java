package io.filon.behaviour;

import io.filon.behaviour.session.Sessions;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.function.Consumer;

/// Whose behaviour is studied: everybody, or of a very large base a part that chance chose, always the same.
///
/// Shares, medians and comparisons of a hundred thousand customers say what those of a million would; money, counts of
/// the base and lists are never told of a part. What a part is studied by lies over the tables of the whole base
/// ([Store#overlay()]), so that the same scripts run on either.
///
/// @param share of the customers
public record Studied(double share) {

    /// Customers looked at of a base half as large again or larger.
    public static final long MOST = 100_000;

    private static final String OWNED = "left join units on units.customer_id = %1$s.customer_id "
            + "where drawn_for(coalesce(units.unit_id, %1$s.customer_id)) < ?";

    /// Two events of a visit are of one visitor, whoever says so: the customer, the session, the browser.
    private static final String EVENTS = "left join session_owners on session_owners.session_id = %1$s.session_id "
            + "left join units on units.customer_id = coalesce(%1$s.customer_id, session_owners.visitor) "
            + "where drawn_for(coalesce(units.unit_id, %1$s.customer_id, session_owners.visitor, %1$s.anonymous_id, "
            + "%1$s.session_id, %1$s.event_id)) < ?";

    private static final String VISITS = "left join units on units.customer_id = %1$s.customer_id "
            + "where drawn_for(coalesce(units.unit_id, %1$s.customer_id, %1$s.anonymous_id, %1$s.session_id, "
            + "%1$s.source_id || ' ' || %1$s.row_no)) < ?";

    private static final List<String> FOR_VISITS = List.of("customers", "order_lines");

    private static final List<String> FOR_PATTERNS = List.of(
            "orders",
            "purchases",
            "purchase_days",
            "purchase_gaps",
            "rhythm",
            "buyers",
            "touches",
            "answers",
            "traits");

    private static final List<String> FOR_BLOCKS = List.of("outcomes", "known_before");

    /// Everybody.
    public static final Studied ALL = new Studied(1);

    /// Those of whom a very large base is told by.
    ///
    /// @param most customers studied
    public static Studied of(Store store, long most) {
        long customers = store.number(Sql.of("select count(*) from customers"));
        return 2 * customers > 3 * most ? new Studied((double) most / customers) : ALL;
    }

    /// Work on visits. Needs the tables of *intake* and `units`.
    public void visits(Store store, Consumer<Store> work) {
        with(
                store,
                over -> {
                    FOR_VISITS.forEach(table -> lay(over, table, OWNED));
                    over.stage(Sessions.owners());
                    lay(over, "events", EVENTS);
                    lay(over, "visits", VISITS);
                    over.run(
                            Sql.of(
                                    "create or replace table studied as select "
                                            + "(select count(*) from customers) as customers, (select count(*) from main.customers) as everybody"));
                    work.accept(over);
                },
                work);
    }

    /// Work on what customers do. Needs what visits made, and the tables of *value*.
    public void patterns(Store store, Consumer<Store> work) {
        withTables(FOR_PATTERNS, store, work);
    }

    /// Work on what each was known for before. Needs what visits made, and `known_before`.
    public void blocks(Store store, Consumer<Store> work) {
        withTables(FOR_BLOCKS, store, work);
    }

    private void withTables(List<String> tables, Store store, Consumer<Store> work) {
        with(
                store,
                over -> {
                    tables.forEach(table -> lay(over, table, OWNED));
                    work.accept(over);
                },
                work);
    }

    private void with(Store store, Consumer<Store> part, Consumer<Store> everybody) {
        if (share >= 1) {
            everybody.accept(store);
            return;
        }
        try (Store over = store.overlay()) {
            part.accept(over);
        }
    }

    private void lay(Store over, String table, String ofPart) {
        over.run(Sql.of(
                "create or replace table %1$s as select %1$s.* from main.%1$s ".formatted(table)
                        + ofPart.formatted(table),
                share));
    }
}
