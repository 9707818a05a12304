package io.filon.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.rule.check.CheckedRule;
import io.filon.rule.read.RuleYaml;
import io.filon.rule.reference.History;
import io.filon.rule.reference.ReferenceEvaluator;
import io.filon.rule.say.Sentence;
import io.filon.rule.sql.Asked;
import io.filon.rule.sql.FactTable;
import io.filon.rule.sql.HistoryTables;
import io.filon.rule.sql.RuleSql;
import io.filon.rule.template.EventTemplates;
import io.filon.rule.template.ShopBase;
import io.filon.rule.template.ShopCatalogue;
import io.filon.store.DuckStore;
import io.filon.testing.Golden;
import io.filon.text.Formats;
import io.filon.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every kind of condition another product has can be written, checked and said; so can every shipped template.
class RuleCoveragePageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|`]+) \\| `(.+)` \\|$");

    /// What the page's table does not show.
    private static final String NODES = """
            everyone
            {not: {did: Order Completed, window: yesterday}}
            {did: Order Completed, window: {calendar: this week}, gross: true}
            {did: Order Completed, window: {calendar: previous quarter}, where: {any_item: {category: baby, price: "> 20"}}}
            {did: Order Completed, window: {calendar: 1 month 12 back}, where: {no_item: {category: baby}}}
            {did: Order Completed, where: {none: [{channel: app}, {coupon: known}], all_items: {quantity: ">= 2"}}}
            {did: Order Completed, where: {fact: city, as_of: then, is: Madrid}}
            {did: Order Completed, where: {time: {before: {property: deadline, within: 24 hours}}}}
            {did: Order Completed, where: {any: [{gift: true}, {time: {day: [12-25, 2026-01-06], month: [december]}}]}}
            {sum: items.price, of: Order Completed, items: {category: baby}, is: 10 .. 50.50}
            {median: revenue, of: Order Completed, is: "> 40"}
            {percentile: revenue, at: 90 %, of: Order Completed, is: "> 90"}
            {max: revenue, of: Order Completed, window: {last: 1 month}, is: ">= 100"}
            {share: {channel: app}, of: Order Completed, base: 3, is: 20 % .. 50 %}
            {streak: month, of: Order Completed, is: ">= 3"}
            {nth: channel, position: 2, of: Order Completed, is: "!= app"}
            {first: time, of: Order Completed, in: {last: 30 days}}
            {since_last: days, of: Order Completed, window: {last: 1 year}, is: "> 60"}
            {usual_gap: days, of: Order Completed, base: 3, is: "< 30"}
            {overdue: gap, of: Order Completed, base: 3, is: "> 1.5"}
            {ratio: [{count: events, of: Ticket Opened}, {count: events, of: Order Completed}], base: 3, is: "> 0.5"}
            {standing: decile, by: {fact: net_12m}, among: {orders_12m: ">= 1"}, is: "<= 2"}
            {standing: z_score, by: {fact: net_12m}, is: "> 2"}
            {segment_count: now, is: ">= 2"}
            {fact_age: city, unit: days, is: "> 365"}
            {fact_changes: city, window: {last: 1 year}, is: ">= 2"}
            {life_stage: {is: boda, source: [zero_party, imported], stated: {last: 12 months}}}
            {fact: city, as_of: 30 days ago, is: Madrid}
            {not: {city: {is: Madrid, for: 30 days}}}
            {bottom: {fact: orders_12m, share: 2.5 %}}
            {in_segment: Dormidos, as_of: 2026-01-31}
            {left_segment: Dormidos}
            {not: {at_least: 2, rules: [{city: Madrid}, {country: ES}, {known: true}]}}
            {all: [{named: madrid, rule: {city: Madrid}}, {any: [{use: madrid}, {country: PT}]}]}
            {person_time: {did: Product Viewed, where: {time: {hours: 22:00 .. 06:00}}}}
            {sequence: [{did: Product Viewed}, {did: Email Opened}], order: any, window: {last: 30 days}, times: 2}
            {sequence: [{did: Product Viewed, times: 3, distinct: session_id}, {not: Ticket Opened}, {did: Order Completed, after: 2 days, within: 9 days}]}
            {created_on: ">= 2026-01-31"}
            {created_on: {weekday: [monday], month: [may]}}
            """;

    @Test
    void every_row_is_a_rule_that_can_run() throws IOException {
        assertThat(rows())
                .hasSizeGreaterThanOrEqualTo(40)
                .allSatisfy((condition, rule) ->
                        assertThat(checked(rule)).as(condition).isNotNull());
    }

    @Test
    void every_row_finds_some_and_not_others_by_sql_as_by_plain_java() throws IOException {
        List<History> base =
                new ShopBase(RandomGeneratorFactory.of("L64X128MixRandom").create(6)).histories(400);
        ReferenceEvaluator reference = new ReferenceEvaluator(base, ShopBase.ZONE);
        try (DuckStore store = DuckStore.inMemory()) {
            new HistoryTables(store).load(base);
            FactTable.load(store, ShopCatalogue.CATALOGUE, base);
            Asked asked = Asked.at(ShopBase.NOW, ShopBase.ZONE, List.of(), Set.of());
            rows().forEach((condition, rule) -> {
                List<String> members = store.query(RuleSql.members(checked(rule), asked), Member.class).stream()
                        .map(Member::customerId)
                        .toList();
                assertThat(members)
                        .as(condition)
                        .isEqualTo(reference.members(checked(rule), ShopBase.NOW))
                        .hasSizeBetween(1, base.size() - 1);
            });
        }
    }

    record Member(String customerId) {}

    @Test
    void every_row_has_its_sentence() throws IOException {
        StringBuilder said = new StringBuilder();
        rows().forEach((condition, rule) -> said.append(both(condition, checked(rule))));
        Golden.assertMatches(RuleCoveragePageTest.class, "sentences_of_coverage.txt", said.toString());
    }

    @Test
    void every_kind_of_node_has_its_sentence() {
        StringBuilder said = new StringBuilder();
        NODES.lines().forEach(rule -> said.append(both(rule, checked(rule))));
        Golden.assertMatches(RuleCoveragePageTest.class, "sentences_of_nodes.txt", said.toString());
    }

    @Test
    void every_template_has_its_sentence() {
        StringBuilder said = new StringBuilder();
        EventTemplates.keys().forEach(key -> said.append(both(key, EventTemplates.rule(key))));
        Golden.assertMatches(RuleCoveragePageTest.class, "sentences_of_templates.txt", said.toString());
    }

    private static String both(String title, CheckedRule rule) {
        return "# %s\n%s\n%s\n\n".formatted(title, said(rule, Locale.of("es", "ES")), said(rule, Locale.US));
    }

    private static String said(CheckedRule rule, Locale locale) {
        return Sentence.of(rule, Messages.of(locale), new Formats(locale, "EUR"))
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }

    private static CheckedRule checked(String rule) {
        NamedRule named = RuleYaml.parse("name: x\nrule: " + rule, ShopCatalogue.CATALOGUE);
        return CheckedRule.check(named, ShopCatalogue.CATALOGUE);
    }

    private static Map<String, String> rows() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/reference/rule-coverage.md"))) {
            folder = folder.getParent();
        }
        Map<String, String> rows = new LinkedHashMap<>();
        ROW.matcher(Files.readString(folder.resolve("docs/reference/rule-coverage.md")))
                .results()
                .forEach(row -> rows.put(row.group(1), row.group(2)));
        return rows;
    }
}
