package io.filon.rule.read;

import io.filon.rule.Claim;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes claims as [ClaimReader] reads them.
final class ClaimWriter {

    private final MeasureWriter measures;

    ClaimWriter(MeasureWriter measures) {
        this.measures = measures;
    }

    /// What may stand alone after a name.
    static Optional<JsonNode> plain(Claim claim) {
        return switch (claim) {
            case Claim.Known() -> Optional.of(Tree.text(ClaimText.KNOWN));
            case Claim.Compare(Operator operator, Operand.Constant(String text)) ->
                Optional.of(Tree.constant(ClaimText.write(operator, text)));
            case Claim.Between between -> Optional.of(Tree.text(ClaimText.write(between)));
            case Claim.In(List<String> values) -> Optional.of(Tree.constants(values));
            case Claim.Compare _, Claim.Text _, Claim.Holds _, Claim.Size _, Claim.Near _, Claim.OfTime _ ->
                Optional.empty();
        };
    }

    /// Adds the claim to an object under its word.
    void add(ObjectNode node, Claim claim) {
        Optional<JsonNode> plain = plain(claim);
        if (plain.isPresent()) {
            node.set("is", plain.get());
            return;
        }
        switch (claim) {
            case Claim.Known _, Claim.Between _, Claim.In _ -> throw new IllegalStateException("plain: " + claim);
            case Claim.Compare(Operator operator, Operand operand) ->
                node.set(Words.word(Words.OPERATORS, operator), operand(operand));
            case Claim.Text(Claim.Match match, String text) -> node.put(Words.word(Words.MATCHES, match), text);
            case Claim.Holds(Filter.Quantifier quantifier, List<String> values) ->
                node.set("has_" + quantifier.name().toLowerCase(Locale.ROOT), Tree.constants(values));
            case Claim.Size(Operator operator, int size) ->
                node.set("size", Tree.constant(ClaimText.write(operator, Integer.toString(size))));
            case Claim.Near(double latitude, double longitude, double km) -> {
                ObjectNode near = Tree.object();
                near.set("point", Tree.list(List.of(Tree.number(latitude), Tree.number(longitude))));
                near.set("km", Tree.number(km));
                node.set("near", near);
            }
            case Claim.OfTime time -> time(node, time);
        }
    }

    private static void time(ObjectNode node, Claim.OfTime claim) {
        switch (claim) {
            case Claim.When(var window) -> node.set("in", TimeWriter.window(window));
            case Claim.Anniversary(int days) -> node.put("anniversary", days + " days");
            case Claim.Weekdays(var days) -> node.set("weekday", words(List.copyOf(days)));
            case Claim.Months(var months) -> node.set("month", words(List.copyOf(months)));
            case Claim.Days(List<String> days) ->
                node.set("day", Tree.list(days.stream().map(Tree::text).toList()));
            case Claim.Hours(LocalTime from, LocalTime to) -> node.put("hours", from + " .. " + to);
            case Claim.Before(String property, var within) -> {
                ObjectNode before = Tree.object();
                before.put("property", property);
                before.set("within", TimeWriter.span(within));
                node.set("before", before);
            }
        }
    }

    private static JsonNode words(List<? extends Enum<?>> values) {
        return Tree.list(values.stream()
                .sorted(java.util.Comparator.comparingInt(Enum::ordinal))
                .map(value -> Tree.text(value.name().toLowerCase(Locale.ROOT)))
                .toList());
    }

    private JsonNode operand(Operand operand) {
        return switch (operand) {
            case Operand.Constant(String text) -> Tree.constant(text);
            case Operand.Property(String name) -> Tree.one("property", Tree.text(name));
            case Operand.Of(Measure measure, BigDecimal factor) -> {
                ObjectNode node = measures.measure(measure);
                if (factor.compareTo(BigDecimal.ONE) != 0) {
                    node.set("factor", Tree.number(factor));
                }
                yield node;
            }
        };
    }
}
