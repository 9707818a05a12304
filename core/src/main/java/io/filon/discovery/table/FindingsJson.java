package io.filon.discovery.table;

import io.filon.discovery.confirm.Finding;
import io.filon.discovery.confirm.Findings;
import io.filon.discovery.search.Condition;
import io.filon.rule.read.RuleYaml;
import io.filon.text.Messages;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a discovery found, for scripts. Every figure that is not known is null.
public final class FindingsJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Findings findings;
    private final boolean binary;
    private final boolean plain;
    private final Sentences english;
    private final Sentences spanish;

    /// @param plain whether it was ranked only
    public FindingsJson(Findings findings, FlatTable table, boolean plain) {
        this.findings = findings;
        this.binary = table.target().binary();
        this.english = new Sentences(Locale.ENGLISH, table.columns());
        this.spanish = new Sentences(Locale.forLanguageTag("es-ES"), table.columns());
        this.plain = plain;
    }

    /// @param seconds of the whole run
    public String print(List<Warning> warnings, Messages messages, double seconds) {
        ObjectNode root = JSON.createObjectNode();
        root.put("rows", findings.customers());
        root.put("target_mean", findings.targetMean());
        root.put("depth", findings.depth());
        root.put("min_customers", findings.minCustomers());
        root.put("candidates", (long) findings.candidates());
        root.put("seconds_search", findings.searchSeconds());
        root.put("seconds_total", seconds);
        ArrayNode said = root.putArray("warnings");
        warnings.forEach(warning -> said.add(warning.in(messages)));
        ArrayNode segments = root.putArray("segments");
        findings.findings().forEach(finding -> segment(segments.addObject(), finding));
        return JSON.writeValueAsString(root);
    }

    private void segment(ObjectNode segment, Finding finding) {
        double mean = findings.targetMean();
        segment.put("rule", finding.rule());
        segment.put("sentence_en", english.of(finding, mean, binary));
        segment.put("sentence_es", spanish.of(finding, mean, binary));
        segment.put("customers", finding.customers());
        segment.put("mean", finding.mean());
        put(segment, "lift", finding.mean() / mean);
        segment.put("low", finding.low());
        segment.put("high", finding.high());
        segment.put("extra_each_low", finding.low() - mean);
        segment.put("extra_each_high", finding.high() - mean);
        segment.put("extra_total_low", (finding.low() - mean) * finding.customers());
        put(segment, "p_adjusted", plain ? Double.NaN : finding.pAdjusted());
        segment.put("confirmed", finding.confirmed());
        segment.put("grade", finding.grade().name().toLowerCase(Locale.ROOT));
        if (finding.periods() < 2) {
            segment.putNull("stability");
        } else {
            segment.putObject("stability").put("held", finding.held()).put("periods", finding.periods());
        }
        segment.put("quality", finding.quality());
        put(segment, "best_customer_share", plain ? Double.NaN : finding.bestShare());
        if (finding.toSettle() > 0) {
            segment.put("customers_to_settle", finding.toSettle());
        }
        ArrayNode aliases = segment.putArray("aliases");
        finding.aliases().forEach(aliases::add);
        ArrayNode variants = segment.putArray("variants");
        finding.variants().forEach(variants::add);
        ArrayNode conditions = segment.putArray("conditions");
        finding.conditions().forEach(condition -> condition(conditions.addObject(), condition));
        segment.put("segment", RuleYaml.print(SegmentRule.of(finding, finding.rule())));
    }

    private static void condition(ObjectNode node, Condition condition) {
        node.put("column", condition.attribute());
        switch (condition) {
            case Condition.Is(String _, String value) -> node.put("is", value);
            case Condition.AtMost(String _, double bound) -> node.put("at_most", bound);
            case Condition.Above(String _, double bound) -> node.put("above", bound);
            case Condition.Within(String _, double low, double high) ->
                node.put("above", low).put("at_most", high);
            case Condition.NotStated _ -> node.put("not_stated", true);
        }
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
