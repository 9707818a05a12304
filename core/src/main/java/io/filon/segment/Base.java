package io.filon.segment;

import io.filon.behaviour.job.JobFacts;
import io.filon.rule.Catalogue;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.reference.History;
import io.filon.rule.sql.RuleRun;
import io.filon.rule.sql.RuleSql;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.value.TraitFacts;
import io.filon.value.rules.RuleTables;
import io.filon.value.rules.StoredHistory;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/// A company's customers as segments see them: what may be asked of each, their numbers, and who belongs to what.
///
/// Needs the tables of *intake* and *value*; makes those that rules on events are read from.
public final class Base {

    /// The facts of every customer, and the company's own columns.
    static final String FACTS = "segment_facts";

    private final Store store;
    private final Catalogue catalogue;
    private final CustomerIndex index;
    private final LocalDate asOf;
    private final Instant now;
    private final ZoneId zone;
    private final Stays stays;
    private final StoredHistory histories;

    private Base(Store store, Catalogue catalogue, CustomerIndex index, LocalDate asOf) {
        this.store = store;
        this.catalogue = catalogue;
        this.index = index;
        this.asOf = asOf;
        this.now = RuleRun.now(store);
        this.zone = ZoneId.of(store.text(Sql.of("select zone from run")).orElse("UTC"));
        this.stays = new Stays(this);
        this.histories = new StoredHistory(store, catalogue);
    }

    /// From what *value* has just made.
    public static Base of(Store store) {
        LocalDate asOf = asOf(store);
        new TraitFacts(store).write(FACTS);
        JobFacts.write(store, FACTS);
        new RuleTables(store).build();
        CustomerIndex.refreshed(store, asOf);
        return kept(store);
    }

    /// From the tables that [#of] made of the same data.
    public static Base kept(Store store) {
        Catalogue facts = JobFacts.added(store, new TraitFacts(store).catalogue(FACTS));
        Catalogue catalogue = new RuleTables(store).catalogue(facts, Map.of());
        return new Base(store, catalogue, CustomerIndex.kept(store), asOf(store));
    }

    private static LocalDate asOf(Store store) {
        return LocalDate.parse(store.text(Sql.of("select as_of from run")).orElseThrow());
    }

    /// The same customers on another day, when *value* has been run for it; the index is not touched.
    public Base on(LocalDate day) {
        new TraitFacts(store).write(FACTS);
        JobFacts.write(store, FACTS);
        return new Base(store, catalogue, index, day);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /// Everybody who was a customer by the day: first bought or signed up by then. Whoever carries no date counts from
    /// the first run that saw them, and those of the very first run always.
    public RoaringBitmap presentBy() {
        return index.numbers(Sql.of("""
                select customer_facts.customer_id
                from customer_facts
                join segment_customers as known on known.customer_id = customer_facts.customer_id
                where coalesce(
                    customer_facts.known_since <= ?,
                    known.first_as_of <= ? or known.first_as_of = (select min(first_as_of) from segment_customers))""", asOf, asOf));
    }

    public Store store() {
        return store;
    }

    public CustomerIndex index() {
        return index;
    }

    public LocalDate asOf() {
        return asOf;
    }

    /// @throws FilonException with every problem of every file of `segments/`
    public Library library(Workspace workspace, Settings settings) {
        return Library.of(workspace, settings, catalogue);
    }

    public Members members(Segment segment) {
        return new Members(segment.key(), members(segment.rule()));
    }

    public RoaringBitmap members(CheckedRule rule) {
        return index.numbers(select(rule));
    }

    /// The members of a rule as a select of `customer_id`.
    public Sql select(CheckedRule rule) {
        if (RuleSql.readsFactsAlone(rule)) {
            return RuleSql.members(rule);
        }
        stays.make(rule);
        return RuleRun.of(store).members(rule);
    }

    /// Everything a rule may be asked about one customer.
    public History history(String customerId, CheckedRule rule) {
        stays.make(rule);
        return histories.of(customerId);
    }

    /// The last instant of the day, by the company's zone.
    public Instant now() {
        return now;
    }

    public ZoneId zone() {
        return zone;
    }

    /// @param column of `customer_facts`, money
    public Amounts amounts(String column) {
        return Amounts.load(store, "customer_facts", column, index.size());
    }
}
