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
/// `beliefs` may stand beside them: what the company holds to be true, for the comparison with the data.
public final class PersonaYaml {

    private static final Set<String> KEYS = Set.of("name", "rule", "budget_share", "beliefs");

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
            try {
                Persona persona = parse(name, Files.readString(file, StandardCharsets.UTF_8));
                personas.add(persona);
                if (!names.add(persona.name())) {
                    problems.add(Problem.of("persona.same_name", name, persona.name()));
                }
            } catch (FilonException e) {
                problems.add(Problem.of("persona.file", name));
                problems.addAll(e.problems());
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
        return personas;
    }

    static Persona parse(String file, String text) {
        JsonNode tree = RuleYaml.tree(text);
        if (!(tree instanceof ObjectNode document)) {
            throw new FilonException("rule.document");
        }
        List<Problem> problems = new ArrayList<>(RuleYaml.unknownKeys(document, KEYS));
        JsonNode budget = document.path("budget_share");
        Double share = budget.isNumber() ? Double.valueOf(budget.asDouble()) : null;
        if ((share == null && !budget.isMissingNode()) || (share != null && (share < 0 || share > 1))) {
            problems.add(Problem.of("persona.budget_share", budget.toString()));
        }
        ObjectNode rule = document.deepCopy();
        rule.retain("name", "rule");
        return persona(file, rule, share, problems);
    }

    private static Persona persona(String file, ObjectNode rule, @Nullable Double share, List<Problem> problems) {
        try {
            NamedRule who = RuleYaml.parse(rule.toString());
            if (problems.isEmpty()) {
                return new Persona(file, who, share);
            }
        } catch (FilonException e) {
            problems.addAll(e.problems());
        }
        throw new FilonException(problems);
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
