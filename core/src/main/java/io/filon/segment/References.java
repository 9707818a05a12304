package io.filon.segment;

import io.filon.problem.Nearest;
import io.filon.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Follows `in_segment: vip` (or a list: in any of them): the other segment's rule takes its place, so a rule that
/// names segments runs, explains itself and is stored like any other. A circle is refused.
///
/// What asks the past of a segment (`as_of`, `entered_segment`, `left_segment`) stays as it is: what was recorded
/// answers it.
final class References {

    private static final String WORD = "in_segment";

    private static final String AS_OF = "as_of";
    private static final List<String> PAST = List.of("entered_segment", "left_segment");

    /// Stands where something is wrong, so that the rest is read too.
    private static final JsonNode EVERYONE = JsonNodeFactory.instance.stringNode("everyone");

    private final Map<String, Draft> drafts;
    private final Set<String> broken;

    /// @param drafts by key
    /// @param broken keys of files that could not be read at all
    References(Map<String, Draft> drafts, Set<String> broken) {
        this.drafts = drafts;
        this.broken = Set.copyOf(broken);
    }

    /// The draft's document, with nothing in it that refers to another.
    ///
    /// @param problems takes whatever it names that is not there, and every way back to itself
    ObjectNode followed(Draft draft, List<Problem> problems) {
        ObjectNode document = draft.document().deepCopy();
        if (document.has("rule")) {
            document.set("rule", followed(document.path("rule"), List.of(draft.key()), problems));
        }
        return document;
    }

    private JsonNode followed(JsonNode node, List<String> path, List<Problem> problems) {
        if (node instanceof ArrayNode list) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            list.forEach(item -> copy.add(followed(item, path, problems)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        Optional<String> past = past(object);
        if (past.isPresent()) {
            return recorded(object, past.get(), problems);
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        List<JsonNode> named = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (entry.getKey().equals(WORD)) {
                named.add(segments(entry.getValue(), path, problems));
            } else {
                copy.set(entry.getKey(), followed(entry.getValue(), path, problems));
            }
        }
        if (named.isEmpty()) {
            return copy;
        }
        if (!copy.isEmpty()) {
            named.addFirst(copy);
        }
        return named.size() == 1 ? named.getFirst() : group("all", named);
    }

    /// The word by which an object asks the past of a segment.
    private static Optional<String> past(ObjectNode object) {
        return object.has(WORD) && object.has(AS_OF)
                ? Optional.of(WORD)
                : PAST.stream().filter(object::has).findFirst();
    }

    /// A list of names is one such condition each.
    private JsonNode recorded(ObjectNode object, String word, List<Problem> problems) {
        List<JsonNode> each = names(object.path(word));
        List<JsonNode> rules = new ArrayList<>();
        for (JsonNode name : each) {
            String text = name.asString("").strip();
            Optional<Draft> found = find(text);
            if (found.isEmpty()) {
                problems.add(text.isEmpty() ? Problem.of("segment.reference_expected") : unknown(text));
                return EVERYONE;
            }
            ObjectNode one = object.deepCopy();
            rules.add(one.put(
                    word,
                    found.get().names().contains(text) ? text : found.get().key()));
        }
        return rules.size() == 1 ? rules.getFirst() : group("any", rules);
    }

    private static List<JsonNode> names(JsonNode names) {
        return names instanceof ArrayNode list ? list.values().stream().toList() : List.of(names);
    }

    private JsonNode segments(JsonNode names, List<String> path, List<Problem> problems) {
        List<JsonNode> rules = new ArrayList<>();
        for (JsonNode name : names(names)) {
            rules.add(rule(name.asString("").strip(), path, problems));
        }
        if (rules.isEmpty()) {
            problems.add(Problem.of("segment.reference_expected"));
            return EVERYONE;
        }
        return rules.size() == 1 ? rules.getFirst() : group("any", rules);
    }

    private JsonNode rule(String name, List<String> path, List<Problem> problems) {
        Optional<Draft> found = find(name);
        if (found.isEmpty()) {
            problems.add(broken.contains(name) ? Problem.of("segment.broken", name) : unknown(name));
            return EVERYONE;
        }
        Draft draft = found.get();
        List<String> further = new ArrayList<>(path);
        further.add(draft.key());
        if (path.contains(draft.key())) {
            problems.add(Problem.of("segment.circle", String.join(" → ", further)));
            return EVERYONE;
        }
        return followed(draft.document().path("rule"), further, problems);
    }

    /// By its key, else by a name it has.
    Optional<Draft> find(String name) {
        Draft draft = drafts.get(name);
        if (draft != null) {
            return Optional.of(draft);
        }
        return drafts.values().stream()
                .filter(each -> each.key().equalsIgnoreCase(name)
                        || each.name().spanish().equalsIgnoreCase(name)
                        || each.name().english().equalsIgnoreCase(name))
                .findFirst();
    }

    Problem unknown(String name) {
        List<String> known = new ArrayList<>(drafts.keySet());
        drafts.values().forEach(draft -> known.add(draft.name().spanish()));
        return Nearest.to(name, known)
                .map(near -> Problem.of("segment.unknown_near", name, near))
                .orElseGet(() -> Problem.of("segment.unknown", name));
    }

    private static ObjectNode group(String word, List<JsonNode> rules) {
        ObjectNode group = JsonNodeFactory.instance.objectNode();
        ArrayNode list = group.putArray(word);
        rules.forEach(list::add);
        return group;
    }
}
