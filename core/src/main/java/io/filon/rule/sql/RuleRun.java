package io.filon.rule.sql;

import io.filon.rule.check.CheckedRule;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Asks rules of a workspace's store as of its run: who belongs, and how many.
///
/// Reads the tables `rule_customers`, `rule_facts`, `rule_events`, `rule_items` and `rule_memberships`; the last is
/// made empty where nobody has recorded any. Facts without dates are as of the run whatever the instant asked about.
public final class RuleRun {

    /// Where everybody's events are read, up to two million customers are counted in arrays with a place for each
    /// number, in place of hashing; the arrays take some 50 MB a measure. To fill and empty them costs more than
    /// hashing the few that conditions asked one after another leave.
    private static final int NUMBER_BITS = 21;

    private static final Set<String> COMMON =
            Set.of("customer_id", "customer_no", "event_id", "name", "occurred_at", "seq", "item_no", "properties");

    private final Store store;
    private final Asked asked;

    private RuleRun(Store store, Asked asked) {
        this.store = store;
        this.asked = asked;
    }

    /// As the run's last day ended, by the zone of `run`.
    public static RuleRun of(Store store) {
        return at(store, now(store));
    }

    /// The last instant of the run's last day.
    public static Instant now(Store store) {
        Instant end = store.query(Sql.of("select as_of_end from run"), Run.class)
                .getFirst()
                .asOfEnd();
        return end.minusNanos(1000);
    }

    public static RuleRun at(Store store, Instant instant) {
        memberships(store);
        ZoneId brand = ZoneId.of(store.text(Sql.of("select zone from run")).orElse("UTC"));
        Asked asked = Asked.at(instant, brand, zones(store), columns(store));
        return new RuleRun(store, hasNumbers(store) ? asked.byNumber() : asked);
    }

    /// Makes the table of stays in segments, empty, where there is none.
    public static void memberships(Store store) {
        store.run(Sql.of("create table if not exists rule_memberships (customer_id varchar, segment varchar,"
                + " from_at timestamp with time zone, end_at timestamp with time zone)"));
    }

    /// A select of `customer_id`, ordered, each member once.
    public Sql members(CheckedRule rule) {
        return FactsSql.reads(rule) ? FactsSql.members(rule) : RuleSql.members(rule, asked);
    }

    public List<String> ids(CheckedRule rule) {
        return store.query(members(rule), Member.class).stream()
                .map(Member::customerId)
                .toList();
    }

    public long count(CheckedRule rule) {
        if (FactsSql.reads(rule)) {
            return store.number(
                    Sql.of("select count(*) from (\n").then(members(rule)).then(Sql.of("\n) members")));
        }
        Narrowing narrowing = RuleSql.narrowing(rule, asked);
        if (narrowing.steps() > 1) {
            return store.number(RuleSql.count(narrowing));
        }
        store.run(Sql.of("set perfect_ht_threshold = " + NUMBER_BITS));
        try {
            return store.number(RuleSql.count(narrowing));
        } finally {
            store.run(Sql.of("reset perfect_ht_threshold"));
        }
    }

    record Run(Instant asOfEnd) {}

    record Member(String customerId) {}

    record Name(String name) {}

    /// Zones people live in; a name no zone has is as unknown as none.
    private static List<ZoneId> zones(Store store) {
        return store
                .query(
                        Sql.of("select distinct zone as name from rule_customers where zone is not null order by zone"),
                        Name.class)
                .stream()
                .flatMap(zone -> zone(zone.name()).stream())
                .toList();
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty(); // the customer's clock is not known, as the doc says
        }
    }

    private static boolean hasNumbers(Store store) {
        return store.columns("rule_customers").contains("customer_no")
                && store.columns("rule_events").contains("customer_no");
    }

    /// What events and items have beside what every one has.
    private static Set<String> columns(Store store) {
        Set<String> columns = new TreeSet<>(store.columns("rule_events"));
        store.columns("rule_items").forEach(column -> columns.add("items." + column));
        columns.removeIf(column -> COMMON.contains(column.replace("items.", "")));
        return columns;
    }
}
