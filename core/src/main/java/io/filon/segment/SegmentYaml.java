package io.filon.segment;

import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.rule.read.RuleYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads a segment's file: what the rule language reads, and what people call it in both languages.
///
/// ```yaml
/// name: Madrileños fieles
/// name_en: Loyal in Madrid
/// description: Compran a menudo y viven en Madrid.
/// rule:
///   orders_12m: ">= 3"
///   region: Madrid
/// ```
final class SegmentYaml {

    private static final List<String> WORDS = List.of("name", "name_en", "description", "description_en");
    private static final Set<String> KEYS = Set.of("name", "name_en", "description", "description_en", "rule");

    private SegmentYaml() {}

    /// @throws FilonException when the text is no YAML; what else is wrong comes with the draft, or with its rule
    static Draft read(String key, Origin origin, String place, String text) {
        if (!(RuleYaml.tree(text) instanceof ObjectNode document)) {
            throw new FilonException("rule.document");
        }
        List<Problem> problems = new ArrayList<>(RuleYaml.unknownKeys(document, KEYS));
        for (String word : WORDS) {
            if (document.has(word) && !document.path(word).isString()) {
                problems.add(Problem.of("segment.not_text", word));
            }
        }
        Label name = label(document, "name");
        Label about = label(document, "description");
        return new Draft(key, origin, place, name, about, document.retain("name", "rule"), problems);
    }

    /// A rule without a name, as somebody types it: `{orders: ">= 2"}`, or a whole segment.
    static Draft inline(String text) {
        JsonNode tree = RuleYaml.tree(text);
        if (tree instanceof ObjectNode whole && whole.has("rule")) {
            if (!whole.has("name")) {
                whole.put("name", text.strip());
            }
            return read(Library.UNNAMED, Origin.GIVEN, "", whole.toString());
        }
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("name", text.strip().replaceAll("\\s+", " "));
        document.set("rule", tree);
        return read(Library.UNNAMED, Origin.GIVEN, "", document.toString());
    }

    private static Label label(ObjectNode document, String word) {
        String spanish = document.path(word).asString("").strip();
        String english = document.path(word + "_en").asString("").strip();
        return new Label(spanish, english.isEmpty() ? spanish : english);
    }
}
