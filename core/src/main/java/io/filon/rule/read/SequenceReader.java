package io.filon.rule.read;

import io.filon.rule.Filter;
import io.filon.rule.Sequence;
import io.filon.rule.Span;
import io.filon.rule.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads sequences: `sequence: [{did: Product Added}, {not: Order Completed, within: 24 hours}]`.
final class SequenceReader {

    static final Set<String> WORDS = Set.of("sequence", "same", "order", "within", "window");

    static final Map<String, Sequence.Order> ORDERS =
            Map.of("then", Sequence.Order.THEN, "at_once", Sequence.Order.AT_ONCE, "any", Sequence.Order.ANY);

    private static final Set<String> DID = Set.of("did", "where", "times", "distinct", "after", "within");
    private static final Set<String> NOT = Set.of("not", "where", "within");

    private final Notes notes;
    private final TimeReader times;
    private final FilterReader filters;

    SequenceReader(Notes notes, TimeReader times, FilterReader filters) {
        this.notes = notes;
        this.times = times;
        this.filters = filters;
    }

    Optional<Sequence> sequence(JsonNode node, Window window, String path) {
        List<Sequence.Step> steps = new ArrayList<>();
        JsonNode list = node.path("sequence");
        for (int i = 0; i < list.size(); i++) {
            step(list.get(i), "%s.sequence[%d]".formatted(path, i)).ifPresent(steps::add);
        }
        Optional<Span> within = span(node, "within", path);
        Sequence.Order order = ORDERS.get(node.has("order") ? Notes.text(node.path("order")) : "then");
        if (order == null) {
            return notes.refuse("rule.order_expected", path + ".order");
        }
        if (steps.size() != list.size() || within.isEmpty()) {
            return Optional.empty(); // the step has said why
        }
        try {
            String same = Notes.text(node.path("same"));
            return Optional.of(new Sequence(steps, same, order, within.get(), window));
        } catch (IllegalArgumentException e) {
            return notes.refuse("rule.sequence_expected", path);
        }
    }

    private Optional<Sequence.Step> step(JsonNode node, String path) {
        boolean done = node.has("did");
        if (!node.isObject() || (!done && !node.has("not"))) {
            return notes.refuse("rule.step_expected", path);
        }
        notes.onlyKeys(node, done ? DID : NOT, path + ".");
        Optional<List<String>> names = notes.constants(node.path(done ? "did" : "not"), path);
        Filter where = filters.filter(node, "where", path);
        Optional<Span> within = span(node, "within", path);
        Optional<Span> after = span(node, "after", path);
        Optional<Integer> count =
                node.has("times") ? notes.count(node.path("times"), 1, path + ".times") : Optional.of(1);
        if (names.isEmpty() || within.isEmpty() || after.isEmpty() || count.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                done
                        ? new Sequence.Did(
                                names.get(),
                                where,
                                count.get(),
                                Notes.text(node.path("distinct")),
                                after.get(),
                                within.get())
                        : new Sequence.NotDone(names.get(), where, within.get()));
    }

    private Optional<Span> span(JsonNode node, String word, String path) {
        return node.has(word) ? times.span(node.path(word), path + "." + word) : Optional.of(Span.NONE);
    }
}
