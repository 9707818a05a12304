package io.filon.segment;

import io.filon.text.Messages;
import io.filon.value.ShippedRules;
import io.filon.value.Valuation;
import io.filon.workspace.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The segments that come with the product: those always there, and templates to start from, `templates/*.yaml` beside
/// this class.
final class Shipped {

    private static final Messages SPANISH = Messages.of(Locale.forLanguageTag("es-ES"));
    private static final Messages ENGLISH = Messages.of(Locale.US);

    private Shipped() {}

    /// Star customers, customers who cost money, and the stages of the lifecycle.
    static List<Draft> builtIn(Settings settings) {
        List<Draft> drafts = new ArrayList<>();
        drafts.add(builtIn("star_customers", ShippedRules.starYaml(settings.stars())));
        drafts.add(builtIn("loss_makers", resource("loss_makers.yaml")));
        for (String stage : Valuation.STAGES) {
            drafts.add(builtIn(stage, ShippedRules.stageYaml(stage)));
        }
        return List.copyOf(drafts);
    }

    private static Draft builtIn(String key, String text) {
        Draft draft = SegmentYaml.read(key, Origin.BUILT_IN, key, text);
        String name = "segment.%s.name".formatted(key);
        String about = "segment.%s.about".formatted(key);
        return new Draft(
                key,
                Origin.BUILT_IN,
                key,
                new Label(SPANISH.say(name), ENGLISH.say(name)),
                new Label(SPANISH.say(about), ENGLISH.say(about)),
                draft.document(),
                draft.problems());
    }

    /// Named in `templates/index.txt` (facts alone) and `templates/events.txt`, one a line, in the order they are
    /// shown.
    static List<Draft> templates() {
        return Stream.of("templates/index.txt", "templates/events.txt")
                .flatMap(index -> resource(index).lines())
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .map(key ->
                        SegmentYaml.read(key, Origin.TEMPLATE, key + ".yaml", resource("templates/" + key + ".yaml")))
                .toList();
    }

    /// A template's text, for somebody who wants it as their own.
    static String templateText(String key) {
        return resource("templates/" + key + ".yaml");
    }

    private static String resource(String name) {
        try (InputStream in = Shipped.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("No %s beside %s".formatted(name, Shipped.class.getName()));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
