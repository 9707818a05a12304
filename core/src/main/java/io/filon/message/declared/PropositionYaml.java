package io.filon.message.declared;

import io.filon.message.declared.Proposition.Alternative;
import io.filon.message.declared.Proposition.Capability;
import io.filon.message.declared.Proposition.Fact;
import io.filon.message.declared.Proposition.Offer;
import io.filon.message.declared.Proposition.Text;
import io.filon.message.evidence.Figure.Better;
import io.filon.message.evidence.Figure.Unit;
import io.filon.problem.FilonException;
import io.filon.problem.Nearest;
import io.filon.problem.Problem;
import io.filon.rule.read.RuleYaml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads a file of `propositions/`: what the company can do, against whom, which numbers it vouches for, what it
/// offers.
final class PropositionYaml {

    private static final List<String> KEYS =
            List.of("segment", "register", "capabilities", "alternatives", "facts", "offer", "texts");
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final double LARGE = 1e12;

    private final Fields fields;
    private final List<Problem> problems = new ArrayList<>();

    private PropositionYaml(String file) {
        this.fields = new Fields(file, problems);
    }

    /// @throws FilonException with every problem of the file
    static Proposition parse(String file, String text) {
        RuleYaml.refuseTwice(file, text);
        JsonNode document;
        try {
            document = YAML.readTree(text);
        } catch (JacksonException e) {
            String line = Integer.toString(e.getLocation().getLineNr());
            throw new FilonException("settings.not_yaml", file, line);
        }
        if (!document.isObject()) {
            throw new FilonException("settings.not_map", file);
        }
        PropositionYaml reader = new PropositionYaml(file);
        Proposition read = reader.read(document);
        if (!reader.problems.isEmpty()) {
            throw new FilonException(reader.problems);
        }
        return read;
    }

    private Proposition read(JsonNode document) {
        fields.known("", document, KEYS);
        Map<String, Capability> capabilities = capabilities(document.path("capabilities"));
        return new Proposition(
                fields.required("segment", document.path("segment"), "proposition.no_segment"),
                register(document.path("register")),
                capabilities,
                alternatives(document.path("alternatives"), capabilities.keySet()),
                facts(document.path("facts")),
                offer(document.path("offer")),
                texts(document.path("texts")));
    }

    private @Nullable Register register(JsonNode node) {
        return node.isMissingNode() || node.isNull()
                ? null
                : fields.choice("register", node, Register.class, Register.USTED);
    }

    private Map<String, Capability> capabilities(JsonNode node) {
        Map<String, Capability> capabilities = new LinkedHashMap<>();
        if (fields.isMap("capabilities", node, "taller: {text: …, source: …}")) {
            node.properties().forEach(entry -> {
                String path = "capabilities." + entry.getKey();
                JsonNode each = entry.getValue();
                if (fields.isMap(path, each, "{text: …, source: …}")) {
                    fields.known(path + ".", each, List.of("text", "text_en", "source"));
                    capabilities.put(
                            entry.getKey(),
                            new Capability(
                                    fields.required(path + ".text", each.path("text"), "proposition.no_text"),
                                    fields.text(path + ".text_en", each.path("text_en")),
                                    fields.required(path + ".source", each.path("source"), "proposition.no_source")));
                }
            });
        }
        return capabilities;
    }

    private List<Alternative> alternatives(JsonNode node, Set<String> capabilities) {
        List<Alternative> alternatives = new ArrayList<>();
        if (fields.isList("alternatives", node, "[{name: …, has: […], lacks: […]}]")) {
            int place = 0;
            for (JsonNode each : node) {
                String path = "alternatives." + ++place;
                if (fields.isMap(path, each, "{name: …, has: […], lacks: […]}")) {
                    fields.known(path + ".", each, List.of("name", "has", "lacks", "source"));
                    List<String> has = fields.texts(path + ".has", each.path("has"));
                    List<String> lacks = fields.texts(path + ".lacks", each.path("lacks"));
                    checkNames(path + ".has", has, capabilities);
                    checkNames(path + ".lacks", lacks, capabilities);
                    has.stream()
                            .filter(lacks::contains)
                            .forEach(both -> fields.wrong("proposition.has_and_lacks", path, both));
                    alternatives.add(new Alternative(
                            fields.required(path + ".name", each.path("name"), "proposition.no_text"),
                            has,
                            lacks,
                            fields.text(path + ".source", each.path("source"))));
                }
            }
        }
        return alternatives;
    }

