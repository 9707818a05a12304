package io.filon.cli.segment;

import io.filon.Loop;
import io.filon.cli.Failures;
import io.filon.cli.Interruption;
import io.filon.cli.Output;
import io.filon.cli.Screen;
import io.filon.cli.WorkspaceOptions;
import io.filon.problem.FilonException;
import io.filon.report.JsonReport;
import io.filon.report.Language;
import io.filon.segment.Base;
import io.filon.segment.history.Memory;
import io.filon.text.Messages;
import io.filon.workspace.Run;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// The options of every command on segments, and the way all of them go: customers in, one answer out.
final class SegmentOptions {

    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Option(names = "--files", paramLabel = "FILES", arity = "1..*", descriptionKey = "filon.segment.files")
    List<Path> files = new ArrayList<>();

    @Option(names = "--map", paramLabel = "FILE:COLUMN=ROLE", descriptionKey = "filon.audit.map")
    List<String> corrections = new ArrayList<>();

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "filon.audit.as-of")
    @Nullable
    String asOf;

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "filon.audit.json")
    @Nullable
    Path json;

    @Mixin
    WorkspaceOptions options = new WorkspaceOptions();

    /// What a command found out: the JSON, and the same for a person.
    record Answer(Record document, String text) {}

    /// Refuses a command that makes no sense without a folder that stays.
    void mustLast() {
        options.lastingWorkspace().close();
    }

    /// @throws FilonException when there is nothing to read, or a definition cannot be used
    int answer(CommandSpec spec, Function<Session, Answer> question) {
        LocalDate day = asOf == null ? null : day(asOf);
        if (json != null && !json.equals(STANDARD_OUTPUT)) {
            Output.check(json);
        }
        try (Workspace workspace = options.workspace()) {
            Settings settings = workspace.settings();
            Messages messages = Messages.of(options.language(workspace, settings));
            Screen screen = new Screen(spec.commandLine().getErr(), messages, options);
            try (Run run = Run.begin(workspace, options.limits(settings));
                    Interruption _ = new Interruption(run::cancel)) {
                Loop loop = new Loop(run, workspace, settings, screen.progress());
                if (!screen.agrees(loop.understand(files, corrections))) {
                    return Failures.USERS_INPUT;
                }
                Loop.Customers asked = loop.customers(day);
                Base base = asked.base();
                Language language = Language.of(messages.locale(), loop.currency());
                Session session = new Session(workspace, settings, language, base, base.library(workspace, settings));
                Answer answer = question.apply(session);
                if (!workspace.temporary() && (Memory.keep(base, session.library(), Instant.now()) || asked.made())) {
                    loop.commit();
                }
                screen.clear();
                print(spec, answer, language);
                return 0;
            }
        }
    }

    private void print(CommandSpec spec, Answer answer, Language language) {
        PrintWriter out = spec.commandLine().getOut();
        boolean jsonOut = STANDARD_OUTPUT.equals(json);
        PrintWriter summary = jsonOut ? spec.commandLine().getErr() : out;
        if (json != null) {
            String text = new JsonReport(language).write(answer.document());
            if (jsonOut) {
                out.print(text);
            } else {
                Output.write(json, text);
            }
        }
        if (!options.quiet) {
            summary.print(answer.text());
            if (json != null && !jsonOut) {
                summary.println(language.say("cli.written", json.toString()));
            }
        }
        out.flush();
        summary.flush();
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new FilonException("audit.as_of", text);
        }
    }
}
