package io.filon.workspace;

import io.filon.problem.FilonException;
import io.filon.problem.Nearest;
import io.filon.problem.Problem;
import io.filon.rule.NamedRule;
import io.filon.rule.read.RuleYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads `beliefs`: each a claim by its name, the number believed, and what it is about.
///
/// ```yaml
/// beliefs:
///   - {claim: share_of_revenue, value: 0.6}
///   - {claim: share_acquired_by, channel: Instagram, value: 0.7, within: 0.1}
///   - {claim: share_who, name: Usan la app, rule: {usual_channel: app}, value: 0.5}
///   - {claim: net_per_customer, value: 800}
///   - {claim: told, text: Odia esperar}
/// ```
final class BeliefReader {

    private static final String PART = "share_of_";
    private static final Set<String> KEYS = Set.of("claim", "value", "within", "channel", "name", "rule", "text");

    private final List<Problem> problems;

    /// @param problems where what is wrong is added
    BeliefReader(List<Problem> problems) {
        this.problems = problems;
    }

    /// Every name a claim can have.
    static Set<String> claims() {
        Set<String> claims = new TreeSet<>(Set.of("share_acquired_by", "share_who", "told"));
        Stream.of(Belief.Of.values()).forEach(of -> claims.add(PART + word(of)));
        Stream.of(Belief.What.values()).forEach(what -> claims.add(word(what)));
        return claims;
    }

    List<Belief> read(JsonNode said) {
        if (said.isMissingNode()) {
            return List.of();
        }
        List<Belief> beliefs = new ArrayList<>();
        if (!said.isArray()) {
            problems.add(Problem.of("persona.beliefs", said.toString()));
            return beliefs;
        }
        for (JsonNode one : said) {
            if (one instanceof ObjectNode belief) {
                read(belief).ifPresent(beliefs::add);
            } else {
                problems.add(Problem.of("persona.beliefs", one.toString()));
            }
        }
        return beliefs;
    }

    private Optional<Belief> read(ObjectNode said) {
        String claim = said.path("claim").asString("");
        for (String key : said.propertyNames()) {
            if (!KEYS.contains(key)) {
                problems.add(Problem.of("rule.unknown_key", key, near(key, KEYS)));
            }
        }
        if (!claims().contains(claim)) {
            problems.add(Problem.of("persona.claim", claim, near(claim, claims())));
            return Optional.empty();
        }
        if (claim.equals("told")) {
            return text(said, claim, "text").map(Belief.Told::new);
        }
        boolean share = claim.startsWith("share_");
        Double value = number(said, claim, "value", share);
        Double within = said.has("within") ? number(said, claim, "within", share) : null;
        return value == null ? Optional.empty() : measured(said, claim, value, within);
    }

    private Optional<Belief> measured(ObjectNode said, String claim, double value, @Nullable Double within) {
        return switch (claim) {
            case "share_acquired_by" ->
                text(said, claim, "channel").map(channel -> new Belief.AcquiredBy(channel, value, within));
            case "share_who" -> rule(said).map(who -> new Belief.Who(who, value, within));
            default ->
                Optional.of(
                        claim.startsWith(PART)
                                ? new Belief.Part(
                                        Belief.Of.valueOf(constant(claim.substring(PART.length()))), value, within)
                                : new Belief.Average(Belief.What.valueOf(constant(claim)), value, within));
        };
    }

    private Optional<NamedRule> rule(ObjectNode said) {
        ObjectNode rule = said.deepCopy();
        rule.retain("name", "rule");
        try {
            return Optional.of(RuleYaml.parse(rule.toString()));
        } catch (FilonException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private Optional<String> text(ObjectNode said, String claim, String key) {
        String text = said.path(key).asString("").strip();
        if (text.isEmpty()) {
            problems.add(Problem.of("persona.belief_needs", claim, key));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private @Nullable Double number(ObjectNode said, String claim, String key, boolean share) {
        JsonNode number = said.path(key);
        double value = number.isNumber() ? number.asDouble() : Double.NaN;
        if (!(value >= 0) || (share && value > 1) || Double.isInfinite(value)) {
            problems.add(Problem.of(
                    share ? "persona.belief_share" : "persona.belief_number", claim, key, number.toString()));
            return null;
        }
        return value;
    }

    private static String near(String word, Set<String> known) {
        return Nearest.to(word, known)
                .orElseGet(() -> String.join(", ", known.stream().sorted().toList()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
