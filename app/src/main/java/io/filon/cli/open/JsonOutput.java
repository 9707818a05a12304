package io.filon.cli.open;

import io.filon.cli.Output;
import io.filon.report.JsonReport;
import io.filon.report.Language;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// `--json`, and the way an answer goes out: as JSON for programs, as text for a person. JSON on the standard output
/// sends the text to the other one.
public final class JsonOutput {

    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "filon.audit.json")
    @Nullable
    Path json;

    public boolean toStandardOutput() {
        return STANDARD_OUTPUT.equals(json);
    }

    /// Where the text for a person goes.
    public PrintWriter people(CommandSpec spec) {
        return toStandardOutput()
                ? spec.commandLine().getErr()
                : spec.commandLine().getOut();
    }

    /// Writes only the JSON, where it was asked for.
    ///
    /// @return the file, if it became one
    public List<Path> write(CommandSpec spec, Language language, Record document) {
        if (json == null) {
            return List.of();
        }
        String text = new JsonReport(language).write(document);
        if (toStandardOutput()) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return List.of();
        }
        Output.write(json, text);
        return List.of(json);
    }

    /// @param document the JSON
    /// @param text     the same for a person
    /// @param quiet    no text
    /// @param others   files already written, to be named
    public void show(CommandSpec spec, Language language, Record document, String text, boolean quiet, Path... others) {
        List<Path> written = new ArrayList<>(write(spec, language, document));
        written.addAll(List.of(others));
        PrintWriter people = people(spec);
        if (!quiet) {
            people.print(text);
            written.forEach(file -> people.println(language.say("cli.written", file.toString())));
        }
        people.flush();
    }
}
