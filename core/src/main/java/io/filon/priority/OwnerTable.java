package io.filon.priority;

import io.filon.segment.Base;
import io.filon.segment.Library;
import io.filon.segment.Origin;
import io.filon.segment.Owners;
import io.filon.segment.Segment;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.workspace.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Whose each customer is, in `priority_owners`: one segment each, so that nobody is contacted, and paid for,
/// twice.
public final class OwnerTable {

    private OwnerTable() {}

    /// The stages of the lifecycle own everybody who ever bought.
    ///
    /// @return names by key: none, stages are called by our own words
    public static Map<String, String> ofStages(Store store) {
        create(store);
        store.run(Sql.of("insert into priority_owners select customer_id, stage from lifecycle"));
        return Map.of();
    }

    /// The company's own order of segments, first match first.
    ///
    /// @return names by key, of those that are not stages
    public static Map<String, String> of(Base base, Library library, Settings settings, Locale language) {
        List<Segment> order = Owners.order(library, settings.segments());
        Store store = base.store();
        create(store);
        Map<String, String> names = new LinkedHashMap<>();
        for (Segment segment : order) {
            store.run(Sql.of("insert into priority_owners select customer_id, cast(? as varchar) from (", segment.key())
                    .then(base.select(segment.rule()))
                    .then(Sql.of(") as members where customer_id not in (select customer_id from priority_owners)")));
            if (segment.origin() == Origin.OWN) {
                names.put(segment.key(), segment.name().in(language));
            }
        }
        return names;
    }

    private static void create(Store store) {
        store.run(Sql.of("create or replace table priority_owners (customer_id varchar, segment varchar)"));
    }
}
