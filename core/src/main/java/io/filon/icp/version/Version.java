package io.filon.icp.version;

import io.filon.icp.operating.Operating;
import io.filon.rule.NamedRule;
import io.filon.rule.Rule;
import io.filon.rule.read.RuleYaml;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// An operating ICP as a file of the workspace: `icp/attract-1.yaml`.
///
/// @param use      `attract` or `grow`
/// @param number   1, 2, 3…
/// @param lens     it was seen from
/// @param madeOn   the last day of its data
/// @param reviewOn when to look again
/// @param rule     who is one
/// @param score    points of each value of each fact, `start` being everybody's; as its file says
public record Version(
        String use,
        int number,
        String lens,
        LocalDate madeOn,
        LocalDate reviewOn,
        Rule rule,
        Map<String, Object> score) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .build();

    public Version {
        score = Map.copyOf(score);
    }

    static Version of(String use, int number, Operating operating, LocalDate madeOn, LocalDate reviewOn) {
        Map<String, Object> score = new LinkedHashMap<>();
        score.put("start", rounded(operating.start()));
        List<Map<String, Object>> weights = operating.weights().stream()
                .map(weight -> {
                    Map<String, Object> said = new LinkedHashMap<>();
                    said.put("fact", weight.of().fact());
                    switch (weight.kind()) {
                        case "is" -> said.put("is", weight.value());
                        case "at_most" -> said.put("at_most", weight.high());
                        case "above" -> said.put("above", weight.low());
                        default -> {
                            said.put("above", weight.low());
                            said.put("at_most", weight.high());
                        }
                    }
                    said.put("points", rounded(weight.points()));
                    return said;
                })
                .toList();
        score.put("weights", weights);
        return new Version(use, number, operating.lens(), madeOn, reviewOn, operating.rule(), score);
    }

    /// Whether a rule of another version says the same.
    boolean says(Rule other) {
        return rule.equals(other);
    }

    String text() {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("version", number);
        head.put("lens", lens);
        head.put("made_on", madeOn.toString());
        head.put("review_on", reviewOn.toString());
        return RuleYaml.print(new NamedRule(use + " " + number, rule))
                + YAML.writeValueAsString(head)
                + YAML.writeValueAsString(Map.of("score", score));
    }

    private static double rounded(double points) {
        return Math.round(10 * points) / 10.0;
    }
}
