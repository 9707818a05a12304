package io.filon.rule.template;

import io.filon.rule.NamedRule;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.read.RuleYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The shipped templates that ask for events: `segment/templates/events.txt` names them.
public final class EventTemplates {

    private static final String FOLDER = "/io/filon/segment/templates/";

    private EventTemplates() {}

    public static List<String> keys() {
        return text("events.txt").lines().filter(line -> !line.isBlank()).toList();
    }

    /// The whole file, with its names and descriptions.
    static ObjectNode document(String key) {
        return (ObjectNode) new YAMLMapper().readTree(text(key + ".yaml"));
    }

    public static CheckedRule rule(String key) {
        String rule = document(key).retain("name", "rule").toString();
        NamedRule named = RuleYaml.parse(rule, ShopCatalogue.CATALOGUE);
        return CheckedRule.check(named, ShopCatalogue.CATALOGUE);
    }

    private static String text(String name) {
        try (InputStream in = EventTemplates.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("No " + FOLDER + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
