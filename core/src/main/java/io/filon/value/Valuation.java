package io.filon.value;

import io.filon.rule.check.CheckedRule;
import io.filon.rule.sql.RuleSql;
import io.filon.store.Script;
import io.filon.store.SideBySide;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.workspace.Persona;
import io.filon.workspace.Settings;
import java.time.LocalDate;
import java.util.List;

/// Works out what every customer is worth after all costs: ledger, whale curve, stars, loss makers and lifecycle.
///
/// Needs the tables of *intake*, possibly empty, and the one row of `run`; makes its own tables again each time, always
/// the same from the same input.
public final class Valuation {

    /// From the run's first stage to nothing bought since long ago.
    public static final List<String> STAGES =
            List.of("new", "active_vip", "active", "at_risk", "dormant_high_value", "dormant_low_value", "lost");

    private static final List<String> LEDGER = List.of(
            "units",
            "order_amounts",
            "purchases",
            "purchase_totals",
            "cost_rates",
            "order_ledger",
            "purchase_days",
            "buyers",
            "acquired",
            "spend_channels",
            "channel_spend",
            "acquisition",
            "customer_costs",
            "customer_ledger");

    private static final List<String> TOTALS = List.of(
            "ladder", "base_totals", "year_totals", "whale_totals", "whale_points", "loss_makers", "loss_causes");

    private static final List<String> FACTS = List.of(
            "purchase_gaps", "base_rhythm", "rhythm", "star_window", "reorders", "customer_windows", "purchase_facts");

    private static final List<String> STARS = List.of("star_cut", "customer_facts", "star_customers");

    private static final List<String> LIFECYCLE = List.of("lifecycle", "lifecycle_totals");

    private static final List<String> WHAT_FOLLOWS = List.of(
            "star_profiles",
            "assumptions",
            "next_period",
            "channel_names",
            "loose_spend",
            "customer_efforts",
            "effort_shares",
            "channel_months",
            "channel_contacts",
            "channel_economics",
            "assumption_scales",
            "assumed_costs",
            "assumption_effects",
            "assumption_ends");

    private final Settings settings;
    private final List<Persona> personas;

    public Valuation(Settings settings) {
        this(settings, List.of());
    }

    /// @param personas whom the company says it sells to; what each is paid and leaves is counted
    public Valuation(Settings settings, List<Persona> personas) {
        this.settings = settings;
        this.personas = List.copyOf(personas);
    }

    public void run(Store store) {
        ledger(store);
        customers(store);
    }

    /// What every purchase and every customer left, and the totals.
    public void ledger(Store store) {
        Assumed.write(store, settings);
        build(store, LEDGER);
        build(store, TOTALS);
    }

    /// What follows for each customer: stars, stages, effort, and how far the assumptions carry. Needs the ledger.
    public void customers(Store store) {
        new PriceLevels(settings.priceIndex()).write(store, firstDay(store), asOf(store));
        build(store, FACTS);
        store.run(Sql.of("create or replace table star_members (customer_id varchar)"));
        collect(store, "insert into star_members select customer_id from (", ShippedRules.stars(settings.stars()));
        build(store, STARS);
        store.run(Sql.of("create or replace table stage_members (customer_id varchar, stage varchar)"));
        for (String stage : STAGES) {
            collect(
                    store,
                    "insert into stage_members select customer_id, %s from (".formatted(Sql.literal(stage)),
                    ShippedRules.stage(stage));
        }
        build(store, LIFECYCLE);
        new PersonaMembers(store).write(personas);
        build(store, WHAT_FOLLOWS);
    }

    /// Only what rules ask of customers, `customer_facts`, and what it is made from: enough to ask who would have
    /// been in a segment on another day. One table after another on this way into the store, so that a transaction
    /// of the caller's holds all of it.
    public void facts(Store store) {
        Assumed.write(store, settings);
        scripts(LEDGER).forEach(store::build);
        new PriceLevels(settings.priceIndex()).write(store, firstDay(store), asOf(store));
        scripts(FACTS).forEach(store::build);
        store.run(Sql.of("create or replace table star_members (customer_id varchar)"));
        collect(store, "insert into star_members select customer_id from (", ShippedRules.stars(settings.stars()));
        scripts(STARS).forEach(store::build);
    }

    /// Every script of the stage, in the order they run.
    static List<Script> scripts() {
        return List.of(LEDGER, TOTALS, FACTS, STARS, LIFECYCLE, WHAT_FOLLOWS).stream()
                .flatMap(names -> scripts(names).stream())
                .toList();
    }

    private static List<Script> scripts(List<String> names) {
        return names.stream().map(name -> Script.beside(Valuation.class, name)).toList();
    }

    private static void build(Store store, List<String> names) {
        SideBySide.build(store, scripts(names));
    }

    private static void collect(Store store, String before, CheckedRule rule) {
        store.run(Sql.of(before).then(RuleSql.members(rule)).then(Sql.of(") as members")));
    }

    private static LocalDate asOf(Store store) {
        return store.text(Sql.of("select as_of from run")).map(LocalDate::parse).orElseThrow();
    }

    private static LocalDate firstDay(Store store) {
        return store.text(Sql.of("select first_bought_on from purchase_totals"))
                .map(LocalDate::parse)
                .orElseGet(() -> asOf(store));
    }
}
