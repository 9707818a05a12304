package io.filon.workspace;

import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.rule.NamedRule;
import io.filon.rule.read.RuleYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the declared personas of a workspace, each a rule with a name and what is spent on it:
///
/// ```yaml
/// name: Joven urbana
/// rule:
///   age: "18 .. 32"
///   entorno: urbano
/// budget_share: 0.6
/// ```
///
/// Beside them may stand `customer_share` (part of the customers expected to be one), `job` and `beliefs`: what the
/// company holds to be true, for the comparison with the data.
public final class PersonaYaml {

    private static final Set<String> KEYS = Set.of("name", "rule", "budget_share", "customer_share", "job", "beliefs");

    private PersonaYaml() {}

    /// Every `*.yaml` of the folder, by name; empty when there is no such folder.
    ///
    /// @throws FilonException with every problem of form of every file; facts are checked when the rules run
    static List<Persona> readAll(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Persona> personas = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            String text = text(file);
            try {
                Persona persona = parse(name, text);
                personas.add(persona);
                if (!names.add(persona.name())) {
                    problems.add(Problem.of("persona.same_name", name, persona.name()));
                }
            } catch (FilonException e) {
                problems.addAll(PersonaLines.placed(name, text, e.problems()));
            }
        }
        budgets(personas, problems);
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
        return personas;
    }

    /// All that is aimed at somebody cannot be more than all.
    private static void budgets(List<Persona> personas, List<Problem> problems) {
        double together = personas.stream()
                .mapToDouble(persona -> persona.budgetShare() == null ? 0 : persona.budgetShare())
                .sum();
        if (together > 1 + 1e-9) {
            problems.add(Problem.of("persona.budgets", Math.round(100 * together)));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    static Persona parse(String file, String text) {
        JsonNode tree = RuleYaml.tree(text);
        if (!(tree instanceof ObjectNode document)) {
            throw new FilonException("rule.document");
        }
        List<Problem> problems = new ArrayList<>(RuleYaml.unknownKeys(document, KEYS));
        Double budget = share(document, "budget_share", problems);
        Double customers = share(document, "customer_share", problems);
        List<Belief> beliefs = new ArrayList<>(new BeliefReader(problems).read(document.path("beliefs")));
        if (customers != null) {
            beliefs.addFirst(new Belief.Part(Belief.Of.CUSTOMERS, customers, null));
        }
        JsonNode job = document.path("job");
        if (!job.isMissingNode() && (!job.isString() || job.asString().isBlank())) {
            problems.add(Problem.of("persona.job", job.toString()));
        }
        Optional<NamedRule> who = rule(document, problems);
        who.ifPresent(named -> new PersonaCheck(problems).check(named.rule(), beliefs));
        if (who.isEmpty() || !problems.isEmpty()) {
            throw new FilonException(problems);
        }
        return new Persona(file, text, who.get(), budget, job.asString("").strip(), beliefs);
    }

    private static @Nullable Double share(ObjectNode document, String key, List<Problem> problems) {
        JsonNode said = document.path(key);
        Double share = said.isNumber() ? Double.valueOf(said.asDouble()) : null;
        if ((share == null && !said.isMissingNode()) || (share != null && (share < 0 || share > 1))) {
            problems.add(Problem.of("persona." + key, said.toString()));
        }
        return share;
    }

    private static Optional<NamedRule> rule(ObjectNode document, List<Problem> problems) {
        ObjectNode rule = document.deepCopy();
        rule.retain("name", "rule");
        try {
            return Optional.of(RuleYaml.parse(rule.toString()));
        } catch (FilonException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
