package io.filon.intake;

import io.filon.intake.plan.ColumnPlan;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.ValueFormat.Epoch;
import io.filon.intake.plan.ValueFormat.Flag;
import io.filon.intake.plan.ValueFormat.Moment;
import io.filon.intake.plan.ValueFormat.Numeric;
import io.filon.intake.plan.ValueFormat.SpreadsheetDay;
import io.filon.intake.plan.ValueFormat.Text;
import io.filon.intake.profile.RoleTypes;
import io.filon.problem.FilonException;
import io.filon.rule.read.RuleYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// `sources.yaml`: how each file was understood, for people to read and correct.
///
/// What it says of a file or column holds on the next run, whoever wrote it; a column that is taken out of it is
/// understood anew.
public final class SourcesYaml {

    /// What the file says something is.
    ///
    /// @param column the header; empty when `word` is the kind of the whole file
    /// @param word   a role or a kind, as written: not yet checked
    public record Correction(String file, String column, String word) {}

    /// A column of a file the workspace rests on.
    ///
    /// @param role a role, as written
    public record Understood(String file, String column, String role, List<String> examples) {}

    private record Sources(@Nullable List<File> files) {}

    private record File(
            @Nullable String file,
            @Nullable String kind,
            @Nullable String recipe,
            @Nullable List<Column> columns) {}

    private record Column(
            @Nullable String column,
            @Nullable String role,
            @Nullable String format,
            @Nullable List<String> examples) {}

    private static final String HEAD = """
            # How each file was understood. Written by the import; change a kind or a role and it holds on the next run.
            # Kinds and roles are listed by `filon schema sources`. Delete a column here to have it understood anew.
            """;

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private SourcesYaml() {}

    /// The file's text after a run: what the plan says of its files, and what `before` said of the others.
    ///
    /// @param before the file as it is, which may not exist
    public static String updated(Plan plan, Path before) {
        return HEAD + YAML.writeValueAsString(new Sources(files(plan, before)));
    }

    /// The file's text without the examples of some files, which may name somebody who is to be forgotten.
    public static String withoutExamples(Path before, List<String> names) {
        return HEAD
                + YAML.writeValueAsString(new Sources(parsed(before).stream()
                        .map(file -> file.file != null && names.contains(file.file) ? bare(file) : file)
                        .toList()));
    }

    /// The columns of every file: as the plan has it, or as `before` keeps those of an earlier import.
    public static List<Understood> understood(Plan plan, Path before) {
        return files(plan, before).stream().flatMap(SourcesYaml::understood).toList();
    }

    private static Stream<Understood> understood(File file) {
        return listed(file).stream()
                .filter(column -> column.column != null && column.role != null)
                .map(column -> new Understood(
                        Objects.requireNonNull(file.file),
                        Objects.requireNonNull(column.column),
                        Objects.requireNonNull(column.role),
                        Objects.requireNonNullElse(column.examples, List.of())));
    }

    private static List<File> files(Plan plan, Path before) {
        Set<String> planned =
                plan.files().stream().map(file -> file.raw().file()).collect(Collectors.toSet());
        Stream<File> kept = parsed(before).stream().filter(file -> file.file != null && !planned.contains(file.file));
        return Stream.concat(kept, plan.files().stream().map(SourcesYaml::file)).toList();
    }

    private static File bare(File file) {
        List<Column> columns = listed(file).stream()
                .map(column -> new Column(column.column, column.role, column.format, List.of()))
                .toList();
        return new File(file.file, file.kind, file.recipe, columns);
    }

    private static List<Column> listed(File file) {
        return Objects.requireNonNullElse(file.columns, List.of());
    }

    /// @return nothing when there is no such file
    /// @throws FilonException when it is not of this form
    public static List<Correction> read(Path from) {
        return parsed(from).stream().flatMap(SourcesYaml::corrections).toList();
    }

    private static List<File> parsed(Path from) {
        if (!Files.exists(from)) {
            return List.of();
        }
        String text = text(from);
        RuleYaml.refuseTwice(from.getFileName().toString(), text);
        try {
            Sources sources = YAML.readValue(text, Sources.class);
            return sources == null || sources.files == null ? List.of() : sources.files;
        } catch (JacksonException e) {
            String name = from.getFileName().toString();
            throw e instanceof UnrecognizedPropertyException unknown
                    ? new FilonException(
                            "sources.unknown", name, line(e, text), unknown.getPropertyName(), known(unknown))
                    : new FilonException("sources.form", name, line(e, text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /// The line of the mistake; of an unknown word the first line that begins with it.
    private static String line(JacksonException e, String text) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            List<String> lines =
                    text.lines().map(line -> line.replaceFirst("^[ -]+", "")).toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).startsWith(unknown.getPropertyName() + ":")) {
                    return Integer.toString(i + 1);
                }
            }
        }
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return line > 0 ? Integer.toString(line) : "?";
    }

    private static Stream<Correction> corrections(File file) {
        if (file.file == null) {
            return Stream.empty();
        }
        String name = file.file;
        Stream<Correction> kind = file.kind == null ? Stream.empty() : Stream.of(new Correction(name, "", file.kind));
        return Stream.concat(
                kind,
                listed(file).stream()
                        .filter(column -> column.column != null && column.role != null)
                        .map(column -> new Correction(name, column.column, column.role)));
    }

    private static File file(FilePlan file) {
        return new File(
                file.raw().file(),
                file.kind().name().toLowerCase(Locale.ROOT),
                file.recipe(),
                file.columns().stream().map(SourcesYaml::column).toList());
    }

    private static Column column(ColumnPlan column) {
        return new Column(column.header(), column.role().word(), pattern(column), column.examples());
    }

    /// A format as a person would write an example of it.
    private static String pattern(ColumnPlan column) {
        return switch (column.format()) {
            case Text() -> "text";
            case Numeric(char decimal, boolean hundredths, String currency) -> {
                boolean cents = hundredths && RoleTypes.MONEY.contains(column.role());
                String number = cents ? "123 for 1.23" : "1%s23%s".formatted(decimal, hundredths ? " %" : "");
                yield currency.isEmpty() ? number : number + " " + currency;
            }
            case Moment moment -> String.join(" or ", moment.patterns());
            case Epoch(long perSecond) ->
                perSecond == 1 ? "seconds since 1970" : "1/%d s since 1970".formatted(perSecond);
            case SpreadsheetDay() -> "days since 1899-12-30";
            case Flag flag -> "yes: " + String.join(", ", flag.yes());
        };
    }
}
