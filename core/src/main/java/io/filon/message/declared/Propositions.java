package io.filon.message.declared;

import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every proposition that a company declares, in order of their files.
///
/// @param byFile name of the file, with its folder: `propositions/vip.yaml`
public record Propositions(Map<String, Proposition> byFile) {

    /// One with the file it stands in.
    public record Declared(String file, Proposition proposition) {}

    public Propositions {
        byFile = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byFile));
    }

    /// @param folder may be missing
    /// @throws FilonException with every problem of every file
    public static Propositions of(Path folder) {
        Map<String, Proposition> found = new LinkedHashMap<>();
        Map<String, String> segments = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : Workspace.yamlIn(folder)) {
            String name = "propositions/" + file.getFileName();
            try {
                Proposition proposition = PropositionYaml.parse(name, Files.readString(file, StandardCharsets.UTF_8));
                String other = segments.putIfAbsent(proposition.segment(), name);
                if (other != null) {
                    problems.add(Problem.of("proposition.same_segment", name, proposition.segment(), other));
                }
                found.put(name, proposition);
            } catch (FilonException e) {
                problems.addAll(e.problems());
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
        return new Propositions(found);
    }

    /// The one for a segment by any of its names.
    public Optional<Declared> of(List<String> names) {
        return byFile.entrySet().stream()
                .filter(entry -> names.contains(entry.getValue().segment()))
                .map(entry -> new Declared(entry.getKey(), entry.getValue()))
                .findFirst();
    }
}
