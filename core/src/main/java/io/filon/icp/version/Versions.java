package io.filon.icp.version;

import io.filon.icp.operating.Operating;
import io.filon.problem.FilonException;
import io.filon.rule.read.RuleYaml;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The operating ICPs a workspace keeps, `icp/attract-N.yaml` and `icp/grow-N.yaml`. A number is never given twice.
public final class Versions {

    private static final Pattern FILE = Pattern.compile("(attract|grow)-(\\d{1,6})\\.yaml");
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final Path folder;

    public Versions(Workspace workspace) {
        this.folder = workspace.icpFolder();
    }

    /// Keeps an operating ICP, unless the latest of its kind has the same rule.
    ///
    /// @param use `attract` or `grow`
    /// @return the version that now stands
    public Kept keep(String use, Operating operating, LocalDate madeOn, LocalDate reviewOn) {
        Optional<Version> latest =
                numbers(use).stream().max(Comparator.naturalOrder()).map(number -> read(use, number));
        if (latest.isPresent() && latest.get().says(operating.rule())) {
            return new Kept(latest.get(), file(use, latest.get().number()), false);
        }
        Version next = Version.of(use, latest.map(Version::number).orElse(0) + 1, operating, madeOn, reviewOn);
        Path file = file(use, next.number());
        try {
            Files.createDirectories(folder);
            Files.writeString(file, next.text(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
        return new Kept(next, file, true);
    }

    /// @param fresh whether it was written now
    public record Kept(Version version, Path file, boolean fresh) {}

    /// @throws FilonException when there is no such version, or its file cannot be read
    public Version read(String use, int number) {
        Path file = file(use, number);
        if (!Files.isRegularFile(file)) {
            throw new FilonException(
                    "icp.no_version",
                    use + "-" + number,
                    String.join(", ", numbers(use).stream().map(String::valueOf).toList()));
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            RuleYaml.refuseTwice(file.toString(), text);
            JsonNode tree = YAML.readTree(text);
            if (!(tree instanceof ObjectNode document)) {
                throw new FilonException("rule.document");
            }
            ObjectNode rule = document.deepCopy();
            rule.retain("name", "rule");
            return new Version(
                    use,
                    number,
                    document.path("lens").asString(""),
                    LocalDate.parse(document.path("made_on").asString("")),
                    LocalDate.parse(document.path("review_on").asString("")),
                    RuleYaml.parse(rule.toString()).rule(),
                    Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        } catch (JacksonException | DateTimeParseException e) {
            throw new FilonException("icp.bad_version", file.toString(), String.valueOf(e.getMessage()));
        }
    }

    /// Every number there is of a kind, ascending.
    public List<Integer> numbers(String use) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> FILE.matcher(file.getFileName().toString()))
                    .filter(matcher -> matcher.matches() && matcher.group(1).equals(use))
                    .map(matcher -> Integer.valueOf(matcher.group(2)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    private Path file(String use, int number) {
        return folder.resolve("%s-%d.yaml".formatted(use, number));
    }
}
