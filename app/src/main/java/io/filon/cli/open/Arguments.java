package io.filon.cli.open;

import io.filon.cli.Output;
import io.filon.cli.SpokenLanguage;
import io.filon.intake.file.RawFiles;
import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.store.DuckStore;
import io.filon.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// What is wrong with arguments that mean the same after every command: files to write, days, the engine's limits, the
/// language. All of it is told together, before any work.
public final class Arguments {

    private static final Path STANDARD_OUTPUT = Path.of("-");

    private static final Set<String> WRITTEN =
            Set.of("--json", "--html", "--csv", "--contacts", "--covers", "--customers-csv", "--contracts-csv");

    private static final Set<String> TO_STANDARD_OUTPUT = Set.of("--json", "--csv");

    /// Written by one command and read by others, which make its folder.
    private static final Set<String> KEPT = Set.of("--model", "--log");

    private static final String LISTS = "--lists";

    private record Named(String option, Path path) {}

    private final List<Problem> problems = new ArrayList<>();
    private final List<Named> written = new ArrayList<>();
    private final List<Path> read = new ArrayList<>();
    private Optional<Workspace> workspace = Workspace.around(Path.of(""));

    private Arguments() {}

    /// @throws FilonException with every problem
    public static void check(ParseResult line) {
        Arguments arguments = new Arguments();
        for (ParseResult command = line; command != null; command = command.subcommand()) {
            command.matchedPositionals().forEach(arguments::paths);
            command.matchedOptions().forEach(arguments::option);
        }
        arguments.overwritten();
        if (!arguments.problems.isEmpty()) {
            throw new FilonException(arguments.problems);
        }
    }

    private void option(OptionSpec option) {
        String name = option.longestName();
        Object value = option.getValue();
        switch (name) {
            case "--lang" -> require(SpokenLanguage.spoken(value.toString()), "lang.unknown", value);
            case "--as-of", "--train-until" -> attempt(() -> AsOf.parse(value.toString()));
            case "--memory" ->
                require(DuckStore.Limits.isEnough(value.toString()), "engine.memory", name, value.toString());
            case "--threads" ->
                require(DuckStore.Limits.isNumberOfThreads((int) value), "engine.threads", name, value.toString());
            case "--workspace" -> workspace = Optional.of(new Workspace((Path) value, false));
            default -> paths(option);
        }
    }

    private void paths(ArgSpec argument) {
        Object value = argument.getValue();
        Collection<?> values = value instanceof Collection<?> several ? several : List.of(value);
        String name = argument instanceof OptionSpec option ? option.longestName() : "";
        for (Object one : values) {
            if (one instanceof Path path) {
                path(name, path);
            }
        }
    }

    private void path(String option, Path path) {
        boolean writes = WRITTEN.contains(option) || option.equals(LISTS);
        if (!writes && !KEPT.contains(option)) {
            read.add(path);
        } else if (!path.equals(STANDARD_OUTPUT)) {
            written.add(new Named(option, path));
        } else if (!TO_STANDARD_OUTPUT.contains(option)) {
            problems.add(Problem.of("output.no_standard", option));
        }
        if (writes && !path.equals(STANDARD_OUTPUT)) {
            attempt(option.equals(LISTS) ? () -> Output.checkFolder(path) : () -> Output.check(path));
        }
    }

    /// Results that would take the place of what they are made from, of the workspace's own files or of one another.
    private void overwritten() {
        List<Path> exports = written.isEmpty() ? List.of() : RawFiles.exports(read);
        for (int i = 0; i < written.size(); i++) {
            Named result = written.get(i);
            Path path = result.path;
            boolean export = exports.stream().anyMatch(each -> Output.same(each, path));
            boolean kept = !KEPT.contains(result.option) && Files.isRegularFile(path) && isKept(path);
            if (!result.option.equals(LISTS) && (export || kept)) {
                problems.add(Problem.of("output.is_input", result.option, path.toString()));
            }
            written.subList(0, i).stream()
                    .filter(earlier -> Output.same(earlier.path, path))
                    .forEach(earlier ->
                            problems.add(Problem.of("output.twice", earlier.option, result.option, path.toString())));
        }
    }

    private boolean isKept(Path file) {
        return workspace.filter(its -> its.keeps(file)).isPresent();
    }

    private void require(boolean fine, String code, Object... values) {
        if (!fine) {
            problems.add(Problem.of(code, values));
        }
    }

    private void attempt(Runnable check) {
        try {
            check.run();
        } catch (FilonException e) {
            problems.addAll(e.problems());
        }
    }
}
