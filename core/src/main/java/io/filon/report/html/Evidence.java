package io.filon.report.html;

import io.filon.behaviour.barrier.Barriers;
import io.filon.behaviour.habit.Habits;
import io.filon.behaviour.session.Sessions;
import io.filon.behaviour.trigger.Triggers;
import io.filon.discovery.apart.SettingApart;
import io.filon.discovery.lens.HiddenSegments;
import io.filon.report.Language;
import io.filon.report.change.Runs;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.value.Valuation;
import io.filon.value.accounts.BusinessAccounts;
import io.filon.value.future.PredictedValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What stands behind the figures of each section: the tables they are read from, the select that made each, and its
/// first rows as the store holds them.
///
/// Of a customer only the id is shown.
public record Evidence(Map<String, List<Table>> bySection) {

    /// @param sql  the whole script, with what a row is
    /// @param rows the first of the table, a text a cell
    public record Table(String name, String sql, List<String> columns, List<List<String>> rows) {}

    /// A section of the page, and a table of a stage that it shows.
    private record Shown(String section, Class<?> stage, String table) {}

    private static final List<Shown> SHOWN = List.of(
            new Shown("bridge", Valuation.class, "order_ledger"),
            new Shown("bridge", Valuation.class, "ladder"),
            new Shown("whale", Valuation.class, "customer_ledger"),
            new Shown("whale", Valuation.class, "whale_points"),
            new Shown("stars", Valuation.class, "star_customers"),
            new Shown("stars", Valuation.class, "star_profiles"),
            new Shown("apart-stars", SettingApart.class, "outcomes"),
            new Shown("apart-stars", SettingApart.class, "attribute_values"),
            new Shown("losses", Valuation.class, "loss_makers"),
            new Shown("losses", Valuation.class, "loss_causes"),
            new Shown("apart-losers", SettingApart.class, "outcomes"),
            new Shown("apart-losers", SettingApart.class, "attribute_values"),
            new Shown("hidden", HiddenSegments.class, "lens_people"),
            new Shown("effort", Valuation.class, "customer_efforts"),
            new Shown("effort", Valuation.class, "effort_shares"),
            new Shown("effort", Valuation.class, "channel_economics"),
            new Shown("lifecycle", Valuation.class, "lifecycle"),
            new Shown("lifecycle", Valuation.class, "lifecycle_totals"),
            new Shown("predicted", PredictedValues.class, "predicted_ranks"),
            new Shown("predicted", PredictedValues.class, "predicted_groups"),
            new Shown("predicted", PredictedValues.class, "predicted_whale"),
            new Shown("years", Valuation.class, "year_totals"),
            new Shown("accounts", BusinessAccounts.class, "opportunities"),
            new Shown("accounts", BusinessAccounts.class, "opportunity_cohorts"),
            new Shown("contracts", BusinessAccounts.class, "contract_totals"),
            new Shown("accounts", BusinessAccounts.class, "payback_months"),
            new Shown("accounts", BusinessAccounts.class, "account_tiers"),
            new Shown("accounts", BusinessAccounts.class, "parent_companies"),
            new Shown("sensitivity", Valuation.class, "assumption_scales"),
            new Shown("sensitivity", Valuation.class, "assumption_effects"),
            new Shown("sensitivity", Valuation.class, "assumption_ends"),
            new Shown("assumptions", Valuation.class, "assumptions"),
            new Shown("change", Runs.class, "current_members"),
            new Shown("change", Runs.class, "changed_members"),
            new Shown("review", Valuation.class, "base_rhythm"),
            new Shown("behaviour", Sessions.class, "sessions"),
            new Shown("behaviour", Barriers.class, "group_funnels"),
            new Shown("behaviour", Triggers.class, "trigger_onsets"),
            new Shown("behaviour", Habits.class, "habit_counts"));

    private static final int ROWS = 5;
    private static final Set<String> PERSONAL = Set.of(
            "name", "first_name", "last_name", "email", "phone", "birth_on", "postal_code", "city", "company", "tags");

    public Evidence {
        bySection = Map.copyOf(bySection);
    }

    /// For a page without a store behind it.
    public static Evidence none() {
        return new Evidence(Map.of());
    }

    /// Reads the first rows of what the page shows; a table that is missing or empty stands behind no figure.
    public static Evidence of(Store store, Language language) {
        Set<String> there = new TreeSet<>(store.tables());
        Map<String, List<Table>> bySection = new LinkedHashMap<>();
        SHOWN.stream().filter(shown -> there.contains(shown.table)).forEach(shown -> {
            Table table = table(store, Script.beside(shown.stage, shown.table), language);
            if (!table.rows.isEmpty()) {
                bySection
                        .computeIfAbsent(shown.section, section -> new ArrayList<>())
                        .add(table);
            }
        });
        return new Evidence(bySection);
    }

    List<Table> of(String section) {
        return bySection.getOrDefault(section, List.of());
    }

    private static Table table(Store store, Script script, Language language) {
        List<String> columns = columns(store, script.name());
        List<List<String>> rows = new ArrayList<>();
        store.stream(
                Sql.of("select * from %s limit %d".formatted(Sql.name(script.name()), ROWS)),
                row -> rows.add(columns.stream()
                        .map(column -> cell(row.get(column), language))
                        .toList()));
        return new Table(script.name(), script.text().strip(), columns, rows);
    }

    /// Those that may be shown: of a customer, the id and nothing else personal.
    private static List<String> columns(Store store, String table) {
        List<String> all = store.columns(table);
        boolean ofCustomer = all.contains("customer_id");
        return all.stream()
                .distinct()
                .filter(column -> !ofCustomer || !PERSONAL.contains(column))
                .toList();
    }

    private static String cell(@Nullable Object value, Language language) {
        return switch (value) {
            case null -> "–";
            case BigDecimal amount -> language.number(amount.doubleValue(), 2);
            case Double number -> language.number(number, 3);
            case LocalDate day -> day.toString();
            case Boolean flag -> language.say(flag ? "list.yes" : "list.no");
            default -> value.toString();
        };
    }
}
