package io.filon.rule.sql;

import io.filon.store.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The from clause of one select, growing as its expressions ask for more tables: moments of customers, or what is
/// recorded of them, seen from those moments.
final class Scope {

    private final Reading reading;
    private final Clock clock;
    private final Sql start;
    private final String key;
    private final String customer;
    private final Map<Sql, String> joins = new LinkedHashMap<>();
    private final List<Sql> from = new ArrayList<>();
    private String items = "";

    private Scope(Reading reading, Clock clock, Sql start, String key, String customer) {
        this.reading = reading;
        this.clock = clock;
        this.start = start;
        this.key = key;
        this.customer = customer;
    }

    /// Customers as `m`, one row a moment.
    static Scope ofCustomers(Reading reading, Clock clock) {
        Asked asked = reading.asked();
        Sql start =
                Sql.of(asked.moments() ? "rule_moments m" : "rule_customers m").then(clock(asked, clock));
        return new Scope(reading, clock, start, key(asked), "m.customer_id");
    }

    /// The moments that can still belong, as `m`, by their key alone.
    static Scope ofLeft(Reading reading) {
        return new Scope(reading, reading.brand(), Sql.of(reading.left() + " m"), "m.moment_id", "");
    }

    /// Rows of a table with a `customer_id`, once for each moment of the customer.
    ///
    /// @param table `rule_events e`
    static Scope of(Reading reading, Clock clock, String table) {
        Asked asked = reading.asked();
        String alias = table.substring(table.indexOf(' ') + 1);
        String customer = alias + ".customer_id";
        boolean events = table.startsWith("rule_events ");
        if (!clock.isTable() && (events || !asked.numbered())) {
            return new Scope(
                    reading, clock, Sql.of(table), asked.numbered() ? alias + ".customer_no" : customer, customer);
        }
        Sql start = Sql.of("%s\n    join %s m on m.customer_id = %s"
                        .formatted(table, asked.moments() ? "rule_moments" : "rule_customers", customer))
                .then(clock(asked, clock));
        return new Scope(reading, clock, start, key(asked), customer);
    }

    private static String key(Asked asked) {
        return asked.moments() ? "m.moment_id" : asked.numbered() ? "m.customer_no" : "m.customer_id";
    }

    private static Sql clock(Asked asked, Clock clock) {
        if (!clock.isTable()) {
            return Sql.of("");
        }
        String instant = asked.moments() ? " and f.now_at = m.now_at" : "";
        String zones = String.join(
                ", ",
                asked.people().stream().map(zone -> Sql.literal(zone.getId())).toList());
        String brand = Sql.literal(asked.brand().getId());
        String zone = clock.table().equals("brand_clock") || zones.isEmpty()
                ? brand
                : "case when m.zone in (%s) then m.zone else %s end".formatted(zones, brand);
        return Sql.of("\n    join %s f on f.zone = %s%s".formatted(clock.table(), zone, instant));
    }

    Reading reading() {
        return reading;
    }

    Clock clock() {
        return clock;
    }

    /// Column that says which moment a row is of.
    String key() {
        return key;
    }

    String customer() {
        return customer;
    }

    /// Adds a table of which at most one row belongs to each row here; the same one once.
    ///
    /// @param on when, given the alias
    /// @return the alias
    String join(String table, Function<String, Sql> on) {
        Sql same = Sql.of(table + " ").then(on.apply("?"));
        String known = joins.get(same);
        if (known != null) {
            return known;
        }
        String alias = "j%d".formatted(joins.size() + 1);
        joins.put(same, alias);
        from.add(Sql.of("\n    left join %s %s on ".formatted(table, alias)).then(on.apply(alias)));
        return alias;
    }

    /// A table of values by moment.
    String joinValues(String table) {
        return join(table, alias -> Sql.of("%s.moment_id = %s".formatted(alias, key)));
    }

    /// Turns rows into one for each item of the event.
    void joinItems() {
        items = "\n    join rule_items i on i.customer_id = e.customer_id and i.event_id = e.event_id";
    }

    Sql from() {
        return start.then(Sql.join(from, "")).then(Sql.of(items));
    }
}