    private void checkNames(String path, List<String> names, Set<String> capabilities) {
        for (String name : names) {
            if (!capabilities.contains(name)) {
                Nearest.to(name, capabilities)
                        .ifPresentOrElse(
                                near -> fields.wrong("proposition.capability_near", path, name, near),
                                () -> fields.wrong(
                                        "proposition.capability", path, name, String.join(", ", capabilities)));
            }
        }
    }

    private Map<String, Fact> facts(JsonNode node) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        if (fields.isMap("facts", node, "ahorro: {value: 0.2, unit: share, text: …, source: …}")) {
            node.properties().forEach(entry -> {
                Fact fact = fact("facts." + entry.getKey(), entry.getValue());
                if (fact != null) {
                    facts.put(entry.getKey(), fact);
                }
            });
        }
        return facts;
    }

    private @Nullable Fact fact(String path, JsonNode node) {
        if (!fields.isMap(path, node, "{value: 0.2, unit: share, text: …, source: …}")) {
            return null;
        }
        fields.known(path + ".", node, List.of("value", "low", "high", "unit", "better", "text", "text_en", "source"));
        Unit unit = fields.choice(path + ".unit", node.path("unit"), Unit.class, Unit.SHARE);
        double most = unit == Unit.SHARE ? 1 : LARGE;
        Double value = fields.number(path + ".value", node.path("value"), 0, most);
        Double low = fields.perhaps(path + ".low", node.path("low"), 0, most);
        Double high = fields.perhaps(path + ".high", node.path("high"), 0, most);
        String text = fields.required(path + ".text", node.path("text"), "proposition.no_text");
        String textEn = fields.text(path + ".text_en", node.path("text_en"));
        for (String each : Arrays.asList(text, textEn)) {
            if (!each.isEmpty() && !each.contains("{value}")) {
                fields.wrong("proposition.no_value", path, each);
            }
        }
        String source = fields.required(path + ".source", node.path("source"), "proposition.no_source");
        Better better = fields.choice(path + ".better", node.path("better"), Better.class, Better.MORE);
        if (value == null) {
            return null;
        }
        double least = low == null ? value : low;
        double highest = high == null ? value : high;
        if (least > value || value > highest) {
            fields.wrong("proposition.order", path);
            return null;
        }
        return new Fact(value, least, highest, unit, better, text, textEn, source);
    }

    private @Nullable Offer offer(JsonNode node) {
        if (!fields.isMap("offer", node, "{text: …, discount: 0.1, minimum_net: 5}")) {
            return null;
        }
        fields.known(
                "offer.",
                node,
                List.of("text", "text_en", "discount", "free_shipping", "price", "cost", "minimum_net"));
        Double discount = fields.perhaps("offer.discount", node.path("discount"), 0, 1);
        Double price = fields.perhaps("offer.price", node.path("price"), 0, LARGE);
        Double cost = fields.perhaps("offer.cost", node.path("cost"), 0, LARGE);
        Double minimum = fields.perhaps("offer.minimum_net", node.path("minimum_net"), -LARGE, LARGE);
        if (price != null && discount != null) {
            fields.wrong("proposition.price_and_discount");
        }
        if (price != null && cost == null) {
            fields.wrong("proposition.price_without_cost");
        }
        return new Offer(
                fields.required("offer.text", node.path("text"), "proposition.no_text"),
                fields.text("offer.text_en", node.path("text_en")),
                discount,
                fields.flag("offer.free_shipping", node.path("free_shipping")),
                price,
                cost == null ? 0 : cost,
                minimum == null ? 0 : minimum);
    }

    private List<Text> texts(JsonNode node) {
        List<Text> texts = new ArrayList<>();
        if (fields.isList("texts", node, "[{register: usted, headline: …, body: …}]")) {
            int place = 0;
            for (JsonNode each : node) {
                String path = "texts." + ++place;
                if (fields.isMap(path, each, "{register: usted, headline: …, body: …}")) {
                    fields.known(path + ".", each, List.of("register", "headline", "body"));
                    texts.add(new Text(
                            fields.choice(path + ".register", each.path("register"), Register.class, Register.USTED),
                            fields.text(path + ".headline", each.path("headline")),
                            fields.required(path + ".body", each.path("body"), "proposition.no_text")));
                }
            }
        }
        return texts;
    }
}
